package dev.smartspawn.enrich.classification;

import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.Tier;

/** SPEC: provider and price make the tier. */
final class TierRule {

  private TierRule() {}

  static Tier tierOf(String provider, Pricing pricing) {
    if (pricing.prompt() < 0) {
      return Tier.STANDARD;
    }
    double blended = blended(pricing);
    boolean frontier = FormulaConstants.FRONTIER_PROVIDERS.contains(provider);
    if (blended
        >= (frontier
            ? FormulaConstants.PREMIUM_FROM_USD_AT_FRONTIER
            : FormulaConstants.PREMIUM_FROM_USD)) {
      return Tier.PREMIUM;
    }
    return blended < FormulaConstants.BUDGET_BELOW_USD ? Tier.BUDGET : Tier.STANDARD;
  }

  /** USD per 1M tokens of the usual mix. */
  private static double blended(Pricing pricing) {
    double prompts = FormulaConstants.PROMPT_TOKENS_PER_COMPLETION_TOKEN;
    return (prompts * pricing.promptWithFee() + pricing.completion()) / (prompts + 1);
  }
}
