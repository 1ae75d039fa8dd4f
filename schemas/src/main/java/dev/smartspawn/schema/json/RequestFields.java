package dev.smartspawn.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.text.NearestName;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object and collects their mistakes. A null field counts as not given.
 * An invalid field reads as its default.
 */
public final class RequestFields {

  private static final int SHOWN_LENGTH = 40;

  /**
   * Readers do not need more, and the rejection must fit into a record, however large the request
   * is.
   */
  private static final int SHOWN_MISTAKES = 20;

  /** Only counted: to look for the nearest of 100,000 names would take seconds. */
  private static final String NOT_SHOWN = "unknown field";

  private static final int LONGEST_LIST = 500;

  private final JsonNode json;
  private final String path;
  private final List<String> mistakes;

  public RequestFields(JsonNode json) {
    this(json, "", new ArrayList<>());
  }

  private RequestFields(JsonNode json, String path, List<String> mistakes) {
    this.json = json;
    this.path = path;
    this.mistakes = mistakes;
  }

  /**
   * Reads an object inside this one. Its mistakes count here.
   *
   * @param name of the object, as in {@code messages[0]}
   */
  public RequestFields nested(String name, JsonNode object) {
    return new RequestFields(object, path + name + ".", mistakes);
  }

  /** The first mistakes, and the number of further ones. */
  public List<String> mistakes() {
    if (mistakes.size() <= SHOWN_MISTAKES) {
      return mistakes;
    }
    List<String> shown = new ArrayList<>(mistakes.subList(0, SHOWN_MISTAKES));
    shown.add("and %,d more mistakes".formatted(mistakes.size() - SHOWN_MISTAKES));
    return shown;
  }

  /**
   * @throws IllegalArgumentException listing the mistakes, if there are any
   */
  public void requireNoMistakes() {
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes()));
    }
  }

  /** Counts every field with another name as a mistake. */
  public void rejectUnknown(List<String> known) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                mistakes.add(mistakes.size() < SHOWN_MISTAKES ? unknown(name, known) : NOT_SHOWN);
              }
            });
  }

  private String unknown(String name, List<String> known) {
    return "unknown field '%s': did you mean '%s'?"
        .formatted(path + shortened(name), path + NearestName.of(shortened(name), known));
  }

  /** Reads a text that must be there and must not be blank. */
  public String requiredText(String field, int maxBytes) {
    Optional<String> text = text(field, maxBytes).filter(value -> !value.isBlank());
    boolean saidAlready = mistakes.stream().anyMatch(m -> m.startsWith("'" + path + field + "'"));
    if (text.isEmpty() && !saidAlready) {
      mistakes.add("'%s' is missing or blank: expected a text".formatted(path + field));
    }
    return text.orElse("");
  }

  /** Reads a text of at most this many bytes of UTF-8. */
  public Optional<String> text(String field, int maxBytes) {
    Optional<JsonNode> value = value(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isTextual()) {
      return reject(field, "a text");
    }
    int bytes = value.get().textValue().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxBytes) {
      mistakes.add(
          "'%s' has %,d bytes: expected at most %,d".formatted(path + field, bytes, maxBytes));
      return Optional.empty();
    }
    return Optional.of(value.get().textValue());
  }

  /** Whether the field is exactly this text. */
  public boolean isText(String field, String text) {
    return json.path(field).isTextual() && json.path(field).textValue().equals(text);
  }

  /**
   * Reads a text in a form of its own.
   *
   * @param parser empty for a text that will not do
   */
  public <T> Optional<T> parsed(
      String field, String expected, Function<String, Optional<T>> parser) {
    Optional<JsonNode> value = value(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> parsed = value.filter(JsonNode::isTextual).map(JsonNode::textValue).flatMap(parser);
    return parsed.isPresent() ? parsed : reject(field, expected);
  }

  /**
   * @param parser empty for a text that will not do
   */
  public <T> Optional<T> requiredParsed(
      String field, String expected, Function<String, Optional<T>> parser) {
    if (value(field).isEmpty()) {
      mistakes.add("'%s' is missing: expected %s".formatted(path + field, expected));
    }
    return parsed(field, expected, parser);
  }

  /** Reads a list of texts; an absent field reads as an empty list. */
  public <T> List<T> list(String field, String expected, Function<String, Optional<T>> parser) {
    Optional<JsonNode> value = value(field);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get().size() > LONGEST_LIST) {
      mistakes.add(
          "'%s' has %,d elements: expected at most %d"
              .formatted(path + field, value.get().size(), LONGEST_LIST));
      return List.of();
    }
    List<T> parsed = new ArrayList<>();
    for (JsonNode element : value.get()) {
      Optional.of(element)
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .flatMap(parser)
          .ifPresent(parsed::add);
    }
    if (!value.get().isArray() || parsed.size() != value.get().size()) {
      reject(field, "a list of " + expected);
      return List.of();
    }
    return parsed;
  }

  /** Reads a whole number that must be there. */
  public int requiredInteger(String field, int min, int max) {
    if (value(field).isEmpty()) {
      mistakes.add(
          "'%s' is missing: expected a whole number from %d to %d"
              .formatted(path + field, min, max));
    }
    return integer(field, min, max, min);
  }

  /** Reads a whole number of this range. */
  public int integer(String field, int min, int max, int fallback) {
    Optional<JsonNode> value = value(field);
    if (value.isEmpty()) {
      return fallback;
    }
    JsonNode node = value.get();
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      int number = node.intValue();
      if (number >= min && number <= max) {
        return number;
      }
    }
    reject(field, "a whole number from %d to %d".formatted(min, max));
    return fallback;
  }

  /** Reads an amount above zero. */
  public BigDecimal dollars(String field, BigDecimal max, BigDecimal fallback) {
    Optional<JsonNode> value = value(field);
    if (value.isEmpty()) {
      return fallback;
    }
    JsonNode node = value.get();
    boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
    if (finite) {
      BigDecimal number = node.decimalValue();
      if (number.signum() > 0 && number.compareTo(max) <= 0) {
        return number;
      }
    }
    reject(field, "a number of US dollars above 0, at most " + max.toPlainString());
    return fallback;
  }

  /** Reads an object with these fields and no others. Its mistakes count here. */
  public Optional<RequestFields> object(String field, List<String> known) {
    Optional<JsonNode> value = value(field);
    if (value.isPresent() && !value.get().isObject()) {
      return reject(field, "an object with " + String.join(", ", known));
    }
    Optional<RequestFields> object = value.map(json -> nested(field, json));
    object.ifPresent(fields -> fields.rejectUnknown(known));
    return object;
  }

  /** Reads true or false; false by default. */
  public boolean flag(String field) {
    Optional<JsonNode> value = value(field);
    if (value.isPresent() && !value.get().isBoolean()) {
      reject(field, "true or false");
    }
    return value.map(JsonNode::booleanValue).orElse(false);
  }

  /** The field as it is; empty if it is absent or null. */
  public Optional<JsonNode> value(String field) {
    return Optional.ofNullable(json.get(field)).filter(node -> !node.isNull());
  }

  /** Counts the field as a mistake that says its value, and what was expected. */
  public <T> Optional<T> reject(String field, String expected) {
    mistakes.add(
        "'%s' is %s: expected %s"
            .formatted(path + field, shortened(json.path(field).toString()), expected));
    return Optional.empty();
  }

  /** Counts a mistake that is not about the value of one field. */
  public void mistake(String sentence) {
    mistakes.add(sentence);
  }

  /** Counts a mistake of a field, worded as what follows its name. */
  public void mistake(String field, String what) {
    mistakes.add("'%s' %s".formatted(path + field, what));
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
  }
}
