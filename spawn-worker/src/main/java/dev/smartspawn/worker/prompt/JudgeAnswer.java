package dev.smartspawn.worker.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.smartspawn.worker.answer.ThinkingBlock;
import dev.smartspawn.worker.answer.WellFormedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A judge's grade.
 *
 * @param score 1 to 10
 * @param reason in the judge's words, shortened if too long; empty for none
 */
public record JudgeAnswer(int score, String reason) {

  private static final int MAX_REASON_LENGTH = 500;
  private static final Pattern OF_TEN =
      Pattern.compile("(\\d{1,2}(?:[.,]\\d{1,6})?)\\s*(?:(?:/|out of)\\s*10)?");

  /** A field that stands twice is not a grade: which of them counts would be a guess. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /**
   * Reads the grade from the one JSON object in the reply that carries the fence's code. The code
   * cannot be part of what is judged, so such an object is the judge's own. Thinking, prose, code
   * fences, objects around it and further fields are passed over. Names of fields are read in any
   * case. A score may be a number or a text like {@code 8/10}; a fraction is rounded down.
   *
   * @return empty where there is no such object, or more than one
   */
  public static Optional<JudgeAnswer> read(String reply, Fence fence) {
    List<JsonNode> grades =
        objects(ThinkingBlock.split(reply).text()).stream()
            .flatMap(JudgeAnswer::withInner)
            .filter(json -> field(json, "code").asText().strip().equals(fence.token()))
            .toList();
    return grades.size() == 1 ? grade(grades.get(0)) : Optional.empty();
  }

  private static Optional<JudgeAnswer> grade(JsonNode json) {
    JsonNode given = field(json, "reason");
    String reason = given.isTextual() ? given.textValue() : "";
    return score(field(json, "score"))
        .map(
            score ->
                new JudgeAnswer(score, WellFormedText.shortened(reason, MAX_REASON_LENGTH, "")));
  }

  private static Optional<Integer> score(JsonNode node) {
    Matcher text = OF_TEN.matcher(node.asText().strip());
    if (!(node.isNumber() || node.isTextual()) || !text.matches()) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(text.group(1).replace(',', '.'));
    int score = exact.setScale(0, RoundingMode.FLOOR).intValueExact();
    boolean above = exact.compareTo(BigDecimal.TEN) > 0;
    return score >= 1 && !above ? Optional.of(score) : Optional.empty();
  }

  /** The field of this name in any case; missing where none or several have it. */
  private static JsonNode field(JsonNode json, String name) {
    List<JsonNode> values =
        json.properties().stream()
            .filter(field -> field.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .toList();
    return values.size() == 1 ? values.get(0) : MissingNode.getInstance();
  }

  /** An object and all objects inside it. */
  private static Stream<JsonNode> withInner(JsonNode json) {
    Stream<JsonNode> inner =
        StreamSupport.stream(json.spliterator(), false).flatMap(JudgeAnswer::withInner);
    return json.isObject() ? Stream.concat(Stream.of(json), inner) : inner;
  }

  /** The outermost objects of a text, as far as they are JSON. */
  private static List<JsonNode> objects(String text) {
    List<JsonNode> objects = new ArrayList<>();
    for (int start = text.indexOf('{'); start >= 0; ) {
      int end = endOfObject(text, start);
      int next = end < 0 ? start + 1 : end;
      if (end > 0) {
        Optional<JsonNode> json = parsed(text.substring(start, end));
        json.ifPresent(objects::add);
        next = json.isPresent() ? end : start + 1;
      }
      start = text.indexOf('{', next);
    }
    return objects;
  }

  /** One past the brace that closes the object; -1 where none does. */
  private static int endOfObject(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static Optional<JsonNode> parsed(String json) {
    try {
      return Optional.of(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
