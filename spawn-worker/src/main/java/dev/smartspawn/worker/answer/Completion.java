package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.smartspawn.worker.body.ProviderJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a chat completion from one document or from the events of a stream. Every field may be
 * missing, null, or of another type than it should be.
 */
final class Completion {

  private static final List<String> WRAPPERS =
      List.of("data", "result", "output", "response", "body");

  /** What stands in an {@code error} where there is none. */
  private static final List<String> NO_ERROR =
      List.of("", "null", "none", "ok", "success", "0", "200");

  private static final JsonNode NONE = MissingNode.getInstance();

  /** One answer is asked for; gateways that send more send a few. */
  private static final int MOST_CHOICES = 16;

  private static final int MOST_DEPTH = 8;

  /** By their index, in the order in which they came. */
  private final Map<Integer, ChoiceText> choices = new LinkedHashMap<>();

  private final UsageReports usage = new UsageReports();
  private @Nullable ErrorText error;
  private boolean choice;
  private boolean chat;

  /** A whole answer, or one event of a stream. */
  void add(JsonNode document) {
    add(document, 0);
  }

  /** What follows the end of a stream is figures. */
  void addFigures(JsonNode document) {
    usage.add(document, size());
  }

  /** An error that has no field of its own in the document. It does not undo a whole answer. */
  void addError(ErrorText found) {
    if (error == null && !isWhole()) {
      error = found;
    }
  }

  private boolean isWhole() {
    FinishReason reason = FinishReason.of(finishReason());
    boolean ended = reason == FinishReason.CLEAN || reason == FinishReason.CUT;
    return ended && answer().hasText();
  }

  /** UTF-16 units of all texts so far. */
  int size() {
    return choices.values().stream().mapToInt(ChoiceText::size).sum();
  }

  /** UTF-8 length of all that was written: further answers and calls of tools, too. */
  long bytes() {
    return choices.values().stream().mapToLong(ChoiceText::bytes).sum();
  }

  String text() {
    return answer().text();
  }

  String thinking() {
    return Optional.of(answer().thinking())
        .filter(found -> !found.isBlank())
        .orElseGet(() -> first(choices.values()).thinking());
  }

  String refusal() {
    return first(choices.values()).refusal();
  }

  ReportedUsage usage() {
    ReportedUsage total = usage.total(bytes());
    boolean thought = choices.values().stream().anyMatch(ChoiceText::thoughtUnseen);
    return thought ? total.withThought() : total;
  }

  @Nullable String finishReason() {
    return answer().finishReason();
  }

  Optional<ErrorText> error() {
    return Optional.ofNullable(error);
  }

  boolean hasChoice() {
    return choice;
  }

  private void add(JsonNode document, int depth) {
    if (document.isArray()) {
      document.forEach(each -> add(each, depth + 1));
      return;
    }
    if (!document.isObject() || depth > MOST_DEPTH) {
      return;
    }
    findErrors(document);
    JsonNode several = document.path("choices");
    if (several.isObject()) {
      addChoice(several, 0);
    }
    int place = 0;
    for (JsonNode each : several.isArray() ? several : NONE) {
      addChoice(each, place++);
    }
    chat |= !several.isEmpty();
    if (!document.has("choices") && !chat) {
      addOtherShapes(document, depth);
    }
    usage.add(document, size());
  }

  /** Some servers leave the index out. */
  private void addChoice(JsonNode each, int place) {
    choice = true;
    findError(each);
    findError(each.path("delta"));
    choice(each.path("index").asInt(each.has("delta") ? 0 : place)).addChoice(each);
  }

  private void addOtherShapes(JsonNode document, int depth) {
    ChoiceText first = first(choices.values());
    if (new OtherShapes(first).add(document)) {
      choice = true;
      if (choices.isEmpty()) {
        choices.put(0, first);
      }
      return;
    }
    WRAPPERS.stream()
        .map(document::path)
        .filter(JsonNode::isContainerNode)
        .forEach(wrapped -> add(wrapped, depth + 1));
    first(choices.values()).findFinishReason(document, OtherShapes.REASONS);
  }

  private ChoiceText choice(int index) {
    return choices.size() < MOST_CHOICES || choices.containsKey(index)
        ? choices.computeIfAbsent(index, unknown -> new ChoiceText())
        : new ChoiceText();
  }

  /** Only one of several answers is read: the first with a text. */
  private ChoiceText answer() {
    return choices.values().stream()
        .filter(ChoiceText::hasText)
        .findFirst()
        .orElseGet(() -> first(choices.values()));
  }

  private static ChoiceText first(Collection<ChoiceText> all) {
    return all.stream().findFirst().orElseGet(ChoiceText::new);
  }

  private void findErrors(JsonNode document) {
    findError(document);
    findError(document.path("x_groq"));
    JsonNode base = document.path("base_resp");
    if (base.path("status_code").asInt(0) != 0) {
      addError(ErrorText.ofJson(base));
    }
    boolean isAnswer = document.has("choices") || document.path("message").isObject();
    if (!isAnswer && isMarkedAsError(document)) {
      addError(ErrorText.ofJson(document));
    }
  }

  private static boolean isMarkedAsError(JsonNode document) {
    return document.path("object").asText().equals("error")
        || document.path("type").asText().equals("error")
        || document.path("status").asText().equals("error")
        || isFalse(document.path("success"))
        || isFalse(document.path("ok"));
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.booleanValue();
  }

  private void findError(JsonNode document) {
    JsonNode found = document.path("error");
    if (!isNone(found)) {
      addError(ErrorText.ofJson(found.isBoolean() ? document : found));
    }
  }

  /** Some gateways send an error whose fields are all empty beside an answer. */
  private static boolean isNone(JsonNode found) {
    if (found.isContainerNode()) {
      for (JsonNode each : found) {
        if (!isNone(each)) {
          return false;
        }
      }
      return true;
    }
    return !ProviderJson.isPresent(found)
        || isFalse(found)
        || NO_ERROR.contains(found.asText().strip().toLowerCase(Locale.ROOT));
  }
}
