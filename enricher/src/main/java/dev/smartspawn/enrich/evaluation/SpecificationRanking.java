package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import java.util.OptionalDouble;

/** The specification's ranking: its scores, and the tier's baseline where there are none. */
public final class SpecificationRanking {

  private SpecificationRanking() {}

  public static RankingMethod ordering() {
    return population -> SpecificationRanking::score;
  }

  private static double score(MeasuredModel model, Category category) {
    OptionalDouble general = general(model);
    return switch (category) {
      case CODING -> coding(model, general);
      case REASONING ->
          general.isPresent()
              ? general.getAsDouble() + (model.reasoning() ? FormulaConstants.REASONING_BOOST : 0)
              : baseline(model);
      case CREATIVE ->
          model.has(Metric.ARENA_TEXT)
              ? model.value(Metric.ARENA_TEXT) / FormulaConstants.TEXT_ELO_PER_POINT
              : general.orElse(baseline(model));
      case VISION ->
          model.has(Metric.ARENA_VISION)
              ? model.value(Metric.ARENA_VISION) / FormulaConstants.VISION_ELO_PER_POINT
              : general.orElse(baseline(model));
      case RESEARCH, GENERAL, FAST_CHEAP -> general.orElse(baseline(model));
    };
  }

  private static double coding(MeasuredModel model, OptionalDouble general) {
    OptionalDouble index = normalised(model, Metric.AA_CODING, Metric.EMBEDDED_CODING);
    if (index.isPresent()) {
      return index.getAsDouble();
    }
    return general.isPresent()
        ? general.getAsDouble() * FormulaConstants.CODING_OF_GENERAL
        : baseline(model);
  }

  private static OptionalDouble general(MeasuredModel model) {
    OptionalDouble index = normalised(model, Metric.AA_INTELLIGENCE, Metric.EMBEDDED_INTELLIGENCE);
    return index.isEmpty() && model.has(Metric.HF_MMLU_PRO)
        ? OptionalDouble.of(model.value(Metric.HF_MMLU_PRO))
        : index;
  }

  private static OptionalDouble normalised(MeasuredModel model, Metric own, Metric embedded) {
    if (!model.has(own) && !model.has(embedded)) {
      return OptionalDouble.empty();
    }
    double index = model.value(model.has(own) ? own : embedded);
    return OptionalDouble.of(
        (index + FormulaConstants.INDEX_OFFSET) / FormulaConstants.INDEX_DIVISOR);
  }

  private static double baseline(MeasuredModel model) {
    boolean frontier = FormulaConstants.FRONTIER_PROVIDERS.contains(model.id().provider());
    double premium =
        frontier
            ? FormulaConstants.PREMIUM_FROM_USD_AT_FRONTIER
            : FormulaConstants.PREMIUM_FROM_USD;
    double price = model.blendedPrice();
    return FormulaConstants.baseline(
        price >= premium
            ? Tier.PREMIUM
            : price < FormulaConstants.BUDGET_BELOW_USD ? Tier.BUDGET : Tier.STANDARD);
  }
}
