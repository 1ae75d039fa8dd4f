package dev.smartspawn.local.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares an output with what a document shows of it. JSON is compared as JSON, with any time in
 * place of another, and a spawn that is queued may already be running. Of the steps of a spawn
 * (lines that begin with seconds) a document shows some: each has to occur, at any time and in any
 * order. All other lines have to be equal but for spaces; {@code ...} stands for any text within a
 * line.
 */
final class ShownOutput {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");
  private static final Pattern STEP = Pattern.compile("\\d+\\.\\d s .*");
  private static final Pattern SECONDS = Pattern.compile("^\\d+\\.\\d s ");

  private ShownOutput() {}

  static void assertShows(List<String> shown, String output) {
    if (!shown.isEmpty() && shown.get(0).startsWith("{")) {
      assertThat(json(output)).isEqualTo(json(String.join("\n", shown)));
      return;
    }
    List<String> wanted = shown.stream().map(ShownOutput::spaced).toList();
    List<String> lines =
        output.lines().map(ShownOutput::spaced).filter(line -> !line.isEmpty()).toList();
    for (String step : steps(wanted)) {
      assertThat(steps(lines)).anyMatch(line -> matches(step, line), step);
    }
    List<String> others = others(wanted);
    assertThat(others(lines)).hasSameSizeAs(others);
    for (int i = 0; i < others.size(); i++) {
      assertThat(others(lines).get(i)).matches(line(others.get(i)));
    }
  }

  private static JsonNode json(String text) {
    try {
      String timeless = TIME.matcher(text).replaceAll("TIME");
      return Json.MAPPER.readTree(timeless.replace("\"running\"", "\"queued\""));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private static List<String> steps(List<String> lines) {
    return lines.stream()
        .filter(line -> STEP.matcher(line).matches())
        .map(line -> SECONDS.matcher(line).replaceFirst(""))
        .toList();
  }

  private static List<String> others(List<String> lines) {
    return lines.stream().filter(line -> !STEP.matcher(line).matches()).toList();
  }

  private static boolean matches(String shown, String line) {
    return line(shown).matcher(line).matches();
  }

  private static Pattern line(String shown) {
    return Pattern.compile(Pattern.quote(shown).replace("...", "\\E.*\\Q"));
  }

  private static String spaced(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
