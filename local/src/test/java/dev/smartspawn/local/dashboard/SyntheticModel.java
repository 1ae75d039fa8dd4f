package dev.smartspawn.local.dashboard;

import dev.smartspawn.schema.enriched.BenchmarksBuilder;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
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
    return new EnrichedModelBuilder()
        .id(id(i))
        .name("Model " + i)
        .provider(id(i).provider())
        .contextLength(128_000L << (i % 4))
        .pricing(new Pricing(price, 4 * price))
        .capabilities(new Capabilities(i % 2 == 0, true, true, i % 3 == 0, i % 5 == 0, i % 4 == 0))
        .categories(List.of(Category.values()))
        .scores(scores)
        .costEfficiency(scores)
        .tier(Tier.values()[i % Tier.values().length])
        .benchmarks(benchmarks(quality))
        .speed(new Speed(40.0 + i % 100, 0.5))
        .tags(List.of("fast"))
        .lastUpdated(at)
        .sourcesCovered(List.of(Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS, Source.LMARENA))
        .estimates(estimates)
        .evidence(evidence(i, quality, at))
        .build();
  }

  private static Benchmarks benchmarks(double value) {
    return new BenchmarksBuilder()
        .arena(1000 + 5 * value)
        .intelligenceIndex(value)
        .codingIndex(value)
        .mathIndex(value)
        .mmluPro(value)
        .gpqa(value)
        .liveCodeBench(value)
        .math500(value)
        .ifEval(value)
        .bbh(value)
        .liveBenchCoding(value)
        .liveBenchAgenticCoding(value)
        .liveBenchReasoning(value)
        .liveBenchMath(value)
        .liveBenchLanguage(value)
        .liveBenchIF(value)
        .liveBenchDataAnalysis(value)
        .build();
  }

  private static List<Evidence> evidence(int i, double value, Instant at) {
    return IntStream.range(0, NUMBERS)
        .mapToObj(
            n ->
                new EvidenceBuilder()
                    .metric("artificial-analysis/figure_" + n)
                    .value(value)
                    .raw(value)
                    .unit("index")
                    .source(Source.ARTIFICIAL_ANALYSIS)
                    .sourceId("key-" + i)
                    .sourceName("Model " + i)
                    .pulledAt(at)
                    .rule("exact-name")
                    .confidence(0.98)
                    .topic("raw-artificial-analysis")
                    .partition(0)
                    .offset(100L * i + n)
                    .build())
        .toList();
  }
}
