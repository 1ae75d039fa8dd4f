package dev.smartspawn.enrich.metric;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A number of a record.
 *
 * @param metric as {@code livebench/agentic_coding}
 * @param value as {@code benchmarks} gives it
 * @param raw as the source published it
 * @param poll the votes behind a rating; absent for every other number
 */
public record MetricReading(
    String metric, double value, double raw, Unit unit, @Nullable Poll poll) {

  /** What {@link #raw} counts in. */
  public enum Unit {
    INDEX("index"),
    FRACTION("fraction"),
    PERCENT("percent"),
    ELO("elo"),
    TOKENS_PER_SECOND("tokens/s"),
    SECONDS("s"),
    SCORE("score");

    private final String id;

    Unit(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public static MetricReading of(
      Source source, String field, double raw, Unit unit, @Nullable Poll poll) {
    double value = unit == Unit.FRACTION ? Decimal.percent(raw) : raw;
    return new MetricReading(source.id() + "/" + field, value, raw, unit, poll);
  }
}
