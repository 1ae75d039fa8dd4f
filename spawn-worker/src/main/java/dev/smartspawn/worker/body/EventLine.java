package dev.smartspawn.worker.body;

/** Lines of an event stream, as the HTML standard has them (9.2.6) and as gateways write them. */
public final class EventLine {

  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  /** With its quotes. */
  public static final int LONGEST_DONE = DONE.length() + 2;

  private EventLine() {}

  /** Whether the line is a field of an event, or a comment. */
  public static boolean isField(String line) {
    return line.equals("data")
        || line.startsWith(":")
        || line.startsWith(DATA)
        || line.startsWith("event:")
        || line.startsWith("id:")
        || line.startsWith("retry:");
  }

  /**
   * The data of a line. Gateways repeat the field's name, and pass comments on as data.
   *
   * @param line with the field's name, or the next line of a document without it
   * @param first whether it is the event's first
   */
  public static String data(String line, boolean first) {
    String data = line.strip();
    while (data.startsWith(DATA)) {
      data = data.substring(DATA.length()).strip();
    }
    return first && data.startsWith(":") ? "" : data;
  }

  /** Whether the data is the mark that ends a stream. */
  public static boolean isDone(String data) {
    return data.equalsIgnoreCase(DONE) || data.equalsIgnoreCase('"' + DONE + '"');
  }

  /** Whether a text of several documents ends with that mark. */
  public static boolean endsDone(String text) {
    return text.stripTrailing().endsWith(DONE);
  }
}
