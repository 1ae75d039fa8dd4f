package dev.smartspawn.schema.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatParametersReadingTest {

  private static SpawnRequestReading read(String parameters) {
    try {
      return SpawnRequestReading.of(
          Json.MAPPER.readTree(
              ("{'task':'t','parameters':" + parameters + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void allParametersAreReadAndWrittenAgain() throws JsonProcessingException {
    SpawnRequest request =
        read("{'temperature':0,'topP':1,'maxTokens':1,'effort':'max','seed':-7,'stop':'END','verbosity':'low'}")
            .orElseThrow();
    ChatParameters parameters = request.parametersOrNone();

    assertThat(parameters.given()).hasSize(7);
    assertThat(parameters.stop()).containsExactly("END");
    assertThat(SpawnRequest.of(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(request))))
        .isEqualTo(request);
  }

  @Test
  void whatIsLeftOutIsGone() {
    ChatParameters parameters =
        read("{'temperature':1.5,'seed':7}").orElseThrow().parametersOrNone();

    assertThat(parameters.without(List.of(ModelParameter.SEED)).given())
        .containsExactly(ModelParameter.TEMPERATURE);
  }

  @Test
  void noParametersAreAsGoodAsNone() {
    assertThat(read("{}").orElseThrow()).isEqualTo(SpawnRequest.of("t"));
    assertThat(read("{'seed':null}").orElseThrow()).isEqualTo(SpawnRequest.of("t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7|'parameters' is 7: expected an object, as {\"temperature\":0.2}",
        "{'temprature':1}|unknown field 'parameters.temprature': did you mean 'parameters.temperature'?",
        "{'temperature':2.1}|'parameters.temperature' is 2.1: expected a number from 0 to 2",
        "{'temperature':-1}|'parameters.temperature' is -1: expected a number from 0 to 2",
        "{'temperature':1e999999999}|'parameters.temperature' is \"Infinity\": expected a number from 0 to 2",
        "{'temperature':'hot'}|'parameters.temperature' is \"hot\": expected a number from 0 to 2",
        "{'topP':0}|'parameters.topP' is 0: expected a number above 0, at most 1",
        "{'maxTokens':0}|'parameters.maxTokens' is 0: expected a whole number from 1 to 1000000",
        "{'maxTokens':1.5}|'parameters.maxTokens' is 1.5: expected a whole number from 1 to 1000000",
        "{'effort':'huge'}|'parameters.effort' is \"huge\": expected one of none, low, medium, high, max",
        "{'seed':1.5}|'parameters.seed' is 1.5: expected a whole number of at most 64 bits",
        "{'seed':99999999999999999999}|'parameters.seed' is 99999999999999999999: expected a whole number of at most 64 bits",
        "{'stop':['a','b','c','d','e']}|'parameters.stop' is [\"a\",\"b\",\"c\",\"d\",\"e\"]: expected a text, or a list of 1 to 4 texts, of at most 200 bytes each",
        "{'stop':['a',7]}|'parameters.stop' is [\"a\",7]: expected a text, or a list of 1 to 4 texts, of at most 200 bytes each",
        "{'stop':''}|'parameters.stop' is \"\": expected a text, or a list of 1 to 4 texts, of at most 200 bytes each",
        "{'verbosity':'max'}|'parameters.verbosity' is \"max\": expected one of low, medium, high",
      })
  void mistakeNamesTheParameterAndWhatWasExpected(String parameters, String mistake) {
    assertThat(read(parameters).mistakes()).containsExactly(mistake);
  }
}
