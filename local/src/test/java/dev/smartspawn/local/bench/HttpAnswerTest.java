package dev.smartspawn.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 7\r\n\r\n{\"a\":1}";

  @Test
  void everyPrefixIsIncompleteAndTheRestIsWhole() throws IOException {
    for (int end = 0; end < WHOLE.length(); end++) {
      assertThat(isWhole(WHOLE, end)).as("first %d bytes", end).isFalse();
    }
    assertThat(isWhole(WHOLE, WHOLE.length())).isTrue();
  }

  @Test
  void bytesOfAnEarlierAnswerBehindTheEndAreNotRead() throws IOException {
    assertThat(isWhole("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n" + WHOLE, 45)).isFalse();
  }

  @Test
  void anotherStatusIsAnError() {
    String refused = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    assertThatThrownBy(() -> isWhole(refused, refused.length()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("404 NOT FOUND");
  }

  private static boolean isWhole(String text, int end) throws IOException {
    return HttpAnswer.isWhole(text.getBytes(StandardCharsets.US_ASCII), end);
  }
}
