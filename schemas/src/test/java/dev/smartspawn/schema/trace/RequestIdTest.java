package dev.smartspawn.schema.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7f3c-1", "trace:1.2_3"})
  void wellFormedIdIsAccepted(String text) {
    assertThat(RequestId.find(text)).map(RequestId::value).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nSet-Cookie: x", "\u00e4", "<b>", "{}"})
  void textThatCouldForgeALogLineIsRefused(String text) {
    assertThat(RequestId.find(text)).isEmpty();
    assertThatThrownBy(() -> new RequestId(text)).hasMessageContaining("1 to 64");
  }

  @Test
  void idHasAtMost64Characters() {
    assertThat(RequestId.find("x".repeat(64))).isPresent();
    assertThat(RequestId.find("x".repeat(65))).isEmpty();
    assertThat(RequestId.find(null)).isEmpty();
  }

  @Test
  void generatedIdsDiffer() {
    RequestIdGenerator generator = new RequestIdGenerator();

    assertThat(List.of(generator.next(), generator.next(), new RequestIdGenerator().next()))
        .doesNotHaveDuplicates();
  }

  @Test
  void recordCarriesTheLastIdPutIntoIt() {
    RecordHeaders headers = new RecordHeaders();
    assertThat(RequestId.of(headers)).isEmpty();

    new RequestId("first").putInto(headers);
    new RequestId("second").putInto(headers);

    assertThat(RequestId.of(headers)).hasValue(new RequestId("second"));
    assertThat(headers.toArray()).hasSize(1);
  }
}
