package dev.smartspawn.enrich.table;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An entry of a source with one value that cannot be true.
 *
 * @param what was changed, for messages
 */
record Poison(Source source, RawRecord original, RawRecord mutated, String what) {

  private static final double[] FACTORS = {-1, 10, 100, 1_000, 1e6, 1e12, -1e9, 1e300};
  private static final String HUGE = "very long ".repeat(1_000);
  private static final List<Instant> DATES =
      List.of(
          Instant.EPOCH,
          Instant.ofEpochSecond(1_793_491_200_000L),
          Instant.MAX,
          Instant.MIN,
          Instant.parse("2031-01-01T00:00:00Z"),
          Instant.parse("2027-07-01T00:00:00Z"),
          Instant.parse("1999-01-01T00:00:00Z"));

  String key() {
    return original.key();
  }

  @Override
  public String toString() {
    return "%s '%s' with %s".formatted(source, key(), what);
  }

  /** Each source is as likely as the others, whatever its size. */
  static Poison random(EnrichmentInput input, Random random) {
    List<SourceRecords<?>> sources =
        input.sources().stream().filter(source -> !source.records().isEmpty()).toList();
    int which = random.nextInt(sources.size() + 1);
    return which == 0
        ? listing(pick(input.openRouter().stream().map(TopicValue::value).toList(), random), random)
        : row(
            sources.get(which - 1).reading().source(),
            pick(
                sources.get(which - 1).records().stream()
                    .<Raw<? extends RawRecord>>map(TopicValue::value)
                    .toList(),
                random),
            random);
  }

  private static RawRecord pick(List<? extends Raw<? extends RawRecord>> records, Random random) {
    return records.get(random.nextInt(records.size())).record();
  }

  private static Poison listing(RawRecord record, Random random) {
    OpenRouterModel listing = (OpenRouterModel) record;
    OpenRouterModelBuilder builder = new OpenRouterModelBuilder(listing);
    String what;
    switch (random.nextInt(7)) {
      case 0 -> {
        Instant date = DATES.get(random.nextInt(DATES.size()));
        builder.created(date);
        what = "created " + date;
      }
      case 1, 2 -> {
        double factor = factor(random);
        builder.pricing(
            new Pricing(
                listing.pricing().prompt().multiply(BigDecimal.valueOf(factor)),
                listing.pricing().completion().multiply(BigDecimal.valueOf(factor)),
                null,
                null,
                null,
                List.of()));
        what = "prices times " + factor;
      }
      case 3 -> {
        long tokens = random.nextBoolean() ? Long.MAX_VALUE : -random.nextInt(1_000_000);
        builder.contextLength(tokens).maxCompletionTokens(tokens);
        what = "context " + tokens;
      }
      case 4 -> {
        double factor = factor(random);
        builder.artificialAnalysis(new EmbeddedIndices(55 * factor, 48 * factor, 60 * factor));
        what = "embedded indices times " + factor;
      }
      case 5 -> {
        builder.name(HUGE).canonicalSlug(HUGE).huggingFaceId(HUGE);
        what = "huge texts";
      }
      default -> {
        builder
            .expirationDate(LocalDate.EPOCH)
            .inputModalities(List.of())
            .outputModalities(List.of())
            .supportedParameters(List.of("", HUGE));
        what = "empty lists";
      }
    }
    return new Poison(Source.OPENROUTER, listing, builder.build(), what);
  }

  private static Poison row(Source source, RawRecord record, Random random) {
    double factor = factor(random);
    String what = "figures times " + factor;
    RawRecord mutated;
    if (record instanceof ArtificialAnalysisModel row) {
      mutated =
          random.nextInt(4) == 0
              ? new ArtificialAnalysisModelBuilder(row)
                  .releaseDate(LocalDate.of(2031, 1, 1))
                  .outputTokensPerSecond(factor)
                  .build()
              : new ArtificialAnalysisModelBuilder(row)
                  .evaluations(times(row.evaluations(), factor))
                  .build();
    } else if (record instanceof HfEvaluation row) {
      mutated =
          new HfEvaluationBuilder(row)
              .average(times(row.average(), factor))
              .ifEval(times(row.ifEval(), factor))
              .bbh(times(row.bbh(), factor))
              .gpqa(times(row.gpqa(), factor))
              .mmluPro(times(row.mmluPro(), factor))
              .build();
    } else if (record instanceof LiveBenchResult row) {
      mutated =
          new LiveBenchResult(
              row.model(), Map.of(), times(row.categoryScores(), factor), row.questions());
    } else if (record instanceof ArenaStanding row) {
      Map<String, ArenaStanding.Rating> ratings = new HashMap<>();
      row.categories()
          .forEach(
              (category, rating) ->
                  ratings.put(
                      category,
                      new ArenaStanding.Rating(
                          rating.rating() * (factor == -1 ? 0.1 : factor),
                          null,
                          null,
                          null,
                          null,
                          null,
                          rating.published())));
      mutated = new ArenaStanding(row.board(), row.name(), row.organization(), null, ratings);
    } else {
      ArenaRating row = (ArenaRating) record;
      mutated =
          new ArenaRating(
              row.board(),
              row.name(),
              row.rating() * (factor == -1 ? 0.1 : factor),
              null,
              null,
              null,
              null,
              row.organization(),
              null,
              row.published());
    }
    return new Poison(source, record, mutated, what);
  }

  private static double factor(Random random) {
    List<Double> factors = new ArrayList<>();
    for (double each : FACTORS) {
      factors.add(each);
    }
    return factors.get(random.nextInt(factors.size()));
  }

  private static Double times(Double figure, double factor) {
    return figure == null ? null : (Double) (figure * factor);
  }

  private static Map<String, Double> times(Map<String, Double> figures, double factor) {
    Map<String, Double> changed = new TreeMap<>();
    figures.forEach((metric, figure) -> changed.put(metric, figure * factor));
    return changed;
  }
}
