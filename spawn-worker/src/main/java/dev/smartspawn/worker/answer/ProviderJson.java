package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON as providers write it: with NaN, raw line breaks in texts, trailing commas. Null and
 * absent are the same.
 */
final class ProviderJson {

  /** A whole answer has a few hundred, and each takes about 50 times its text in memory. */
  private static final long MOST_TOKENS = 500_000;

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

  /** Empty for what is not JSON. What follows the first value is not looked at. */
  static Optional<JsonNode> read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json == null || json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JsonProcessingException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** Each value of several, as far as they are JSON. */
  static List<JsonNode> readAll(String text) {
    try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
      List<JsonNode> read = new ArrayList<>();
      while (values.hasNextValue()) {
        read.add(values.nextValue());
      }
      return read;
    } catch (IOException | StackOverflowError e) {
      return read(text).stream().toList();
    }
  }

  static boolean isPresent(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }
}
