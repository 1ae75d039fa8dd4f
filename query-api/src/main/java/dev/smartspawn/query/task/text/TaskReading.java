package dev.smartspawn.query.task.text;

import dev.smartspawn.query.task.linear.SparseVector;
import java.util.Locale;

/** The features of one task, and where in the task each was found. */
public final class TaskReading {

  /** Of a longer text, so much of each end is read: it bounds the time that a task can take. */
  private static final int READ_AT_EACH_END = 3_000;

  private static final int FEATURES_PER_CHARACTER = 2;

  /** A source is a position and a length in one number, or a signal below 0. */
  private static final int LENGTH_BITS = 6;

  private static final Signal[] SIGNALS = Signal.values();

  private final String text;
  private final Tokens tokens;
  private final SparseVector features;
  private final boolean hasWords;

  private TaskReading(String text, Tokens tokens, SparseVector features, boolean hasWords) {
    this.text = text;
    this.tokens = tokens;
    this.features = features;
    this.hasWords = hasWords;
  }

  public static TaskReading of(String task) {
    String text = ends(task);
    Tokens tokens = Tokens.of(text);
    Regions regions = Regions.of(text);
    SparseVector features = new SparseVector(FEATURES_PER_CHARACTER * text.length());
    WordFeatures words = new WordFeatures(text, tokens, regions, features);
    words.read();
    SignalFeatures.add(SignalReader.read(text, task.length(), regions), features);
    return new TaskReading(text, tokens, features, words.found());
  }

  private static String ends(String task) {
    return task.length() <= 2 * READ_AT_EACH_END
        ? task
        : task.substring(0, READ_AT_EACH_END)
            + "\n"
            + task.substring(task.length() - READ_AT_EACH_END);
  }

  static int source(int start, int end) {
    return start << LENGTH_BITS | Math.min(end - start, (1 << LENGTH_BITS) - 1);
  }

  static int source(Signal signal) {
    return -1 - signal.number();
  }

  String text() {
    return text;
  }

  Tokens tokens() {
    return tokens;
  }

  public SparseVector features() {
    return features;
  }

  /** Whether there is anything to go by: a word or a number. */
  public boolean hasWords() {
    return hasWords;
  }

  public static boolean isSignal(int source) {
    return source < 0;
  }

  public static int start(int source) {
    return source >> LENGTH_BITS;
  }

  public static int end(int source) {
    return start(source) + (source & (1 << LENGTH_BITS) - 1);
  }

  /** The words or the signal at a source, as shown to a person. */
  public String label(int source) {
    return isSignal(source)
        ? SIGNALS[-1 - source].label()
        : text.substring(start(source), end(source)).toLowerCase(Locale.ROOT);
  }
}
