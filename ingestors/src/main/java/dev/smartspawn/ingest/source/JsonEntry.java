package dev.smartspawn.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of a source's JSON. A field that is missing, null or an empty text counts as absent. A
 * field of the wrong type raises a {@link FieldException} that names it. In a {@link #lenient}
 * entry it counts as absent too and is recorded as lost, because an optional field must not cost
 * the whole record.
 */
public final class JsonEntry {

  /** No text that a source publishes about a model is nearly as long, except descriptions. */
  private static final int MAX_TEXT_CHARS = 1_000;

  private static final int MAX_TEXTS = 200;

  /** Of a text in a list: the name of a parameter or of a modality. */
  private static final int MAX_ITEM_CHARS = 200;

  private static final int MAX_DIGITS = 400;

  private final JsonNode node;
  private final String place;
  private final @Nullable LostFields lost;

  public JsonEntry(JsonNode node) {
    this(node, "", null);
  }

  private JsonEntry(JsonNode node, String place, @Nullable LostFields lost) {
    this.node = node;
    this.place = place;
    this.lost = lost;
  }

  /**
   * The same entry, in which a wrong optional field counts as absent.
   *
   * @param record takes the fields that are lost, also those of entries inside
   */
  public JsonEntry lenient(LostFields record) {
    return new JsonEntry(node, place, record);
  }

  /** Null unless {@code field} is a list. */
  public @Nullable List<JsonEntry> list(String field) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      if (!isAbsent(list)) {
        lose(field, "a list", list);
      }
      return null;
    }
    List<JsonEntry> entries = new ArrayList<>(list.size());
    String inside = lost == null ? place : place + field + ".";
    list.forEach(entry -> entries.add(new JsonEntry(entry, inside, lost)));
    return entries;
  }

  /** An empty entry if {@code field} is absent. */
  public JsonEntry at(String field) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      wrong(field, "an object", value);
      value = MissingNode.getInstance();
    }
    return new JsonEntry(value, place + field + ".", lost);
  }

  /** The entry's name in a message: the value of its {@code field}, or else the whole entry. */
  public String label(String field) {
    JsonNode value = node.path(field);
    return "'%s'"
        .formatted(value.isTextual() ? Texts.shortened(value.textValue()) : Texts.shown(node));
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
      wrong(field, "text", value);
      return null;
    }
    String text = value.asText();
    if (text.length() > MAX_TEXT_CHARS) {
      wrong(field, "at most %d characters".formatted(MAX_TEXT_CHARS), value);
      return null;
    }
    return Texts.printable(text);
  }

  /**
   * @throws FieldException when it is absent or wrong
   */
  public String required(String field) {
    return present(field, strict().text(field));
  }

  /**
   * @throws FieldException when it is absent or wrong
   */
  public BigDecimal requiredDecimal(String field) {
    return present(field, strict().decimal(field));
  }

  /** A number, which may be written as text. */
  public @Nullable BigDecimal decimal(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    String text = value.asText().strip();
    if (value.isContainerNode() || text.length() > MAX_DIGITS) {
      wrong(field, "a number", value);
      return null;
    }
    try {
      BigDecimal number = value.isNumber() ? value.decimalValue() : new BigDecimal(text);
      // Arithmetic on 1e999999999 would fill the memory.
      if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number of absurd size.
    }
    wrong(field, "a number", value);
    return null;
  }

  public @Nullable Double number(String field) {
    BigDecimal value = decimal(field);
    return value == null ? null : value.doubleValue();
  }

  /**
   * A moment, as ISO text or as seconds, milliseconds, microseconds or nanoseconds since 1970. The
   * size of the number tells the unit.
   */
  public @Nullable Instant instant(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    Instant read = Moments.read(value.asText().strip());
    if (read == null) {
      wrong(field, "a moment, as seconds since 1970", value);
    }
    return read;
  }

  public @Nullable Long integer(String field) {
    BigDecimal value = decimal(field);
    try {
      return value == null ? null : value.longValueExact();
    } catch (ArithmeticException e) {
      wrong(field, "a whole number", node.path(field));
      return null;
    }
  }

  public @Nullable Boolean flag(String field) {
    JsonNode value = node.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isBoolean()) {
      wrong(field, "true or false", value);
      return null;
    }
    return value.booleanValue();
  }

  /** The date; a time after it is ignored. */
  public @Nullable LocalDate date(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    LocalDate read = Moments.readDate(text.strip());
    if (read == null) {
      wrong(field, "a date as 2026-12-31", node.path(field));
    }
    return read;
  }

  public List<String> texts(String field) {
    JsonNode list = node.path(field);
    if (isAbsent(list)) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MAX_TEXTS) {
      wrong(field, "a list of texts", list);
      return List.of();
    }
    List<String> texts = new ArrayList<>(list.size());
    for (JsonNode item : list) {
      if (item.isTextual() && item.textValue().length() <= MAX_ITEM_CHARS) {
        texts.add(Texts.printable(item.textValue()));
      } else {
        wrong(field, "a list of texts", item);
      }
    }
    return texts;
  }

  /** Records an optional field whose value is readable but not usable. */
  public void lose(String field, String expected) {
    lose(field, expected, node.path(field));
  }

  private JsonEntry strict() {
    return new JsonEntry(node, place, null);
  }

  private <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw new FieldException(place + field, "'%s' is missing or empty".formatted(place + field));
    }
    return value;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isBlank());
  }

  /** Null for a lenient entry, where the field is lost. */
  private void wrong(String field, String expected, JsonNode value) {
    if (lost == null) {
      throw new FieldException(place + field, reason(field, expected, value));
    }
    lose(field, expected, value);
  }

  private void lose(String field, String expected, JsonNode value) {
    if (lost != null) {
      lost.add(place + field, reason(field, expected, value));
    }
  }

  private String reason(String field, String expected, JsonNode value) {
    return "'%s' is %s: expected %s".formatted(place + field, Texts.shown(value), expected);
  }
}
