package dev.smartspawn.worker.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A judge's grade.
 *
 * @param score 1 to 10
 * @param reason in the judge's words, shortened if too long
 */
public record JudgeAnswer(int score, String reason) {

  private static final int MAX_REASON_LENGTH = 500;
  private static final Pattern CODE_BLOCK =
      Pattern.compile("```(?:json)?\\s*(\\{.*})\\s*```", Pattern.DOTALL);

  /**
   * Reads the grade strictly. The whole reply must be one JSON object, bare or as a code block,
   * with exactly the fence's code, an integer score from 1 to 10 and a reason. A reply that merely
   * contains such an object is rejected: it may be quoting the answer.
   */
  public static Optional<JudgeAnswer> read(String reply, Fence fence) {
    String text = reply.strip();
    Matcher block = CODE_BLOCK.matcher(text);
    try {
      JsonNode json = Json.STRICT.readTree(block.matches() ? block.group(1) : text);
      return isGrade(json, fence)
          ? Optional.of(
              new JudgeAnswer(json.get("score").intValue(), shortened(json.get("reason"))))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean isGrade(JsonNode json, Fence fence) {
    JsonNode score = json.path("score");
    return json.size() == 3
        && json.path("code").asText().equals(fence.token())
        && json.path("reason").isTextual()
        && score.isIntegralNumber()
        && score.canConvertToInt()
        && score.intValue() >= 1
        && score.intValue() <= 10;
  }

  private static String shortened(JsonNode reason) {
    String text = reason.textValue();
    return text.length() <= MAX_REASON_LENGTH ? text : text.substring(0, MAX_REASON_LENGTH);
  }
}
