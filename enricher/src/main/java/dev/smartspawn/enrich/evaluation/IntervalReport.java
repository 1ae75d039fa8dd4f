package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * Whether what is stated about certainty is what is observed.
 *
 * @param coverage one per trial with enough models
 * @param categories the mean of each category over its laboratories
 * @param regrets one per trial and budget
 * @param calibration of the confidence of picks, ten bins without the empty ones
 */
public record IntervalReport(
    List<Coverage> coverage,
    List<CategoryCoverage> categories,
    List<Regret> regrets,
    List<Bin> calibration) {

  public IntervalReport {
    coverage = List.copyOf(coverage);
    categories = List.copyOf(categories);
    regrets = List.copyOf(regrets);
    calibration = List.copyOf(calibration);
  }

  /**
   * @param models judged
   * @param one share of models that the hidden laboratory places within one error of the estimate
   * @param two within two errors
   * @param error mean error stated, points of a score
   * @param seen root mean square of the errors seen, points
   */
  public record Coverage(
      Source leftOut,
      Category category,
      String truth,
      boolean decisive,
      int models,
      double one,
      double two,
      double error,
      double seen) {}

  /**
   * @param laboratories that were left out, each with at least 30 judged models
   * @param one mean over the laboratories
   * @param two likewise
   */
  public record CategoryCoverage(Category category, int laboratories, double one, double two) {}

  /**
   * What the best model would have had more than the pick, by the hidden laboratory.
   *
   * @param affordable judged models within the budget
   * @param byLowerBound points, when the lower bound decides
   * @param byEstimate points, when the estimate decides
   * @param spread of the judged models, points: one standard deviation
   */
  public record Regret(
      Category category,
      String truth,
      String budget,
      int affordable,
      double byLowerBound,
      double byEstimate,
      double spread) {}

  /**
   * @param from lower end of the stated confidence
   * @param questions asked in this bin
   * @param stated mean confidence
   * @param observed share of picks than which no affordable model was better by more than the
   *     margin
   */
  public record Bin(double from, int questions, double stated, double observed) {}

  /** Mean regret in points, over all trials and budgets, when the lower bound decides. */
  public double regretByLowerBound() {
    return regrets.stream().mapToDouble(Regret::byLowerBound).average().orElse(Double.NaN);
  }

  /** Likewise, when the estimate decides. */
  public double regretByEstimate() {
    return regrets.stream().mapToDouble(Regret::byEstimate).average().orElse(Double.NaN);
  }
}
