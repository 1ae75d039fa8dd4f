package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * An invented population whose truth is known: a model's quality follows its release, its price and
 * luck, and every laboratory measures it on a scale of its own with an error of its own.
 */
public final class SyntheticPopulation {

  static final Instant NEWEST = Instant.parse("2026-07-01T00:00:00Z");

  private static final double POINTS_A_YEAR = 12;
  private static final double POINTS_A_TENFOLD_PRICE = 8;
  private static final double LUCK = 5;

  private final List<MeasuredModel> models = new ArrayList<>();
  private final Map<CanonicalId, Double> quality = new TreeMap<>();

  /**
   * @param size how many models
   * @param measured which share of them a laboratory measures
   */
  public static SyntheticPopulation of(int size, double measured, long seed) {
    SyntheticPopulation world = new SyntheticPopulation();
    Random random = new Random(seed);
    for (int i = 0; i < size; i++) {
      world.add("lab%d/model-%03d".formatted(i % 7, i), measured, random);
    }
    return world;
  }

  /** A model with these figures, of today and at a usual price. */
  static MeasuredModel model(String id, Map<Metric, Double> figures) {
    return model(id, 1, figures);
  }

  static MeasuredModel model(String id, double price, Map<Metric, Double> figures) {
    return new MeasuredModel(CanonicalId.of(id), NEWEST, price, price, true, true, figures);
  }

  public List<MeasuredModel> models() {
    return List.copyOf(models);
  }

  List<MeasuredModel> modelsWithout(Set<Metric> hidden) {
    return models.stream().map(model -> model.without(hidden)).toList();
  }

  /** Of every model, in the order of {@link #models}. */
  double[] qualities() {
    return models.stream()
        .mapToDouble(model -> quality.getOrDefault(model.id(), Double.NaN))
        .toArray();
  }

  private void add(String id, double measured, Random random) {
    double years = 3 * random.nextDouble();
    double logPrice = 2.5 * random.nextDouble() - 1;
    double points =
        40
            - POINTS_A_YEAR * years
            + POINTS_A_TENFOLD_PRICE * logPrice
            + LUCK * random.nextGaussian();
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    boolean analysed = random.nextDouble() < measured;
    boolean judged = random.nextDouble() < measured;
    boolean voted = random.nextDouble() < measured;
    if (analysed) {
      figures.put(Metric.AA_CODING, points + 2 * random.nextGaussian());
      figures.put(Metric.AA_INTELLIGENCE, points + 3 + 2 * random.nextGaussian());
      figures.put(Metric.EMBEDDED_CODING, 1.4 * points + 5 + 3 * random.nextGaussian());
    }
    if (judged) {
      figures.put(
          Metric.LIVEBENCH_AGENTIC_CODING, 0.2 + points / 100 + 0.04 * random.nextGaussian());
      figures.put(Metric.LIVEBENCH_AVERAGE, 0.3 + points / 110 + 0.03 * random.nextGaussian());
    }
    if (voted) {
      figures.put(Metric.ARENA_TEXT, 1250 + 5 * points + 20 * random.nextGaussian());
    }
    Instant created = NEWEST.minus(Duration.ofDays((long) (365 * years)));
    double price = Math.pow(10, logPrice);
    CanonicalId canonical = CanonicalId.of(id);
    quality.put(canonical, points);
    models.add(new MeasuredModel(canonical, created, price, 4 * price, true, true, figures));
  }
}
