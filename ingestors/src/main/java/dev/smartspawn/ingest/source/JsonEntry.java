package dev.smartspawn.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of a source's JSON. A field that is missing, null or an empty text counts as absent. A
 * field of the wrong type raises an {@link IllegalArgumentException} that names it.
 */
public final class JsonEntry {

  /** Reads numbers as exact decimals, because some sources write prices as numbers. */
  private static final ObjectReader READER =
      Json.MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final int SHOWN_CHARS = 60;

  private final JsonNode node;

  public JsonEntry(JsonNode node) {
    this.node = node;
  }

  /**
   * @param expected what the reader needs, for the message
   * @throws PullException when the answer is not a JSON object
   */
  public static JsonEntry of(Answer answer, String expected) throws PullException {
    try {
      JsonNode root = READER.readTree(answer.body());
      if (!root.isObject()) {
        throw answer.unexpected(expected);
      }
      return new JsonEntry(root);
    } catch (JsonProcessingException e) {
      throw answer.unexpected(expected);
    } catch (IOException e) {
      throw answer.unexpected(expected, "unreadable bytes");
    }
  }

  /** Null unless {@code field} is a list. */
  public @Nullable List<JsonEntry> list(String field) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      return null;
    }
    List<JsonEntry> entries = new ArrayList<>(list.size());
    list.forEach(entry -> entries.add(new JsonEntry(entry)));
    return entries;
  }

  /** An empty entry if {@code field} is absent. */
  public JsonEntry at(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull() || value.isObject()) {
      return new JsonEntry(value);
    }
    throw wrong(field, "an object", value);
  }

  /** The entry's name in a message: the value of its {@code field}, or else the whole entry. */
  public String label(String field) {
    JsonNode value = node.path(field);
    return "'%s'".formatted(shorten(value.isTextual() ? value.textValue() : node.toString()));
  }

  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  public List<String> fields() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  public @Nullable String text(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isValueNode()) {
      throw wrong(field, "text", value);
    }
    return value.asText();
  }

  /**
   * @throws IllegalArgumentException when it is absent
   */
  public String required(String field) {
    String value = text(field);
    if (value == null) {
      throw new IllegalArgumentException("'%s' is missing or empty".formatted(field));
    }
    return value;
  }

  /** A number, which may be written as text. */
  public @Nullable BigDecimal decimal(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    try {
      return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText().strip());
    } catch (NumberFormatException e) {
      throw wrong(field, "a number", value);
    }
  }

  public @Nullable Double number(String field) {
    BigDecimal value = decimal(field);
    return value == null ? null : value.doubleValue();
  }

  public @Nullable Long integer(String field) {
    BigDecimal value = decimal(field);
    try {
      return value == null ? null : value.longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(field, "a whole number", node.path(field));
    }
  }

  public @Nullable Boolean flag(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrong(field, "true or false", value);
    }
    return value.booleanValue();
  }

  /** The date; a time after it is ignored. */
  public @Nullable LocalDate date(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeParseException e) {
      throw wrong(field, "a date as 2026-12-31", node.path(field));
    }
  }

  public List<String> texts(String field) {
    JsonNode list = node.path(field);
    if (isAbsent(list)) {
      return List.of();
    }
    if (!list.isArray()) {
      throw wrong(field, "a list", list);
    }
    List<String> texts = new ArrayList<>(list.size());
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isBlank());
  }

  private static IllegalArgumentException wrong(String field, String expected, JsonNode value) {
    return new IllegalArgumentException(
        "'%s' is %s: expected %s".formatted(field, shorten(value.toString()), expected));
  }

  private static String shorten(String text) {
    return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
  }
}
