package dev.smartspawn.schema.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of settings in ARCHITECTURE.md is what {@link Setting} says. Run with {@code
 * -Dschemas.write=true} to write it anew after a change.
 */
class SettingsTableTest {

  private static final Path DOCUMENT = Path.of("../ARCHITECTURE.md");
  private static final String HEAD = "| variable | default | means |\n|---|---|---|\n";

  @Test
  void documentListsEverySetting() throws IOException {
    String written = Files.readString(DOCUMENT);
    int begin = written.indexOf(HEAD) + HEAD.length();
    int end = endOfRows(written, begin);
    assertThat(begin).as("the table's head in %s", DOCUMENT).isGreaterThan(HEAD.length());
    if (Boolean.getBoolean("schemas.write")) {
      written = written.substring(0, begin) + table() + written.substring(end);
      Files.writeString(DOCUMENT, written);
      end = begin + table().length();
    }

    assertThat(written.substring(begin, end)).isEqualTo(table());
  }

  private static int endOfRows(String text, int begin) {
    int end = begin;
    while (end < text.length() && text.charAt(end) == '|') {
      end = text.indexOf('\n', end) + 1;
    }
    return end;
  }

  private static String table() {
    return Arrays.stream(Setting.values())
        .map(SettingsTableTest::row)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Setting setting) {
    String fallback =
        setting.fallback().filter(text -> !text.isEmpty()).map("`%s`"::formatted).orElse("");
    return "| `%s` | %s | %s |".formatted(setting.variable(), fallback, setting.meaning());
  }
}
