package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is known of a model before anything is measured: its release, its price and whether it
 * reasons, as the traits a prior is fitted on. Traits are measured from the newest release and the
 * median price of the population, so the same population always gives the same traits, whatever the
 * day.
 */
final class Reputation {

  /** Which of the traits is the price. */
  static final int PRICE = 2;

  private static final double SECONDS_A_YEAR = 365.25 * 24 * 3600;

  /** Cheaper than this tells nothing more, and logarithms of next to nothing run away. */
  private static final double LEAST_PRICE = 0.02;

  private final double newestSecond;
  private final double medianAge;
  private final double medianLogPrice;
  private final Map<CanonicalId, MeasuredModel> population;

  private Reputation(Map<CanonicalId, MeasuredModel> population) {
    this.population = population;
    List<MeasuredModel> originals =
        population.values().stream().filter(MeasuredModel::isOriginal).toList();
    double[] seconds =
        originals.stream()
            .map(MeasuredModel::created)
            .filter(Objects::nonNull)
            .mapToDouble(Reputation::second)
            .sorted()
            .toArray();
    newestSecond = seconds.length == 0 ? 0 : seconds[seconds.length - 1];
    medianAge = seconds.length == 0 ? 0 : years(Robust.median(seconds));
    double[] logPrices =
        originals.stream()
            .filter(MeasuredModel::hasPrice)
            .mapToDouble(Reputation::logPrice)
            .toArray();
    medianLogPrice = logPrices.length == 0 ? 0 : Robust.median(logPrices);
  }

  static Reputation in(Collection<MeasuredModel> population) {
    Map<CanonicalId, MeasuredModel> byId = new TreeMap<>();
    population.forEach(model -> byId.put(model.id(), model));
    return new Reputation(byId);
  }

  /** Years between its release and the newest one; 0 or more. */
  double age(MeasuredModel model) {
    Instant created = original(model).created();
    return created == null ? medianAge : Math.max(0, years(second(created)));
  }

  /** 1, years before the newest release (negative), tenfolds over the median price, reasoning. */
  double[] traits(MeasuredModel model) {
    MeasuredModel original = original(model);
    double logPrice = original.hasPrice() ? logPrice(original) - medianLogPrice : 0;
    return new double[] {1, -age(model), logPrice, model.reasoning() ? 1 : 0};
  }

  /** A free or otherwise special offer has the class, though not the price, of its base. */
  private MeasuredModel original(MeasuredModel model) {
    return model.isOriginal()
        ? model
        : Objects.requireNonNullElse(population.get(model.id().base()), model);
  }

  private double years(double second) {
    return (newestSecond - second) / SECONDS_A_YEAR;
  }

  private static double second(Instant instant) {
    return (double) instant.getEpochSecond();
  }

  private static double logPrice(MeasuredModel model) {
    return Math.log10(Math.max(LEAST_PRICE, model.blendedPrice()));
  }
}
