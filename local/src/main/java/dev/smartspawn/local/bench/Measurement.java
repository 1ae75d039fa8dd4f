package dev.smartspawn.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A figure, next to what was promised.
 *
 * @param what in words, with the unit
 * @param rounds every figure measured, in order
 * @param bound what the median is held to
 * @param limit the figure promised
 */
public record Measurement(String what, List<Double> rounds, Bound bound, double limit) {

  /** Which way a promise goes. */
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
