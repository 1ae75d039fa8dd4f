package dev.smartspawn.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.format.AnswerCheck.Checked;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The official cases of the draft: no invalid answer passes, and valid ones do. Schemas that refer
 * to other documents are refused.
 */
class OfficialSchemaCasesTest {

  /** It is about {@code format}, which annotates and does not assert where no vocabulary asks. */
  private static final String FORMAT = "\\a is not an ECMA 262 control escape";

  /** Java reads this escape otherwise, so a valid answer is refused; no invalid one passes. */
  private static final List<String> READ_OTHERWISE =
      List.of(
          "optional/ecmascript-regex: ECMA 262 regex escapes control codes with \\c and lower letter, matches");

  private final List<String> wronglyValid = new ArrayList<>();
  private final List<String> wronglyInvalid = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int schemas;
  private int answers;

  @Test
  void answersAreJudgedAsTheSuiteSays() throws IOException {
    for (JsonNode file : files()) {
      String name = file.path("file").asText();
      for (JsonNode group : file.path("groups")) {
        boolean onlyFormat = group.path("description").asText().equals(FORMAT);
        if (group.path("schema").isObject() && !onlyFormat) {
          schemas++;
          judge(name + ": " + group.path("description").asText(), group);
        }
      }
    }
    System.out.printf(
        "%d schemas, %d answers, %d schemas refused%n", schemas, answers, refused.size());
    assertThat(wronglyValid).isEmpty();
    assertThat(wronglyInvalid).containsExactlyElementsOf(READ_OTHERWISE);
    assertThat(refused).hasSizeLessThan(30).allMatch(why -> why.contains("expected "));
  }

  private void judge(String name, JsonNode group) {
    AnswerCheck check;
    try {
      check = AnswerCheck.of(group.path("schema"));
    } catch (UnusableSchemaException e) {
      refused.add(name + ": " + e.getMessage());
      return;
    }
    for (JsonNode test : group.path("tests")) {
      answers++;
      Checked checked = check.check(test.path("data").toString());
      boolean valid = test.path("valid").asBoolean();
      assertThat(checked.json() != null).as(name).isEqualTo(checked.isValid());
      if (checked.isValid() && !valid) {
        wronglyValid.add(name + ", " + test.path("description").asText());
      } else if (!checked.isValid() && valid) {
        wronglyInvalid.add(name + ", " + test.path("description").asText());
      }
    }
  }

  private static List<JsonNode> files() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OfficialSchemaCasesTest.class.getResourceAsStream(
                "/json-schema-test-suite/draft2020-12.jsonl"))) {
      List<JsonNode> files = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        files.add(read(line));
      }
      return files;
    }
  }

  private static JsonNode read(String line) throws JsonProcessingException {
    return Json.MAPPER.readTree(line);
  }
}
