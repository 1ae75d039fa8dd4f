package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one of the answers of a completion: its text, its thinking, and why it ended. */
final class ChoiceText {

  private static final List<String> THINKING =
      List.of(
          "reasoning_content", "reasoning", "thinking", "reasoning_text", "thought", "thoughts");

  /** Thinking in parts, and what only shows that there was some. */
  private static final List<String> THINKING_PARTS =
      List.of("reasoning_details", "thinking_blocks", "reasoning_items");

  private static final List<String> HIDDEN =
      List.of(
          "reasoning_opaque",
          "encrypted_content",
          "thoughtSignature",
          "thought_signature",
          "signature");

  /** Where an object is not a part of a text, but the answer itself as JSON. */
  private static final List<String> FIELDS_OF_PARTS =
      List.of("type", "text", "content", "parts", "refusal", "thinking", "reasoningContent");

  /** A later one counts before an earlier one. */
  private static final String[] REASONS = {
    "native_finish_reason", "stop_reason", "stopReason", "finishReason", "finish_reason"
  };

  private static final List<String> NO_REASON = List.of("null", "none", "undefined");

  private final StreamedText text = new StreamedText();
  private final StreamedText thinking = new StreamedText();
  private final StringBuilder refusal = new StringBuilder();
  private @Nullable String finishReason;
  private long callsBytes;
  private boolean thought;

  /** UTF-16 units of all texts so far. */
  int size() {
    return text.length() + thinking.length() + refusal.length();
  }

  /** UTF-8 length of all that was written. */
  long bytes() {
    return utf8(text.toString())
        + utf8(thinking.toString())
        + utf8(refusal.toString())
        + callsBytes;
  }

  boolean hasText() {
    return !text.isBlank();
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

  /** Whether there was thinking of which only a mark came. */
  boolean thoughtUnseen() {
    return thought;
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  /** Adds a choice, whole or a piece. */
  void addChoice(JsonNode each) {
    JsonNode delta = each.path("delta");
    JsonNode message = each.path("message");
    if (delta.isObject()) {
      addMessage(delta, text.isEmpty() || !message.isObject());
    }
    // Some servers repeat the whole message in a stream's last event.
    if (message.isObject() && (text.isEmpty() || !delta.isObject())) {
      addMessage(message, text.isEmpty());
    }
    for (JsonNode one : each.path("messages")) {
      JsonNode said = one.path("delta").isObject() ? one.path("delta") : one;
      if (!said.path("role").asText().equals("tool")) {
        addMessage(said, true);
      }
    }
    for (JsonNode plain : List.of(delta, message, each.path("text"), each.path("content"))) {
      if (plain.isTextual() && !delta.isObject() && !message.isObject()) {
        text.append(plain.textValue());
      }
    }
    findFinishReason(each, REASONS);
    if (FinishReason.of(each.path("native_finish_reason").asText()).isEarly()) {
      // Gateways say "stop" of whatever ends.
      findFinishReason(each, "native_finish_reason");
    }
  }

  void addMessage(JsonNode message, boolean withText) {
    if (withText) {
      JsonNode content = message.path("content");
      addContent(content.isMissingNode() || content.isNull() ? message.path("text") : content);
    }
    String thoughts = firstText(message, THINKING);
    thinking.append(thoughts);
    for (String parts : THINKING_PARTS) {
      JsonNode several = message.path(parts);
      thought |= !several.isEmpty();
      if (thoughts.isEmpty()) {
        addThinkingParts(several);
      }
    }
    findHidden(message);
    addRefusal(message.path("refusal"));
    addCalls(message.path("tool_calls"));
    addCalls(message.path("function_call"));
  }

  /** A text, or parts of which some are text and some are thinking. */
  void addContent(JsonNode content) {
    StringBuilder piece = new StringBuilder();
    if (content.isObject() && FIELDS_OF_PARTS.stream().noneMatch(content::has)) {
      // Some gateways read an answer in JSON, and pass on what they read.
      piece.append(content.isEmpty() ? "" : content.toString());
    } else {
      gather(content, piece);
    }
    text.append(piece.toString());
  }

  void addText(JsonNode piece) {
    text.append(piece.isTextual() ? piece.textValue() : "");
  }

  void addThinkingParts(JsonNode part) {
    if (part.isTextual()) {
      thinking.append(part.textValue());
    } else if (part.isArray()) {
      part.forEach(this::addThinkingParts);
    } else if (part.isObject()) {
      thinking.append(firstText(part, List.of("text", "thinking", "summary")));
    }
  }

  void addRefusal(JsonNode said) {
    refusal.append(said.isTextual() ? said.textValue() : "");
  }

  /** Calls of tools, which nobody has offered, are written and paid, too. */
  void addCalls(JsonNode calls) {
    if (calls.isTextual()) {
      callsBytes += utf8(calls.textValue());
    } else if (calls.isContainerNode() && !calls.isEmpty()) {
      callsBytes += utf8(calls.toString());
    }
  }

  void findHidden(JsonNode part) {
    thought |= HIDDEN.stream().anyMatch(name -> !part.path(name).asText().isEmpty());
  }

  /** The last of these that says something. */
  void findFinishReason(JsonNode node, String... names) {
    for (String name : names) {
      String reason = node.path(name).isTextual() ? node.path(name).textValue().strip() : "";
      if (!reason.isEmpty() && NO_REASON.stream().noneMatch(reason::equalsIgnoreCase)) {
        finishReason = reason;
      }
    }
  }

  void endFor(String reason) {
    finishReason = reason;
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
    findHidden(part);
    if (type.contains("thinking") || type.contains("reasoning")) {
      thought = true;
      for (String name : List.of("thinking", "text", "summary", "reasoning")) {
        addThinkingParts(part.path(name));
      }
    } else if (part.path("thought").asBoolean(false)) {
      thought = true;
      addThinkingParts(part.path("text"));
    } else if (part.path("reasoningContent").isObject()) {
      thought = true;
      addThinkingParts(part.path("reasoningContent").path("reasoningText"));
    } else if (type.equals("tool_use") || part.has("functionCall") || part.has("toolUse")) {
      addCalls(part);
    } else if (part.path("text").isTextual()) {
      piece.append(part.path("text").textValue());
    } else if (part.path("text").path("value").isTextual()) {
      piece.append(part.path("text").path("value").textValue());
    } else if (part.path("content").isTextual()) {
      piece.append(part.path("content").textValue());
    } else {
      addRefusal(part.path("refusal"));
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

  private static long utf8(String written) {
    return written.getBytes(StandardCharsets.UTF_8).length;
  }
}
