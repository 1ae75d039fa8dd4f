package dev.smartspawn.enrich.plausibility;

/**
 * The values that a metric can have. Both ends are possible.
 *
 * @param unit what the values count, for messages
 */
public record ValueRange(double least, double most, String unit) {

  /** Of the indices that count in estimates: nothing right is 0, and no source publishes less. */
  public static final ValueRange INDEX = new ValueRange(0, 100, "an index");

  /** An index that subtracts wrong answers from right ones. */
  public static final ValueRange SIGNED_INDEX = new ValueRange(-100, 100, "an index");

  public static final ValueRange FRACTION = new ValueRange(0, 1, "a fraction");
  public static final ValueRange PERCENT = new ValueRange(0, 100, "percent");
  public static final ValueRange ELO = new ValueRange(500, 2500, "Elo points");
  public static final ValueRange TOKENS_PER_SECOND =
      new ValueRange(0, 100_000, "tokens per second");
  public static final ValueRange WAITING_SECONDS = new ValueRange(0, 86_400, "seconds");

  boolean contains(double value) {
    return value >= least && value <= most;
  }

  @Override
  public String toString() {
    return "%s from %.0f to %.0f".formatted(unit, least, most);
  }
}
