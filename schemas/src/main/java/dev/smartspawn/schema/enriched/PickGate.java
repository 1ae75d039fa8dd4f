package dev.smartspawn.schema.enriched;

/**
 * How much better a model must be than the answer so far to replace it: by a part of the error of
 * their difference. A smaller lead comes and goes with the noise of the figures.
 */
public final class PickGate {

  /** Chosen by what it does to churn and loss over recorded days; docs/ranking.md has the table. */
  private static final double PART = 0.1;

  private PickGate() {}

  /** Whether {@code challenger} is enough better; its lower bound counts, as in every ranking. */
  public static boolean isPassed(QualityEstimate challenger, QualityEstimate incumbent) {
    return challenger.low() - incumbent.low()
        > PART * Math.hypot(challenger.error(), incumbent.error());
  }
}
