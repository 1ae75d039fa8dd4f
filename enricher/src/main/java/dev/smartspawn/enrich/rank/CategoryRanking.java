package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One category's scale and prior, fitted over a population, and what they make of a model. */
final class CategoryRanking {

  /** Points of spread where nothing was measured. */
  private static final double BLIND_SPREAD = 24;

  /** Variance of what nobody measured, of that of the measured models around what is expected. */
  private static final double UNMEASURED = 2;

  private final Category category;
  private final Recipe recipe;
  private final Reputation reputation;
  private final RankingConstants constants;
  private final @Nullable Yardstick yardstick;
  private final Prior prior;
  private final double spread;
  private final VarianceComponents components;

  /**
   * @param priors by scale, those learned for other categories; it adds its own
   */
  CategoryRanking(
      Category category,
      List<MeasuredModel> originals,
      Calibrations known,
      Reputation reputation,
      Map<Metric, Prior> priors,
      RankingConstants constants) {
    this.category = category;
    this.recipe = Recipe.of(category);
    this.reputation = reputation;
    this.constants = constants;
    this.yardstick = Yardstick.of(recipe, known, constants).orElse(null);
    this.spread = yardstick == null ? BLIND_SPREAD : yardstick.spread();
    this.components =
        yardstick == null ? VarianceComponents.expected(spread, constants) : yardstick.components();
    this.prior =
        yardstick == null
            ? learnPrior(originals, known)
            : priors.computeIfAbsent(yardstick.metric(), scale -> learnPrior(originals, known));
  }

  Estimate estimate(MeasuredModel model) {
    List<LaboratoryValue> said = said(recipe, yardstick, model);
    double expected = prior.at(reputation.traits(model));
    double variance = prior.deviation() * prior.deviation();
    if (said.isEmpty()) {
      return scaled(model, expected, unmeasured(variance), expected, List.of());
    }
    Consensus consensus = consensus(said, expected, variance);
    return scaled(
        model, consensus.value(), consensus.variance(), expected, evidence(said, consensus));
  }

  /**
   * Models that nobody measured are not a random sample: laboratories measure what looks
   * interesting. So they err by more than the measured ones the prior was learned from: as far
   * again, and as a laboratory would that measured them.
   */
  private double unmeasured(double variance) {
    return UNMEASURED * variance + components.own();
  }

  /**
   * @param variance of the model's quality, without what an unheard laboratory would add
   */
  private Estimate scaled(
      MeasuredModel model,
      double points,
      double variance,
      double expected,
      List<Contribution> evidence) {
    double halfWidth = constants.width() * (Math.sqrt(variance) + components.widening());
    return Scale.estimate(category, model, points, halfWidth, expected, evidence);
  }

  private static List<Contribution> evidence(List<LaboratoryValue> said, Consensus consensus) {
    List<Contribution> evidence = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      evidence.add(Scale.contribution(said.get(i), consensus.shares().get(i)));
    }
    evidence.sort(
        Comparator.comparingDouble(Contribution::share)
            .reversed()
            .thenComparing(Contribution::laboratory));
    return evidence;
  }

  /**
   * From how good models are in general, on the scale that all categories share: a price says as
   * much of a model as of its code, and a board that few models have teaches nothing about prices.
   */
  private Prior learnPrior(List<MeasuredModel> originals, Calibrations known) {
    Recipe general = Recipe.of(Category.GENERAL);
    Yardstick scale = yardstick == null ? null : yardstick.forRecipe(general, known, constants);
    List<double[]> traits = new ArrayList<>();
    List<Double> points = new ArrayList<>();
    for (MeasuredModel model : originals) {
      List<LaboratoryValue> said = said(general, scale, model);
      if (!said.isEmpty()) {
        traits.add(reputation.traits(model));
        points.add(Consensus.of(values(said), variances(said), constants.freedom()).value());
      }
    }
    return Prior.fit(
        traits,
        points.stream().mapToDouble(Double::doubleValue).toArray(),
        spread,
        constants.priorWorth());
  }

  /** What every laboratory says, the older the less sure. */
  private List<LaboratoryValue> said(Recipe asked, @Nullable Yardstick scale, MeasuredModel model) {
    if (scale == null) {
      return List.of();
    }
    double drift = constants.driftAYear() * spread * reputation.age(model);
    return asked.voices().stream()
        .map(voice -> scale.hear(voice, model))
        .flatMap(Optional::stream)
        .map(said -> said.doubtedBy(drift * drift))
        .toList();
  }

  private Consensus consensus(List<LaboratoryValue> said, double expected, double variance) {
    double[] values = Arrays.copyOf(values(said), said.size() + 1);
    double[] variances = Arrays.copyOf(variances(said), said.size() + 1);
    values[said.size()] = expected;
    variances[said.size()] = variance;
    return Consensus.of(values, variances, constants.freedom());
  }

  private static double[] values(List<LaboratoryValue> said) {
    return said.stream().mapToDouble(LaboratoryValue::points).toArray();
  }

  private static double[] variances(List<LaboratoryValue> said) {
    return said.stream().mapToDouble(LaboratoryValue::variance).toArray();
  }
}
