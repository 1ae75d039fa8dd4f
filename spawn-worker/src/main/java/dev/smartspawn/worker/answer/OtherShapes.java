package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Reads answers of servers that speak another API than they are asked in: their makers' own, or the
 * one that a gateway has behind it. Each shape is whole or a piece of a stream.
 */
final class OtherShapes {

  /** Fields that are the text of an answer where a document has no choices. */
  private static final List<String> TEXTS =
      List.of(
          "generated_text",
          "response",
          "output_text",
          "outputText",
          "generation",
          "completion",
          "text",
          "content",
          "result",
          "output");

  /** Several answers, of which the first is read. */
  private static final List<String> LISTS =
      List.of("results", "generations", "outputs", "completions");

  /** Why an answer ended; a later one counts before an earlier one. */
  static final String[] REASONS = {
    "stop_type",
    "completion_reason",
    "completionReason",
    "done_reason",
    "stop_reason",
    "stopReason",
    "finishReason",
    "finish_reason"
  };

  private final ChoiceText choice;

  OtherShapes(ChoiceText choice) {
    this.choice = choice;
  }

  /** Returns whether the document is an answer, or a piece of one. */
  boolean add(JsonNode document) {
    return addEvent(document, document.path("type").asText(document.path("event_type").asText("")))
        || addMessage(document)
        || addCandidate(document)
        || addItems(document)
        || addPlain(document);
  }

  /** The events of three other makers' streams, by their names. */
  private boolean addEvent(JsonNode event, String type) {
    JsonNode delta = event.path("delta");
    switch (type) {
      case "message_start", "message-start" -> choice.addMessage(event.path("message"), true);
      case "content_block_start", "content-start" -> addBlock(event);
      case "content_block_delta" -> addBlockDelta(delta);
      case "message_delta" -> choice.findFinishReason(delta, "stop_reason");
      case "message-end" -> choice.findFinishReason(delta, "finish_reason");
      case "content-delta" -> {
        choice.addText(delta.at("/message/content/text"));
        choice.addThinkingParts(delta.at("/message/content/thinking"));
      }
      case "message_stop", "content_block_stop", "content-end", "ping" -> {
        // Nothing is in them.
      }
      case "text-generation" -> choice.addText(event.path("text"));
      case "stream-end" -> choice.findFinishReason(event, "finish_reason");
      case "response.output_text.delta" -> choice.addText(delta);
      case "response.refusal.delta" -> choice.addRefusal(delta);
      case "response.function_call_arguments.delta" -> choice.addCalls(delta);
      case "response.output_item.done" -> addItemOnce(event.path("item"));
      case "response.completed", "response.incomplete", "response.done" -> addEnd(event);
      default -> {
        return addOtherEvent(event, type);
      }
    }
    return true;
  }

  private boolean addOtherEvent(JsonNode event, String type) {
    if (type.startsWith("response.reasoning") && type.endsWith(".delta")) {
      choice.addThinkingParts(event.path("delta"));
    }
    return type.startsWith("response.") && !type.equals("response.failed");
  }

  private void addBlock(JsonNode event) {
    JsonNode block = event.path("content_block");
    choice.addContent(
        block.isObject() ? block : event.path("delta").path("message").path("content"));
  }

  private void addBlockDelta(JsonNode delta) {
    choice.addText(delta.path("text"));
    choice.addThinkingParts(delta.path("thinking"));
    choice.addCalls(delta.path("partial_json"));
    choice.findHidden(delta);
  }

  /** The end of a stream repeats what its pieces have brought. */
  private void addEnd(JsonNode event) {
    JsonNode response = event.path("response");
    for (JsonNode item : response.path("output")) {
      addItemOnce(item);
    }
    choice.findFinishReason(response, "status");
    choice.findFinishReason(response.path("incomplete_details"), "reason");
  }

  private void addItemOnce(JsonNode item) {
    if (!choice.hasText() || !item.path("type").asText().equals("message")) {
      addItem(item);
    }
  }

  private void addItem(JsonNode item) {
    String type = item.path("type").asText();
    if (type.equals("message")) {
      choice.addContent(item.path("content"));
    } else if (type.endsWith("_call")) {
      choice.addCalls(item);
    } else if (type.equals("reasoning")) {
      choice.findHidden(item);
      if (choice.thinking().isEmpty()) {
        choice.addThinkingParts(item.path("summary"));
        choice.addThinkingParts(item.path("content"));
      }
    }
  }

  private boolean addMessage(JsonNode document) {
    JsonNode message = document.path("message");
    boolean wrapped = message.isObject() && (message.has("content") || message.has("thinking"));
    boolean bare = document.path("role").isTextual() && document.has("content");
    if (wrapped || bare) {
      choice.addMessage(wrapped ? message : document, true);
      choice.findFinishReason(document, REASONS);
    }
    return wrapped || bare;
  }

  private boolean addCandidate(JsonNode document) {
    JsonNode candidate = document.path("candidates").path(0);
    if (candidate.isObject()) {
      choice.addContent(candidate.path("content"));
      choice.findFinishReason(candidate, REASONS);
    }
    return candidate.isObject();
  }

  private boolean addItems(JsonNode document) {
    JsonNode output = document.path("output");
    if (output.isArray()) {
      for (JsonNode item : output) {
        if (item.isTextual()) {
          choice.addText(item);
        } else {
          addItem(item);
        }
      }
      choice.findFinishReason(document, "status");
      choice.findFinishReason(document.path("incomplete_details"), "reason");
      return true;
    }
    for (String list : LISTS) {
      JsonNode first = document.path(list).path(0);
      if (first.isObject()) {
        return addPlain(first) || addMessage(first);
      }
    }
    return false;
  }

  private boolean addPlain(JsonNode document) {
    JsonNode token = document.path("token").path("text");
    if (token.isTextual()) {
      // The last piece of such a stream has the whole text once more.
      if (!document.path("token").path("special").asBoolean(false)) {
        choice.addText(token);
      }
      choice.findFinishReason(document.path("details"), "finish_reason");
      return true;
    }
    for (String name : TEXTS) {
      JsonNode plain = document.path(name);
      if (plain.isTextual()) {
        choice.addText(plain);
        choice.addThinkingParts(document.path("thinking"));
        findPlainReason(document);
        return !plain.textValue().isEmpty() || choice.hasText() || choice.finishReason() != null;
      }
    }
    return false;
  }

  private void findPlainReason(JsonNode document) {
    if (List.of("stop", "is_end", "done").stream()
        .anyMatch(name -> document.path(name).asBoolean(false))) {
      boolean limit =
          document.path("stopped_limit").asBoolean(false)
              || document.path("is_truncated").asBoolean(false);
      choice.endFor(limit ? "length" : "stop");
    }
    choice.findFinishReason(document, REASONS);
    choice.findFinishReason(document.path("details"), "finish_reason");
  }
}
