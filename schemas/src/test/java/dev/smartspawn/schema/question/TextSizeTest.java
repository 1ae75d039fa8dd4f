package dev.smartspawn.schema.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "6144, 0", // 2048 tokens fit anywhere
    "6145, 4096", // 2049 and room for an answer
    "9216, 4096",
    "9217, 5120",
    "300000, 101376"
  })
  void longTextsNeedContextInSteps(long bytes, long tokens) {
    assertThat(TextSize.neededContext(bytes)).isEqualTo(tokens);
  }

  @Test
  void bytesAreThoseOfUtf8() {
    assertThat(TextSize.bytes("a\u00e9\u6f22\ud83d\ude00")).isEqualTo(1 + 2 + 3 + 4);
  }
}
