package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.evaluation.IntervalReport.Bin;
import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.schema.enriched.PickConfidence;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Picks of many questions, in ten bins by their stated confidence. A question is a random half of a
 * trial's models and a budget.
 */
final class ConfidenceBins {

  private static final int BINS = 10;
  private static final int HALVES = 20;

  /** Always the same halves, so that the same data gives the same bins. */
  private static final long SEED = 20260722;

  private static final int FEWEST_AFFORDABLE = 5;

  private final int[] questions = new int[BINS];
  private final double[] stated = new double[BINS];
  private final int[] kept = new int[BINS];

  /** Asks at every budget for the best of each half. */
  void askHalves(HeldOutPlacements trial) {
    Random random = new Random(SEED);
    for (int half = 0; half < HALVES; half++) {
      List<HeldOutPlacement> shuffled = new ArrayList<>(trial.models());
      Collections.shuffle(shuffled, random);
      HeldOutPlacements asked =
          new HeldOutPlacements(trial.trial(), shuffled.subList(0, shuffled.size() / 2));
      for (double limit : RankingEvaluation.BUDGETS.values()) {
        HeldOutPlacements affordable = asked.where(model -> model.promptPrice() < limit);
        if (affordable.models().size() >= FEWEST_AFFORDABLE) {
          ask(affordable);
        }
      }
    }
  }

  private void ask(HeldOutPlacements affordable) {
    HeldOutPlacement pick = affordable.first(Estimate.BEST_FIRST);
    List<QualityEstimate> rivals =
        affordable.models().stream()
            .filter(each -> !each.equals(pick))
            .map(each -> each.estimate().quality())
            .toList();
    double confidence = PickConfidence.of(pick.estimate().quality(), rivals);
    int bin = Math.min(BINS - 1, (int) (BINS * confidence));
    questions[bin]++;
    stated[bin] += confidence;
    if (affordable.regret(pick) <= PickConfidence.MARGIN) {
      kept[bin]++;
    }
  }

  /** The bins that a question fell into. */
  List<Bin> filled() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (questions[i] > 0) {
        double size = questions[i];
        bins.add(new Bin((double) i / BINS, questions[i], stated[i] / size, kept[i] / size));
      }
    }
    return bins;
  }
}
