package dev.smartspawn.local.dashboard;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A made-up model, as large as a well-measured real one. */
final class SyntheticModel {

  private static final int MAKERS = 25;
  private static final int NUMBERS = 20;

  private SyntheticModel() {}

  static CanonicalId id(int i) {
    return CanonicalId.of("maker-%d/model-%d".formatted(i % MAKERS, i));
  }

  static EnrichedModel number(int i, Instant at) {
    double quality = 20 + (i * 37 % 700) / 10.0;
    double price = Math.pow(10, (i * 53 % 300) / 100.0 - 1.5);
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    Map<Category, QualityEstimate> estimates = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      scores.put(category, quality);
      estimates.put(
          category, new QualityEstimate(quality, quality - 2, quality + 2, 1 + i % 4, 0.8));
    }
    return new EnrichedModel(
        id(i),
        "Model " + i,
        id(i).provider(),
        128_000L << (i % 4),
        new Pricing(price, 4 * price),
        new Capabilities(i % 2 == 0, true, true, i % 3 == 0, i % 5 == 0),
        List.of(Category.values()),
        scores,
        scores,
        Tier.values()[i % Tier.values().length],
        benchmarks(quality),
        new Speed(40.0 + i % 100, 0.5),
        List.of("fast"),
        at,
        List.of(Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS, Source.LMARENA),
        estimates,
        evidence(i, quality, at));
  }

  private static Benchmarks benchmarks(double value) {
    return new Benchmarks(
        1000 + 5 * value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value,
        value);
  }

  private static List<Evidence> evidence(int i, double value, Instant at) {
    return IntStream.range(0, NUMBERS)
        .mapToObj(
            n ->
                new Evidence(
                    "artificial-analysis/figure_" + n,
                    value,
                    value,
                    "index",
                    Source.ARTIFICIAL_ANALYSIS,
                    "key-" + i,
                    "Model " + i,
                    null,
                    at,
                    "exact-name",
                    0.98,
                    "raw-artificial-analysis",
                    0,
                    100L * i + n))
        .toList();
  }
}
