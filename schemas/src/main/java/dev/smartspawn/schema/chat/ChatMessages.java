package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.question.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a conversation as the chat APIs write it. */
public final class ChatMessages {

  public static final int MAX_MESSAGES = 500;
  public static final int MAX_PARTS = 100;

  private static final String FIELD = "messages";
  private static final String CONTENT = "content";
  private static final String TEXT = "text";
  private static final List<String> MESSAGE_FIELDS = List.of("role", CONTENT);
  private static final List<String> PART_FIELDS = List.of("type", TEXT);

  private ChatMessages() {}

  /**
   * Counts every mistake in {@code fields}.
   *
   * @param maxBytes of UTF-8 in all texts together
   * @return empty where there are none, or where one has a mistake
   */
  public static List<ChatMessage> read(RequestFields fields, int maxBytes) {
    Optional<JsonNode> given = fields.value(FIELD);
    if (given.isEmpty()) {
      return List.of();
    }
    if (!given.get().isArray()) {
      fields.reject(FIELD, "a list of messages, as {\"role\":\"user\",\"content\":\"...\"}");
      return List.of();
    }
    if (given.get().size() > MAX_MESSAGES) {
      fields.mistake(
          FIELD,
          "has %,d elements: expected at most %d".formatted(given.get().size(), MAX_MESSAGES));
      return List.of();
    }
    List<ChatMessage> messages = new ArrayList<>();
    for (int i = 0; i < given.get().size(); i++) {
      message(fields, i, given.get().get(i)).ifPresent(messages::add);
    }
    return messages.size() == given.get().size() && fit(messages, fields, maxBytes)
        ? messages
        : List.of();
  }

  /** What the user asked last; the rest is material. */
  public static int lastAsked(List<ChatMessage> messages) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i).role() == MessageRole.USER) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fit(List<ChatMessage> messages, RequestFields fields, int maxBytes) {
    int asked = lastAsked(messages);
    if (asked < 0) {
      fields.mistake(FIELD, "has no message of the user: expected one");
      return false;
    }
    boolean answered =
        messages.subList(asked, messages.size()).stream()
            .anyMatch(message -> message.role() == MessageRole.ASSISTANT);
    if (answered) {
      fields.mistake(FIELD, "ends with a message of the assistant: expected one of the user");
      return false;
    }
    long bytes = messages.stream().mapToLong(message -> TextSize.bytes(message.content())).sum();
    if (bytes > maxBytes) {
      fields.mistake(FIELD, "has %,d bytes: expected at most %,d".formatted(bytes, maxBytes));
      return false;
    }
    return true;
  }

  private static Optional<ChatMessage> message(RequestFields fields, int index, JsonNode json) {
    String name = "%s[%d]".formatted(FIELD, index);
    if (!json.isObject()) {
      fields.mistake(name, "is not an object: expected a message with a role and a content");
      return Optional.empty();
    }
    RequestFields message = fields.nested(name, json);
    message.rejectUnknown(MESSAGE_FIELDS);
    Optional<MessageRole> role =
        message.requiredParsed("role", "one of " + MessageRole.known(), MessageRole::find);
    Optional<String> content = content(message);
    return role.isPresent() && content.isPresent()
        ? Optional.of(new ChatMessage(role.get(), content.get()))
        : Optional.empty();
  }

  private static Optional<String> content(RequestFields message) {
    Optional<JsonNode> given = message.value(CONTENT);
    if (given.isEmpty()) {
      message.mistake(CONTENT, "is missing: expected a text or a list of parts");
      return Optional.empty();
    }
    if (given.get().isArray()) {
      return parts(message, given.get());
    }
    if (!given.get().isTextual()) {
      return message.reject(CONTENT, "a text or a list of parts");
    }
    return notBlank(message, given.get().textValue());
  }

  private static Optional<String> parts(RequestFields message, JsonNode parts) {
    if (parts.size() > MAX_PARTS) {
      message.mistake(
          CONTENT, "has %,d parts: expected at most %d".formatted(parts.size(), MAX_PARTS));
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      part(message, "%s[%d]".formatted(CONTENT, i), parts.get(i)).ifPresent(texts::add);
    }
    return texts.size() == parts.size()
        ? notBlank(message, texts.stream().collect(Collectors.joining("\n")))
        : Optional.empty();
  }

  private static Optional<String> part(RequestFields message, String name, JsonNode json) {
    if (!json.isObject()) {
      message.mistake(name, "is not an object: expected {\"type\":\"text\",\"text\":\"...\"}");
      return Optional.empty();
    }
    RequestFields part = message.nested(name, json);
    part.rejectUnknown(PART_FIELDS);
    Optional<String> type =
        part.requiredParsed("type", TEXT, text -> Optional.of(text).filter(TEXT::equals));
    Optional<JsonNode> text = part.value(TEXT).filter(JsonNode::isTextual);
    if (text.isEmpty()) {
      part.mistake(TEXT, "is missing or not a text: expected a text");
    }
    return type.isPresent() ? text.map(JsonNode::textValue) : Optional.empty();
  }

  private static Optional<String> notBlank(RequestFields message, String text) {
    if (text.isBlank()) {
      message.mistake(CONTENT, "is blank: expected a text");
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
