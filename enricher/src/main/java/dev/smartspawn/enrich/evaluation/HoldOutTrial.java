package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.Recipe;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One question to the ranking: without this laboratory's figures, does it predict them?
 *
 * @param leftOut the hidden laboratory, whichever source passes its figures on
 * @param truth its metric that judges the category
 * @param below only models with a prompt price under this are judged, USD per 1M tokens
 */
public record HoldOutTrial(Source leftOut, Category category, Metric truth, double below) {

  private static final double ANY_PRICE = Double.POSITIVE_INFINITY;

  /** The specification's bound for fast-cheap, USD per 1M prompt tokens. */
  private static final double CHEAP = 1;

  /**
   * Too weak to judge by, and reported all the same. LiveBench's plain coding column is compressed:
   * its middle half lies within 9 points of 100, where that of agentic coding takes 23, and the two
   * agree by Spearman 0.50 only: who is first in it is chance. Of the HF board's models, all of
   * 2024, hardly any is on sale.
   */
  private static final Set<Metric> REPORTED = Set.of(Metric.LIVEBENCH_CODING, Metric.HF_AVERAGE);

  /**
   * Votes over all questions judge intervals here, but no order: they are about other questions.
   */
  private static final Set<Category> NOT_VOTED_ON =
      EnumSet.of(Category.CODING, Category.REASONING, Category.RESEARCH);

  public static final List<HoldOutTrial> ALL =
      List.of(
          of(Category.CODING, Metric.LIVEBENCH_AGENTIC_CODING),
          of(Category.CODING, Metric.LIVEBENCH_CODING),
          of(Category.REASONING, Metric.LIVEBENCH_REASONING),
          of(Category.GENERAL, Metric.LIVEBENCH_AVERAGE),
          of(Category.CREATIVE, Metric.LIVEBENCH_LANGUAGE),
          of(Category.RESEARCH, Metric.LIVEBENCH_DATA_ANALYSIS),
          cheap(Metric.LIVEBENCH_AVERAGE),
          of(Category.CODING, Metric.AA_CODING),
          of(Category.CODING, Metric.EMBEDDED_CODING),
          of(Category.REASONING, Metric.AA_GPQA),
          of(Category.GENERAL, Metric.AA_INTELLIGENCE),
          of(Category.RESEARCH, Metric.AA_LONG_CONTEXT),
          cheap(Metric.AA_INTELLIGENCE),
          of(Category.CODING, Metric.ARENA_TEXT),
          of(Category.REASONING, Metric.ARENA_TEXT),
          of(Category.RESEARCH, Metric.ARENA_TEXT),
          of(Category.GENERAL, Metric.ARENA_TEXT),
          of(Category.CREATIVE, Metric.ARENA_TEXT),
          of(Category.VISION, Metric.ARENA_VISION),
          of(Category.GENERAL, Metric.HF_AVERAGE));

  private static HoldOutTrial of(Category category, Metric truth) {
    return new HoldOutTrial(truth.laboratory(), category, truth, ANY_PRICE);
  }

  private static HoldOutTrial cheap(Metric truth) {
    return new HoldOutTrial(truth.laboratory(), Category.FAST_CHEAP, truth, CHEAP);
  }

  /** Whether the result counts; otherwise it is only reported. */
  boolean isDecisive() {
    return !REPORTED.contains(truth)
        && !(truth == Metric.ARENA_TEXT && NOT_VOTED_ON.contains(category));
  }

  public Set<Metric> hidden() {
    return Metric.of(leftOut);
  }

  /**
   * The category that is ranked. Fast-cheap is general quality less the price. Laboratories do not
   * measure the price, so the general quality of cheap models is compared.
   */
  public Category asked() {
    return category == Category.FAST_CHEAP ? Category.GENERAL : category;
  }

  /** Whether a remaining laboratory measured the model for the category. */
  public boolean isMeasuredByOthers(MeasuredModel model) {
    return Recipe.of(category).voices().stream()
        .filter(voice -> !voice.laboratory().equals(leftOut))
        .flatMap(voice -> voice.metrics().stream())
        .anyMatch(model::has);
  }

  /** Variants repeat their base and would count twice. */
  public boolean judges(MeasuredModel model) {
    return model.isOriginal()
        && model.has(truth)
        && model.promptPrice() >= 0
        && model.promptPrice() < below
        && (category != Category.VISION || model.vision());
  }
}
