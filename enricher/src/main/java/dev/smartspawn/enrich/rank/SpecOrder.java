package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.rule.Sizes;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import java.util.OptionalDouble;

/** The specification's plain order: its scores, and a tier's baseline where there are none. */
public final class SpecOrder {

  private SpecOrder() {}

  public static Ordering ordering() {
    return population -> SpecOrder::score;
  }

  private static double score(Measured model, Category category) {
    OptionalDouble general = general(model);
    return switch (category) {
      case CODING -> coding(model, general);
      case REASONING ->
          general.isPresent()
              ? general.getAsDouble() + (model.reasoning() ? Sizes.REASONING_BOOST : 0)
              : baseline(model);
      case CREATIVE ->
          model.has(Metric.ARENA_TEXT)
              ? model.value(Metric.ARENA_TEXT) / Sizes.TEXT_ELO_PER_POINT
              : general.orElse(baseline(model));
      case VISION ->
          model.has(Metric.ARENA_VISION)
              ? model.value(Metric.ARENA_VISION) / Sizes.VISION_ELO_PER_POINT
              : general.orElse(baseline(model));
      case RESEARCH, GENERAL, FAST_CHEAP -> general.orElse(baseline(model));
    };
  }

  private static double coding(Measured model, OptionalDouble general) {
    OptionalDouble index = normalised(model, Metric.AA_CODING, Metric.EMBEDDED_CODING);
    if (index.isPresent()) {
      return index.getAsDouble();
    }
    return general.isPresent() ? general.getAsDouble() * Sizes.CODING_OF_GENERAL : baseline(model);
  }

  private static OptionalDouble general(Measured model) {
    OptionalDouble index = normalised(model, Metric.AA_INTELLIGENCE, Metric.EMBEDDED_INTELLIGENCE);
    return index.isEmpty() && model.has(Metric.HF_MMLU_PRO)
        ? OptionalDouble.of(model.value(Metric.HF_MMLU_PRO))
        : index;
  }

  private static OptionalDouble normalised(Measured model, Metric own, Metric embedded) {
    if (!model.has(own) && !model.has(embedded)) {
      return OptionalDouble.empty();
    }
    double index = model.value(model.has(own) ? own : embedded);
    return OptionalDouble.of((index + Sizes.INDEX_OFFSET) / Sizes.INDEX_DIVISOR);
  }

  private static double baseline(Measured model) {
    boolean frontier = Sizes.FRONTIER_PROVIDERS.contains(model.id().provider());
    double premium = frontier ? Sizes.PREMIUM_FROM_USD_AT_FRONTIER : Sizes.PREMIUM_FROM_USD;
    double price = model.blendedPrice();
    return Sizes.baseline(
        price >= premium
            ? Tier.PREMIUM
            : price < Sizes.BUDGET_BELOW_USD ? Tier.BUDGET : Tier.STANDARD);
  }
}
