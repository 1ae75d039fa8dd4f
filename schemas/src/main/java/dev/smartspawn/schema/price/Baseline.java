package dev.smartspawn.schema.price;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of another model would have cost. It is written down when a spawn ends, so that
 * savings do not change when prices do.
 *
 * @param price the list price at that time
 * @param priceFrom where the price is written down; absent when it is unknown
 * @param promptTokens of the task
 * @param answer how long its answer is assumed to be
 * @param costUsd at the assumed length
 * @param leastUsd at the least length
 * @param mostUsd at the greatest length
 */
public record Baseline(
    BaselineKind kind,
    CanonicalId model,
    ModelPrice price,
    @Nullable PriceReference priceFrom,
    long promptTokens,
    AnswerLength answer,
    Usd costUsd,
    Usd leastUsd,
    Usd mostUsd) {

  /** With its costs computed from the price and the lengths. */
  public static Baseline of(
      BaselineKind kind,
      CanonicalId model,
      ModelPrice price,
      @Nullable PriceReference priceFrom,
      long promptTokens,
      AnswerLength answer) {
    return new Baseline(
        kind,
        model,
        price,
        priceFrom,
        promptTokens,
        answer,
        price.costOf(new TokenUsage(promptTokens, answer.assumed())),
        price.costOf(new TokenUsage(promptTokens, answer.least())),
        price.costOf(new TokenUsage(promptTokens, answer.most())));
  }
}
