package dev.smartspawn.schema.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Checks docs/settings.md, which is generated from {@link Setting}. Run with {@code
 * -Dschemas.write=true} to write it again after a change.
 */
class SettingsDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/settings.md");

  private static final String HEAD =
      """
      # Settings

      This page is generated from `Setting.java`, `KafkaSetting.java` and the descriptors in `Sources.java`.

      A setting is an environment variable. A blank value counts as not set. A bare number as a duration means seconds. A misspelled `SMART_SPAWN_` variable fails at start with the nearest known name, and all mistakes are reported together. A source's own address wins over `SMART_SPAWN_SOURCES_URL`.

      | variable | default | valid values | read by | meaning |
      |---|---|---|---|---|
      """;

  @Test
  void documentListsEverySetting() throws IOException {
    String generated = HEAD + rows();
    if (Boolean.getBoolean("schemas.write")) {
      Files.writeString(DOCUMENT, generated);
    }

    assertThat(DOCUMENT).content().isEqualTo(generated);
  }

  private static String rows() {
    return SettingList.ALL.stream()
        .map(SettingsDocumentTest::row)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            setting.variable(),
            setting
                .fallback()
                .filter(text -> !text.isEmpty())
                .map("`%s`"::formatted)
                .orElse("none"),
            setting.form().expected(),
            setting.readers().stream().map(Object::toString).collect(Collectors.joining(", ")),
            setting.meaning());
  }
}
