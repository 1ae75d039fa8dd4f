package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a chat completion from one document or from the events of a stream. Every field may be
 * missing, null, or of another type than it should be.
 */
final class Completion {

  private static final List<String> THINKING =
      List.of("reasoning_content", "reasoning", "thinking");

  private static final List<String> WRAPPERS =
      List.of("data", "result", "output", "response", "body");

  private static final JsonNode NONE = MissingNode.getInstance();

  private final StreamedText text = new StreamedText();
  private final StreamedText thinking = new StreamedText();
  private final StringBuilder refusal = new StringBuilder();
  private ReportedUsage usage = ReportedUsage.NONE;
  private @Nullable String finishReason;
  private @Nullable ErrorText error;
  private int firstIndex = -1;
  private boolean choice;

  /** A whole answer, or one event of a stream. */
  void add(JsonNode document) {
    if (document.isArray()) {
      document.forEach(this::add);
      return;
    }
    findError(document.path("error"));
    JsonNode base = document.path("base_resp");
    if (base.path("status_code").asInt(0) != 0) {
      addError(ErrorText.ofJson(base));
    }
    addUsage(document);
    JsonNode choices = document.path("choices");
    if (choices.isObject()) {
      addChoice(choices);
    }
    for (JsonNode each : choices.isArray() ? choices : NONE) {
      // Only the first of several answers is read; some servers leave the index out, or count
      // from 1.
      int index = each.path("index").asInt(0);
      if (firstIndex < 0) {
        firstIndex = index;
      }
      if (index == firstIndex) {
        addChoice(each);
      }
    }
    if (!document.has("choices")) {
      addOtherShapes(document);
    }
  }

  /** An error that has no field of its own in the document. */
  void addError(ErrorText found) {
    if (error == null) {
      error = found;
    }
  }

  /** UTF-16 units of all texts so far. */
  int size() {
    return text.length() + thinking.length() + refusal.length();
  }

  String text() {
    return text.toString();
  }

  String thinking() {
    return thinking.toString();
  }

  String refusal() {
    return refusal.toString();
  }

  ReportedUsage usage() {
    return usage;
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  Optional<ErrorText> error() {
    return Optional.ofNullable(error);
  }

  boolean hasChoice() {
    return choice;
  }

  private void addChoice(JsonNode each) {
    choice = true;
    findError(each.path("error"));
    addUsage(each);
    JsonNode delta = each.path("delta");
    JsonNode message = each.path("message");
    if (delta.isObject()) {
      addMessage(delta, text.isEmpty() || !message.isObject());
    }
    // Some servers repeat the whole message in a stream's last event.
    if (message.isObject() && (text.isEmpty() || !delta.isObject())) {
      addMessage(message, text.isEmpty());
    }
    for (JsonNode plain : List.of(delta, message, each.path("text"))) {
      if (plain.isTextual() && !delta.isObject() && !message.isObject()) {
        text.append(plain.textValue());
      }
    }
    findFinishReason(each.path("finish_reason"));
  }

  private void addMessage(JsonNode message, boolean withText) {
    if (withText) {
      addContent(message.path("content"));
    }
    String thought = firstText(message, THINKING);
    thinking.append(thought);
    if (thought.isEmpty()) {
      addThinkingParts(message.path("reasoning_details"));
    }
    if (message.path("refusal").isTextual()) {
      refusal.append(message.path("refusal").textValue());
    }
  }

  /** A text, or parts of which some are text and some are thinking. */
  private void addContent(JsonNode content) {
    StringBuilder piece = new StringBuilder();
    gather(content, piece);
    text.append(piece.toString());
  }

  private void gather(JsonNode content, StringBuilder piece) {
    if (content.isTextual()) {
      piece.append(content.textValue());
    } else if (content.isNumber() || content.isBoolean()) {
      piece.append(content.asText());
    } else if (content.path("parts").isArray()) {
      gather(content.path("parts"), piece);
    } else if (content.isObject()) {
      gatherPart(content, piece);
    } else {
      for (JsonNode part : content) {
        if (part.isTextual()) {
          piece.append(part.textValue());
        } else {
          gatherPart(part, piece);
        }
      }
    }
  }

  private void gatherPart(JsonNode part, StringBuilder piece) {
    String type = part.path("type").asText("text");
    if (type.contains("thinking") || type.contains("reasoning")) {
      addThinkingParts(part.path("thinking"));
      addThinkingParts(part.path("text"));
      addThinkingParts(part.path("summary"));
    } else if (part.path("text").isTextual()) {
      piece.append(part.path("text").textValue());
    } else if (part.path("text").path("value").isTextual()) {
      piece.append(part.path("text").path("value").textValue());
    } else if (part.path("content").isTextual()) {
      piece.append(part.path("content").textValue());
    } else if (part.path("refusal").isTextual()) {
      refusal.append(part.path("refusal").textValue());
    }
  }

  private void addThinkingParts(JsonNode thought) {
    if (thought.isTextual()) {
      thinking.append(thought.textValue());
    } else if (thought.isArray()) {
      thought.forEach(this::addThinkingParts);
    } else if (thought.isObject()) {
      thinking.append(firstText(thought, List.of("text", "thinking", "summary")));
    }
  }

  /** Servers that speak another API than they are asked in. */
  private void addOtherShapes(JsonNode document) {
    JsonNode message = document.path("message");
    if (message.isObject() && message.has("content")) {
      choice = true;
      addMessage(message, true);
      findFinishReason(document.path("done_reason"));
      findFinishReason(document.path("finish_reason"));
    } else if (document.path("content").isArray() && document.path("role").isTextual()) {
      choice = true;
      addMessage(document, true);
      findFinishReason(document.path("stop_reason"));
    } else if (!addNative(document)) {
      WRAPPERS.stream()
          .map(document::path)
          .filter(JsonNode::isObject)
          .forEach(wrapped -> add(wrapped));
    }
  }

  /** Answers of other APIs of the same makers. */
  private boolean addNative(JsonNode document) {
    JsonNode candidate = document.path("candidates").path(0);
    if (candidate.isObject()) {
      choice = true;
      addContent(candidate.path("content"));
      findFinishReason(candidate.path("finishReason"));
    } else if (document.path("output").isArray()) {
      choice = true;
      for (JsonNode item : document.path("output")) {
        if (item.path("type").asText().equals("message")) {
          addContent(item.path("content"));
        } else {
          addThinkingParts(item.path("summary"));
        }
      }
      findFinishReason(document.path("status"));
    } else {
      JsonNode plain =
          document.path("generated_text").isTextual()
              ? document.path("generated_text")
              : document.path("response");
      choice |= plain.isTextual();
      text.append(plain.isTextual() ? plain.textValue() : "");
      return plain.isTextual();
    }
    return true;
  }

  private void findFinishReason(JsonNode reason) {
    if (reason.isTextual() && !reason.textValue().isBlank()) {
      finishReason = reason.textValue();
    }
  }

  private void findError(JsonNode found) {
    boolean isNone =
        !ProviderJson.isPresent(found)
            || (found.isBoolean() && !found.booleanValue())
            || (found.isTextual() && found.textValue().isBlank())
            || (found.isContainerNode() && found.isEmpty())
            || (found.isNumber() && found.asInt() == 0);
    if (!isNone && error == null) {
      error = ErrorText.ofJson(found);
    }
  }

  private void addUsage(JsonNode document) {
    for (JsonNode each :
        List.of(
            document.path("usage"),
            document.path("x_groq").path("usage"),
            document.path("timings"),
            document.path("usageMetadata"))) {
      if (each.isObject()) {
        usage = ReportedUsage.of(each).or(usage);
      }
    }
  }

  private static String firstText(JsonNode node, List<String> fields) {
    return fields.stream()
        .map(node::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse("");
  }
}
