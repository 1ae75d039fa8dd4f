package dev.smartspawn.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A measured figure and its promised limit.
 *
 * @param what the figure's name, with the unit
 * @param rounds every measured value, in order
 * @param bound whether the limit is an upper or a lower one for the median
 * @param limit the promised value
 */
public record Measurement(String what, List<Double> rounds, Bound bound, double limit) {

  /** The direction of a limit. */
  public enum Bound {
    AT_MOST,
    AT_LEAST
  }

  public Measurement {
    rounds = List.copyOf(rounds);
  }

  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public boolean isMet() {
    return bound == Bound.AT_MOST ? median() <= limit : median() >= limit;
  }

  @Override
  public String toString() {
    String each = rounds.stream().map(Measurement::figure).collect(Collectors.joining(" "));
    return "%-58s %8s  (%s %s: %s; rounds: %s)"
        .formatted(
            what,
            figure(median()),
            bound == Bound.AT_MOST ? "at most" : "at least",
            figure(limit),
            isMet() ? "met" : "MISSED",
            each);
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
  }
}
