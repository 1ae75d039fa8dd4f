package dev.smartspawn.enrich.classification;

import dev.smartspawn.enrich.rule.Sizes;
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
    boolean frontier = Sizes.FRONTIER_PROVIDERS.contains(provider);
    if (blended >= (frontier ? Sizes.PREMIUM_FROM_USD_AT_FRONTIER : Sizes.PREMIUM_FROM_USD)) {
      return Tier.PREMIUM;
    }
    return blended < Sizes.BUDGET_BELOW_USD ? Tier.BUDGET : Tier.STANDARD;
  }

  /** USD per 1M tokens of the usual mix. */
  private static double blended(Pricing pricing) {
    double prompts = Sizes.PROMPT_TOKENS_PER_COMPLETION_TOKEN;
    return (prompts * pricing.prompt() + pricing.completion()) / (prompts + 1);
  }
}
