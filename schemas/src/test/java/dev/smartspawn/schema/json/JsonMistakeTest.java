package dev.smartspawn.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMistakeTest {

  private record Outer(List<Inner> inner, int count) {}

  private record Inner(URI address) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"inner\":            | not valid JSON: it ends too early",
        "nonsense               | not valid JSON",
        "[1]                    | the value is of the wrong type",
        "{\"iner\":[]}          | unknown field 'iner': expected one of count, inner",
        "{\"inner\":[{\"address\":\"::\"}]} | 'inner[0].address' has a value of the wrong type",
        "{\"count\":\"many\"}   | 'count' has a value of the wrong type"
      })
  void aMistakeIsDescribedInPlainWords(String json, String words) {
    JsonProcessingException mistake =
        catchThrowableOfType(
            JsonProcessingException.class, () -> Json.STRICT.readValue(json, Outer.class));

    assertThat(JsonMistake.message(mistake)).isEqualTo(words);
  }
}
