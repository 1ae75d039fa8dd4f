package dev.smartspawn.schema.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON whose numbers are exact, and equal where they have the same value: 1 and 1.0 are the same
 * integer. So what was checked is what is written.
 */
public final class ExactJson extends JsonDeserializer<JsonNode> {

  private static final int MAX_DEPTH = 100;

  /** Larger exponents would take the memory of the number when it is written out. */
  private static final int MAX_SCALE = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** For a value inside a record. */
  private static final JsonMapper WITHIN =
      MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** A text that is one JSON value; empty for any other. */
  static Optional<JsonNode> parse(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json.isMissingNode() ? Optional.empty() : Optional.ofNullable(exact(json));
    } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The same value with exact numbers; null if one of them is out of range. */
  static @Nullable JsonNode exact(JsonNode json) {
    if (json.isNumber()) {
      return number(json);
    }
    if (json instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (JsonNode element : array) {
        @Nullable JsonNode exact = exact(element);
        if (exact == null) {
          return null;
        }
        copy.add(exact);
      }
      return copy;
    }
    if (json instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (var field : object.properties()) {
        @Nullable JsonNode exact = exact(field.getValue());
        if (exact == null) {
          return null;
        }
        copy.set(field.getKey(), exact);
      }
      return copy;
    }
    return json;
  }

  private static @Nullable JsonNode number(JsonNode number) {
    boolean real = number.isFloat() || number.isDouble();
    if (real && !Double.isFinite(number.doubleValue())) {
      return null;
    }
    BigDecimal value = number.decimalValue();
    if (Math.abs((long) value.scale()) > MAX_SCALE || value.precision() > MAX_SCALE) {
      return null;
    }
    BigDecimal shortest = value.stripTrailingZeros();
    if (shortest.scale() > 0) {
      return JsonNodeFactory.instance.numberNode(shortest);
    }
    BigInteger integer = shortest.toBigIntegerExact();
    if (integer.bitLength() < Integer.SIZE) {
      return JsonNodeFactory.instance.numberNode(integer.intValue());
    }
    return integer.bitLength() < Long.SIZE
        ? JsonNodeFactory.instance.numberNode(integer.longValue())
        : JsonNodeFactory.instance.numberNode(integer);
  }

  /** Reads a value from a topic with its numbers as they were written. */
  @Override
  public JsonNode deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return WITHIN.readTree(parser);
  }

  @Override
  public @Nullable JsonNode getNullValue(DeserializationContext context) {
    return null;
  }
}
