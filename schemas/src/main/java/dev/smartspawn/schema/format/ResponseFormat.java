package dev.smartspawn.schema.format;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.smartspawn.schema.json.RequestFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of an answer: JSON of any kind, or JSON that is valid against a schema.
 *
 * @param schema a JSON Schema of draft 2020-12; absent for JSON of any kind
 */
public record ResponseFormat(@Nullable JsonNode schema) {

  public static final ResponseFormat JSON = new ResponseFormat(null);

  private static final String FIELD = "responseFormat";
  private static final String ANY = "json";

  /** {@code "json"}, or the schema. */
  @JsonValue
  public JsonNode json() {
    return schema == null ? TextNode.valueOf(ANY) : schema;
  }

  /**
   * Counts every mistake in {@code fields}.
   *
   * @return empty where none is given
   */
  public static Optional<ResponseFormat> read(RequestFields fields) {
    Optional<JsonNode> given = fields.value(FIELD);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (fields.isText(FIELD, ANY)) {
      return Optional.of(JSON);
    }
    if (!given.get().isObject()) {
      return fields.reject(FIELD, "\"json\" or a JSON Schema");
    }
    if (isOfChatApi(given.get())) {
      fields.mistake(FIELD, "is a response format of a chat API: expected \"json\" or its schema");
      return Optional.empty();
    }
    try {
      AnswerCheck unused = AnswerCheck.of(given.get());
      return Optional.of(new ResponseFormat(given.get()));
    } catch (UnusableSchemaException e) {
      fields.mistake(FIELD, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** As a schema, it would be not valid, or would allow any answer. */
  private static boolean isOfChatApi(JsonNode json) {
    String type = json.path("type").asText();
    return type.equals("json_schema")
        || type.equals("json_object")
        || (json.path("name").isTextual() && json.path("schema").isObject());
  }

  /** Checks answers; made anew for each use, since a check is not shared between threads. */
  public AnswerCheck check() {
    return schema == null ? AnswerCheck.anyJson() : AnswerCheck.of(schema);
  }
}
