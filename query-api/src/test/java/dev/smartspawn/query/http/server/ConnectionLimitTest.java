package dev.smartspawn.query.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLimitTest {

  @ParameterizedTest
  @CsvSource({
    "1048576, 300, 2048",
    "4096, 300, 2048",
    "2048, 300, 1236",
    "1024, 300, 212",
    "700, 300, 16",
    "9223372036854775807, 300, 2048"
  })
  void fewDescriptorsLowerTheLimit(long most, long open, int connections) {
    assertThat(ConnectionLimit.of(most, open)).isEqualTo(connections);
  }
}
