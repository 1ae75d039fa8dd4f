package dev.smartspawn.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object value by value, so that an answer of any size needs little memory. A value
 * that is far too large is not kept: it counts as a text that says so.
 */
public final class JsonAnswer {

  /** A real entry has a few thousand. All fields beside a list together may have as many. */
  static final int MAX_ENTRY_CHARS = 1_000_000;

  /** Far more than any field needs: one absurd field must not make the answer unreadable. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(100_000)
          .maxNumberLength(100_000)
          .maxNameLength(JsonTextReader.MAX_STRING_CHARS + 1)
          .maxStringLength(JsonTextReader.MAX_STRING_CHARS + 1)
          .build();

  /**
   * Reads numbers as exact decimals, because some sources write prices as numbers. It also reads
   * NaN, infinities and control characters, which JSON does not have but some programs write.
   */
  private static final ObjectReader READER =
      new JsonMapper(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .streamReadConstraints(LIMITS)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Answer answer;
  private final String expected;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private JsonAnswer(Answer answer, String expected) {
    this.answer = answer;
    this.expected = expected;
  }

  /** Takes the entries of a list in their order. */
  @FunctionalInterface
  public interface EntryConsumer {
    void accept(JsonEntry entry) throws PullException;
  }

  /**
   * @param expected what the reader needs, for the message
   * @throws PullException when the answer is not a JSON object
   */
  public static JsonEntry read(Answer answer, String expected) throws PullException {
    JsonAnswer json = new JsonAnswer(answer, expected);
    json.read(null, entry -> {});
    return new JsonEntry(json.root);
  }

  /**
   * Passes each entry of the list in the field {@code list} on.
   *
   * @return the object without the list
   * @throws PullException when the answer is not a JSON object with such a list
   */
  public static JsonEntry read(Answer answer, String list, String expected, EntryConsumer entries)
      throws PullException {
    JsonAnswer json = new JsonAnswer(answer, expected);
    if (!json.read(list, entries)) {
      throw answer.unexpected(expected);
    }
    return new JsonEntry(json.root);
  }

  /** Returns whether the list was there. */
  private boolean read(@Nullable String list, EntryConsumer entries) throws PullException {
    boolean found = false;
    try (JsonParser json = READER.createParser(JsonTextReader.of(answer.body().open()))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw answer.unexpected(expected);
      }
      long left = MAX_ENTRY_CHARS;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals(list) && value == JsonToken.START_ARRAY) {
          found = true;
          while (json.nextToken() != JsonToken.END_ARRAY) {
            entries.accept(new JsonEntry(value(json, MAX_ENTRY_CHARS)));
          }
        } else {
          long before = position(json) - field.length();
          root.set(field, value(json, left));
          left = Math.max(0, left - (position(json) - before));
        }
      }
      if (json.nextToken() != null) {
        throw answer.unexpected(expected);
      }
      return found;
    } catch (JsonProcessingException e) {
      throw answer.unexpected(expected);
    } catch (IOException e) {
      throw answer.unexpected(expected, "a body that can no longer be read");
    }
  }

  /** The value that begins at the current token, whose last token is the current one afterwards. */
  private static JsonNode value(JsonParser json, long maxChars) throws IOException {
    int depth = depth(json);
    try {
      return READER.readValue(new Bounded(json, position(json) + maxChars));
    } catch (TooLargeException e) {
      while (depth(json) > depth || !isEnd(json)) {
        if (json.nextToken() == null) {
          break;
        }
      }
      return TextNode.valueOf("more than %d characters".formatted(maxChars));
    }
  }

  private static boolean isEnd(JsonParser json) {
    return !json.currentToken().isStructStart();
  }

  /** The number of containers around the current value, the current one excluded. */
  private static int depth(JsonParser json) {
    int depth = json.getParsingContext().getNestingDepth();
    return json.currentToken().isStructStart() ? depth - 1 : depth;
  }

  private static long position(JsonParser json) {
    return json.currentLocation().getCharOffset();
  }

  /** The value is larger than any. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Refuses to go on behind a position. */
  private static final class Bounded extends JsonParserDelegate {

    private final long end;

    Bounded(JsonParser json, long end) {
      super(json);
      this.end = end;
    }

    @Override
    public JsonToken nextToken() throws IOException {
      check();
      return super.nextToken();
    }

    @Override
    public String nextFieldName() throws IOException {
      check();
      return super.nextFieldName();
    }

    private void check() throws IOException {
      if (position(delegate) > end) {
        throw new TooLargeException();
      }
    }
  }
}
