package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures how long it takes to rank 500 synthetic models in every category, from scratch. */
public final class RankingBenchmark {

  private static final int MODELS = 500;
  private static final double MEASURED = 0.7;
  private static final int WARM_UP = 100;
  private static final int TRIES = 10;
  private static final Instant NEWEST = Instant.parse("2026-07-01T00:00:00Z");

  /** A figure where quality is 0, what a unit of quality adds, and what chance adds. */
  private record Board(Metric metric, double middle, double slope, double noise) {}

  private static final List<Board> BOARDS =
      List.of(
          new Board(Metric.AA_INTELLIGENCE, 35, 12, 3),
          new Board(Metric.AA_CODING, 30, 12, 3),
          new Board(Metric.AA_GPQA, 0.65, 0.1, 0.03),
          new Board(Metric.EMBEDDED_INTELLIGENCE, 30, 12, 3),
          new Board(Metric.EMBEDDED_CODING, 40, 18, 4),
          new Board(Metric.LIVEBENCH_AVERAGE, 0.6, 0.1, 0.03),
          new Board(Metric.LIVEBENCH_AGENTIC_CODING, 0.4, 0.15, 0.08),
          new Board(Metric.LIVEBENCH_REASONING, 0.6, 0.15, 0.05),
          new Board(Metric.ARENA_TEXT, 1360, 70, 20),
          new Board(Metric.ARENA_VISION, 1160, 60, 20),
          new Board(Metric.ARENA_CODING, 1380, 75, 25),
          new Board(Metric.ARENA_MATH, 1370, 75, 25),
          new Board(Metric.ARENA_CREATIVE_WRITING, 1340, 75, 25),
          new Board(Metric.ARENA_HARD_PROMPTS, 1370, 75, 25),
          new Board(Metric.ARENA_EXPERT, 1370, 75, 25),
          new Board(Metric.HF_AVERAGE, 33, 9, 3));

  private RankingBenchmark() {}

  /** Milliseconds, one figure per round: the best of ten tries. */
  public static List<Double> measureMillis(int rounds) {
    List<MeasuredModel> models = models(new Random(11));
    for (int round = 0; round < WARM_UP; round++) {
      millis(models);
    }
    List<Double> best = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      double least = Double.POSITIVE_INFINITY;
      for (int attempt = 0; attempt < TRIES; attempt++) {
        least = Math.min(least, millis(models));
      }
      best.add(least);
    }
    return best;
  }

  private static double millis(List<MeasuredModel> models) {
    long begun = System.nanoTime();
    QualityRanking ranking = QualityRanking.of(models);
    double taken = (System.nanoTime() - begun) / 1e6;
    if (ranking.estimate(models.get(0).id(), Category.CODING).isEmpty()) {
      throw new IllegalStateException("a model was not ranked");
    }
    return taken;
  }

  private static List<MeasuredModel> models(Random random) {
    List<MeasuredModel> models = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      double quality = random.nextGaussian();
      double price = Math.pow(10, 0.3 * quality + 0.5 * random.nextGaussian());
      models.add(
          new MeasuredModel(
              CanonicalId.of("maker-%d/model-%d".formatted(i % 20, i)),
              NEWEST.minus(Duration.ofDays(random.nextInt(900))),
              price,
              4 * price,
              random.nextBoolean(),
              random.nextBoolean(),
              figures(quality, random)));
    }
    return models;
  }

  private static Map<Metric, Double> figures(double quality, Random random) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    for (Board board : BOARDS) {
      if (random.nextDouble() < MEASURED) {
        figures.put(
            board.metric(),
            board.middle() + board.slope() * quality + board.noise() * random.nextGaussian());
      }
    }
    return figures;
  }
}
