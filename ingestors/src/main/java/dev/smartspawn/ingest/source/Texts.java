package dev.smartspawn.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/** Makes sources' texts fit for records and messages. */
final class Texts {

  private static final int SHOWN_CHARS = 60;
  private static final int SHOWN_DEPTH = 4;
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * Without control characters, which would write into logs, and without halves of characters,
   * which cannot be written as UTF-8.
   */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                printable.appendCodePoint(
                    Character.isISOControl(c)
                        ? ' '
                        : Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
    return printable.toString();
  }

  static String shortened(String text) {
    return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
  }

  /** The beginning of a value, however large it is. */
  static String shown(JsonNode value) {
    StringBuilder text = new StringBuilder();
    show(value, 0, text);
    return shortened(text.toString());
  }

  private static void show(JsonNode value, int depth, StringBuilder text) {
    if (value.isTextual()) {
      text.append('"').append(shortened(value.textValue())).append('"');
    } else if (!value.isContainerNode()) {
      text.append(shortened(value.asText()));
    } else if (depth >= SHOWN_DEPTH) {
      text.append("...");
    } else {
      text.append(value.isArray() ? '[' : '{');
      String between = "";
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        text.append(between).append('"').append(shortened(field.getKey())).append("\":");
        show(field.getValue(), depth + 1, text);
        between = ",";
        if (text.length() > SHOWN_CHARS) {
          break;
        }
      }
      for (JsonNode item : value.isArray() ? value : MissingNode.getInstance()) {
        text.append(between);
        show(item, depth + 1, text);
        between = ",";
        if (text.length() > SHOWN_CHARS) {
          break;
        }
      }
      text.append(value.isArray() ? ']' : '}');
    }
  }
}
