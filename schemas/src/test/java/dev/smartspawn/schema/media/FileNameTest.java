package dev.smartspawn.schema.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @Test
  void nameIsItsLastSegmentWithoutInvisibleCharacters() {
    Map<String, String> names =
        Map.of(
            "a.pdf", "a.pdf",
            "docs/a..b/c.pdf", "c.pdf",
            "C:\\Users\\me\\a b.pdf", "a b.pdf",
            "a\u0000.pdf", "a.pdf",
            "a\r\nb.txt", "ab.txt",
            "a\u202etxt.pdf", "atxt.pdf",
            "x]] \"end\"", "x end",
            "Größe 世界.pdf", "Größe 世界.pdf");

    names.forEach((given, name) -> assertThat(FileName.of(given)).hasValue(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "..",
        "../",
        "a/..",
        "../../etc/passwd",
        "a/..\\b.pdf",
        "\u0000",
        "a.pdf/"
      })
  void nameOfNothingIsRefused(String given) {
    assertThat(FileName.of(given)).isEmpty();
  }

  @Test
  void longNameIsRefused() {
    assertThat(FileName.of("x".repeat(201))).isEmpty();
  }
}
