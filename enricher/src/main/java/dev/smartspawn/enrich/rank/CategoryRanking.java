package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One category's scale and prior, fitted over a population, and what they make of a model. */
final class CategoryRanking {

  /** A number a year older than the newest model errs by this much more, in spreads. */
  private static final double DRIFT_A_YEAR = 0.1;

  /**
   * Nobody measures at random: what is not measured differs from what the prior was learned from,
   * by about as much again as measured models differ from it.
   */
  private static final double UNMEASURED = 2;

  /** Points of spread where nothing was measured. */
  private static final double BLIND_SPREAD = 24;

  private final Category category;
  private final Recipe recipe;
  private final Reputation reputation;
  private final @Nullable Yardstick yardstick;
  private final Prior prior;
  private final double spread;

  CategoryRanking(Category category, List<Measured> originals, Reputation reputation) {
    this.category = category;
    this.recipe = Recipe.of(category);
    this.reputation = reputation;
    this.yardstick = Yardstick.of(recipe, originals).orElse(null);
    this.spread = yardstick == null ? BLIND_SPREAD : yardstick.spread();
    this.prior = learnPrior(originals);
  }

  Estimate estimate(Measured model) {
    List<Said> said = said(model);
    double expected = prior.at(reputation.traits(model));
    double variance = prior.deviation() * prior.deviation();
    if (said.isEmpty()) {
      return Scale.estimate(
          category, model, expected, Math.sqrt(UNMEASURED * variance), expected, List.of());
    }
    Consensus consensus = consensus(said, expected, variance);
    List<Contribution> evidence = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      evidence.add(Scale.contribution(said.get(i), consensus.shares().get(i)));
    }
    evidence.sort(
        Comparator.comparingDouble(Contribution::share)
            .reversed()
            .thenComparing(Contribution::laboratory));
    return Scale.estimate(
        category, model, consensus.value(), Math.sqrt(consensus.variance()), expected, evidence);
  }

  private Prior learnPrior(List<Measured> originals) {
    List<double[]> traits = new ArrayList<>();
    List<Double> points = new ArrayList<>();
    for (Measured model : originals) {
      List<Said> said = said(model);
      if (!said.isEmpty()) {
        traits.add(reputation.traits(model));
        points.add(Consensus.of(values(said), variances(said)).value());
      }
    }
    return Prior.fit(traits, points.stream().mapToDouble(Double::doubleValue).toArray(), spread);
  }

  /** What every laboratory says, the older the less sure. */
  private List<Said> said(Measured model) {
    if (yardstick == null) {
      return List.of();
    }
    double drift = DRIFT_A_YEAR * spread * reputation.age(model);
    return recipe.voices().stream()
        .map(voice -> yardstick.hear(voice, model))
        .flatMap(Optional::stream)
        .map(said -> said.doubtedBy(drift * drift))
        .toList();
  }

  private static Consensus consensus(List<Said> said, double expected, double variance) {
    double[] values = Arrays.copyOf(values(said), said.size() + 1);
    double[] variances = Arrays.copyOf(variances(said), said.size() + 1);
    values[said.size()] = expected;
    variances[said.size()] = variance;
    return Consensus.of(values, variances);
  }

  private static double[] values(List<Said> said) {
    return said.stream().mapToDouble(Said::points).toArray();
  }

  private static double[] variances(List<Said> said) {
    return said.stream().mapToDouble(Said::variance).toArray();
  }
}
