package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.source.Source;

/**
 * A number a record gives.
 *
 * @param metric as {@code livebench/agentic_coding}
 * @param value as {@code benchmarks} gives it
 * @param raw as the source published it
 */
record Reading(String metric, double value, double raw, Unit unit) {

  /** What {@link #raw} counts in. */
  enum Unit {
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

    String id() {
      return id;
    }
  }

  static Reading of(Source source, String field, double raw, Unit unit) {
    double value = unit == Unit.FRACTION ? Decimal.percent(raw) : raw;
    return new Reading(source.id() + "/" + field, value, raw, unit);
  }
}
