package dev.smartspawn.worker.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON as providers write it: with NaN, raw line breaks in texts, trailing commas. Null and
 * absent are the same.
 */
public final class ProviderJson {

  /** A whole answer has a few hundred, and each takes about 50 times its text in memory. */
  private static final long MOST_TOKENS = 500_000;

  /** Lines that are not JSON, among those that are. */
  private static final int MOST_SKIPPED = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ProviderJson() {}

  /**
   * The values of a text.
   *
   * @param cutOff within which top-level field the last value was cut off, empty where between two
   *     of them; absent where all values are whole
   */
  public record Values(List<JsonNode> read, Optional<String> cutOff) {

    public Values {
      read = List.copyOf(read);
    }
  }

  /** Empty for what is not JSON. What follows the first value is not looked at. */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json == null || json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JsonProcessingException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /**
   * Each value of several, the last one as far as it came. Lines that are not JSON are passed over.
   */
  public static Values readAll(String text) {
    List<JsonNode> read = new ArrayList<>();
    int from = 0;
    for (int skipped = 0; skipped <= MOST_SKIPPED && from >= 0; skipped++) {
      String rest = from == 0 ? text : text.substring(from);
      Failure failure = readValues(rest, read);
      if (failure.at() < 0) {
        return new Values(read, Optional.empty());
      }
      if (failure.atEnd()) {
        Optional<CutOffJson> cut = CutOffJson.of(rest.substring(failure.at()));
        cut.flatMap(closed -> read(closed.closed())).ifPresent(read::add);
        return new Values(read, cut.map(CutOffJson::field));
      }
      int line = failure.isFinal() ? -1 : rest.indexOf('\n', failure.at());
      from = line < 0 ? -1 : from + line + 1;
    }
    return new Values(read, Optional.empty());
  }

  public static boolean isPresent(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Not below zero, and of a size that arithmetic takes: {@code 1e999999999} is not. */
  public static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber() && Double.isFinite(node.doubleValue())) {
      return plausible(node.decimalValue());
    }
    if (node.isTextual() && node.textValue().length() <= 32) {
      try {
        return plausible(new BigDecimal(node.textValue().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> plausible(BigDecimal number) {
    boolean sized = Math.abs((long) number.scale()) <= 400 && number.precision() <= 400;
    return sized && number.signum() >= 0 ? Optional.of(number) : Optional.empty();
  }

  /**
   * @param at where the value begins that could not be read; below zero where all could
   * @param atEnd whether the text ends within that value
   * @param isFinal whether nothing behind it is worth a try
   */
  private record Failure(int at, boolean atEnd, boolean isFinal) {}

  /** Half a number and half a word are errors of their own. */
  private static boolean isAtEnd(JsonProcessingException e, String text) {
    return e.getLocation() != null && e.getLocation().getCharOffset() >= text.length() - 1;
  }

  private static Failure readValues(String text, List<JsonNode> read) {
    int start = 0;
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        start = (int) parser.currentTokenLocation().getCharOffset();
        JsonNode value = parser.readValueAsTree();
        read.add(value);
        start = (int) parser.currentLocation().getCharOffset();
      }
      return new Failure(-1, false, true);
    } catch (StreamConstraintsException | StackOverflowError e) {
      return new Failure(start, false, true);
    } catch (JsonProcessingException e) {
      boolean atEnd = e instanceof JsonEOFException || isAtEnd(e, text);
      return new Failure(start, atEnd, false);
    } catch (IOException e) {
      return new Failure(start, false, true);
    }
  }
}
