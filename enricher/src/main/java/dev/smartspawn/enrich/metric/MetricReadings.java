package dev.smartspawn.enrich.metric;

import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the numbers of one record. What is not a number, or a fraction of more than 1, is a gap
 * here as in {@code benchmarks}.
 */
public final class MetricReadings {

  private final Source source;
  private final SortedMap<String, MetricReading> byField = new TreeMap<>();

  public MetricReadings(Source source) {
    this.source = source;
  }

  /** The first of several numbers of one field is kept. */
  public void add(String field, @Nullable Double figure, Unit unit) {
    add(field, figure, unit, null);
  }

  /**
   * @param poll the votes behind a rating
   */
  public void add(String field, @Nullable Double figure, Unit unit, @Nullable Poll poll) {
    @Nullable Double raw = Figure.plain(figure);
    if (raw != null && (unit != Unit.FRACTION || Figure.percent(raw) != null)) {
      byField.putIfAbsent(field, MetricReading.of(source, field, raw, unit, poll));
    }
  }

  /** In the order of the metrics. */
  public Collection<MetricReading> all() {
    return byField.values();
  }
}
