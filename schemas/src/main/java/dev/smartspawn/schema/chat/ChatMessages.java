package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.question.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a conversation as the chat APIs write it. */
public final class ChatMessages {

  public static final int MAX_MESSAGES = 500;
  public static final int MAX_PARTS = 100;

  private static final String FIELD = "messages";
  private static final String CONTENT = "content";
  private static final String TEXT = "text";
  private static final List<String> MESSAGE_FIELDS = List.of("role", CONTENT);
  private static final String IMAGE = "image_url";
  private static final String FILE = "file";
  private static final String DETAIL = "detail";
  private static final List<String> DETAILS = List.of("auto", "low", "high");
  private static final String PART_TYPES = "one of text, image_url, file";

  private ChatMessages() {}

  /**
   * Counts every mistake in {@code fields}.
   *
   * @param maxBytes of UTF-8 in all texts together
   * @param media reads and counts the request's images and files
   * @return empty where there are none, or where one has a mistake
   */
  public static List<ChatMessage> read(RequestFields fields, int maxBytes, ContentReading media) {
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
      message(fields, i, given.get().get(i), media).ifPresent(messages::add);
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
    if (messages.get(asked).content().isBlank()) {
      fields.mistake(
          "%s[%d].%s".formatted(FIELD, asked, CONTENT),
          "has images or files and no text: expected a text that says what to do");
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

  private static Optional<ChatMessage> message(
      RequestFields fields, int index, JsonNode json, ContentReading media) {
    String name = "%s[%d]".formatted(FIELD, index);
    if (!json.isObject()) {
      fields.mistake(name, "is not an object: expected a message with a role and a content");
      return Optional.empty();
    }
    RequestFields message = fields.nested(name, json);
    message.rejectUnknown(MESSAGE_FIELDS);
    Optional<MessageRole> role =
        message.requiredParsed("role", "one of " + MessageRole.known(), MessageRole::find);
    Optional<List<ContentPart>> content = content(message, media);
    if (role.isEmpty() || content.isEmpty()) {
      return Optional.empty();
    }
    ChatMessage read = new ChatMessage(role.get(), content.get());
    if (read.role() != MessageRole.USER && !read.media().isEmpty()) {
      message.mistake(CONTENT, "has images or files: expected them in messages of the user");
      return Optional.empty();
    }
    return Optional.of(read);
  }

  private static Optional<List<ContentPart>> content(RequestFields message, ContentReading media) {
    Optional<JsonNode> given = message.value(CONTENT);
    if (given.isEmpty()) {
      message.mistake(CONTENT, "is missing: expected a text or a list of parts");
      return Optional.empty();
    }
    if (given.get().isArray()) {
      return parts(message, given.get(), media);
    }
    if (!given.get().isTextual()) {
      return message.reject(CONTENT, "a text or a list of parts");
    }
    return notBlank(message, List.of(new ContentPart.Text(given.get().textValue())));
  }

  private static Optional<List<ContentPart>> parts(
      RequestFields message, JsonNode parts, ContentReading media) {
    if (parts.size() > MAX_PARTS) {
      message.mistake(
          CONTENT, "has %,d parts: expected at most %d".formatted(parts.size(), MAX_PARTS));
      return Optional.empty();
    }
    List<ContentPart> read = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      part(message, "%s[%d]".formatted(CONTENT, i), parts.get(i), media).ifPresent(read::add);
    }
    return read.size() == parts.size() ? notBlank(message, read) : Optional.empty();
  }

  private static Optional<? extends ContentPart> part(
      RequestFields message, String name, JsonNode json, ContentReading media) {
    if (!json.isObject()) {
      message.mistake(name, "is not an object: expected {\"type\":\"text\",\"text\":\"...\"}");
      return Optional.empty();
    }
    RequestFields part = message.nested(name, json);
    Optional<String> type = part.requiredParsed("type", PART_TYPES, Optional::of);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return switch (type.get()) {
      case TEXT -> text(part);
      case IMAGE -> image(part, media);
      case FILE -> object(part, FILE, List.of("filename", "file_data")).flatMap(media::chatFile);
      default -> part.reject("type", PART_TYPES);
    };
  }

  private static Optional<ContentPart> text(RequestFields part) {
    part.rejectUnknown(List.of("type", TEXT));
    Optional<JsonNode> text = part.value(TEXT).filter(JsonNode::isTextual);
    if (text.isEmpty()) {
      part.mistake(TEXT, "is missing or not a text: expected a text");
    }
    return text.map(each -> new ContentPart.Text(each.textValue()));
  }

  private static Optional<ContentPart.Image> image(RequestFields part, ContentReading media) {
    return object(part, IMAGE, List.of("url", DETAIL))
        .flatMap(
            image -> {
              Optional<JsonNode> url = image.value("url");
              if (url.isEmpty()) {
                image.mistake("url", "is missing: expected an image's address");
              }
              Optional<String> detail =
                  image.parsed(
                      DETAIL,
                      "one of " + String.join(", ", DETAILS),
                      given -> Optional.of(given).filter(DETAILS::contains));
              return url.flatMap(each -> media.image(image, "url", each))
                  .map(read -> new ContentPart.Image(read.source(), detail.orElse(null)));
            });
  }

  private static Optional<RequestFields> object(
      RequestFields part, String field, List<String> known) {
    part.rejectUnknown(List.of("type", field));
    Optional<JsonNode> given = part.value(field).filter(JsonNode::isObject);
    if (given.isEmpty()) {
      part.mistake(field, "is missing or not an object: expected " + known.get(0) + " in it");
      return Optional.empty();
    }
    RequestFields object = part.nested(field, given.get());
    object.rejectUnknown(known);
    return Optional.of(object);
  }

  private static Optional<List<ContentPart>> notBlank(
      RequestFields message, List<ContentPart> parts) {
    boolean blank =
        parts.stream()
            .allMatch(part -> part instanceof ContentPart.Text text && text.text().isBlank());
    if (blank) {
      message.mistake(CONTENT, "is blank: expected a text");
      return Optional.empty();
    }
    return Optional.of(parts);
  }
}
