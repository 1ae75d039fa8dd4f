package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.RequestFields;
import dev.smartspawn.schema.question.TextSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request. */
public final class ChatParametersReading {

  public static final int MAX_TOKENS = 1_000_000;
  public static final int MAX_STOPS = 4;
  public static final int MAX_STOP_BYTES = 200;

  private static final String FIELD = "parameters";
  private static final String STOP = "stop";
  private static final String STOP_EXPECTED =
      "a text, or a list of 1 to %d texts, of at most %d bytes each"
          .formatted(MAX_STOPS, MAX_STOP_BYTES);
  private static final List<String> FIELDS =
      List.of("temperature", "topP", "maxTokens", "effort", "seed", STOP, "verbosity");

  private ChatParametersReading() {}

  /**
   * Counts every mistake in {@code fields}.
   *
   * @return empty where none are given
   */
  public static Optional<ChatParameters> read(RequestFields fields) {
    Optional<JsonNode> given = fields.value(FIELD);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (!given.get().isObject()) {
      return fields.reject(FIELD, "an object, as {\"temperature\":0.2}");
    }
    RequestFields parameters = fields.nested(FIELD, given.get());
    parameters.rejectUnknown(FIELDS);
    ChatParameters read =
        new ChatParameters(
            number(parameters, "temperature", BigDecimal.valueOf(2), true),
            number(parameters, "topP", BigDecimal.ONE, false),
            maxTokens(parameters),
            parameters.parsed("effort", "one of " + Effort.known(), Effort::find).orElse(null),
            seed(parameters),
            stops(parameters),
            parameters
                .parsed("verbosity", "one of " + Verbosity.known(), Verbosity::find)
                .orElse(null));
    return Optional.of(read).filter(some -> !some.given().isEmpty());
  }

  private static @Nullable BigDecimal number(
      RequestFields fields, String field, BigDecimal max, boolean zero) {
    Optional<JsonNode> value = fields.value(field);
    if (value.isEmpty()) {
      return null;
    }
    boolean finite = value.get().isNumber() && Double.isFinite(value.get().doubleValue());
    if (finite) {
      BigDecimal number = value.get().decimalValue();
      boolean highEnough = zero ? number.signum() >= 0 : number.signum() > 0;
      if (highEnough && number.compareTo(max) <= 0) {
        return number;
      }
    }
    String range = zero ? "a number from 0 to %s" : "a number above 0, at most %s";
    return fields.<BigDecimal>reject(field, range.formatted(max)).orElse(null);
  }

  private static @Nullable Integer maxTokens(RequestFields fields) {
    return fields.value("maxTokens").isEmpty()
        ? null
        : fields.integer("maxTokens", 1, MAX_TOKENS, MAX_TOKENS);
  }

  private static @Nullable Long seed(RequestFields fields) {
    Optional<JsonNode> value = fields.value("seed");
    if (value.isEmpty()) {
      return null;
    }
    return value.get().isIntegralNumber() && value.get().canConvertToLong()
        ? Long.valueOf(value.get().longValue())
        : fields.<Long>reject("seed", "a whole number of at most 64 bits").orElse(null);
  }

  private static @Nullable List<String> stops(RequestFields fields) {
    Optional<JsonNode> value = fields.value(STOP);
    if (value.isEmpty()) {
      return null;
    }
    JsonNode given = value.get();
    List<String> texts = new ArrayList<>();
    if (given.isTextual()) {
      texts.add(given.textValue());
    } else if (given.isArray() && given.size() <= MAX_STOPS) {
      given.forEach(each -> texts.add(each.isTextual() ? each.textValue() : ""));
    }
    boolean fit =
        !texts.isEmpty()
            && texts.stream()
                .allMatch(text -> !text.isEmpty() && TextSize.bytes(text) <= MAX_STOP_BYTES);
    return fit ? texts : fields.<List<String>>reject(STOP, STOP_EXPECTED).orElse(null);
  }
}
