package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model of the catalogue with everything ranking may know of it.
 *
 * @param created when the catalogue took it in; absent counts as the middle of the population
 * @param promptPrice USD per 1M tokens; 0 (free) or less (a router) says nothing about its class
 * @param completionPrice likewise
 * @param reasoning whether it can think before it answers
 * @param vision whether it takes images; a model that does not has no estimate for vision
 * @param values the figures of the rows that stand for the model, a variant sharing its base's; a
 *     figure that is not finite is dropped
 */
public record MeasuredModel(
    CanonicalId id,
    @Nullable Instant created,
    double promptPrice,
    double completionPrice,
    boolean reasoning,
    boolean vision,
    Map<Metric, Double> values) {

  public MeasuredModel {
    Map<Metric, Double> finite = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, value) -> {
          if (value != null && Double.isFinite(value)) {
            finite.put(metric, value);
          }
        });
    values = Collections.unmodifiableMap(finite);
  }

  /**
   * Whether it is a model of its own. Variants and aliases repeat another's figures: they are
   * ranked by them, but nothing is learned from them twice.
   */
  public boolean isOriginal() {
    return id.variant().isEmpty() && !id.isAlias();
  }

  /** Whether {@code metric} was measured. */
  public boolean has(Metric metric) {
    return values.containsKey(metric);
  }

  /**
   * @throws IllegalArgumentException where it was not measured
   */
  public double value(Metric metric) {
    Double value = values.get(metric);
    if (value == null) {
      throw new IllegalArgumentException("%s has no %s".formatted(id, metric.id()));
    }
    return value;
  }

  boolean hasPrice() {
    return promptPrice > 0 || completionPrice > 0;
  }

  /** USD per 1M tokens when three prompt tokens come on one of completion. */
  public double blendedPrice() {
    return (3 * promptPrice + completionPrice) / 4;
  }

  /** The same model as if these figures had never been published. */
  public MeasuredModel without(Set<Metric> leftOut) {
    Map<Metric, Double> kept = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, value) -> {
          if (!leftOut.contains(metric)) {
            kept.put(metric, value);
          }
        });
    return new MeasuredModel(id, created, promptPrice, completionPrice, reasoning, vision, kept);
  }
}
