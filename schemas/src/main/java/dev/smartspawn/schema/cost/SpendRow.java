package dev.smartspawn.schema.cost;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;

/**
 * What calls cost. All figures are whole numbers, so a sum is the same in any order.
 *
 * @param costUsd all that counts, as the ledger counts it
 * @param ambiguousUsd the part of {@code costUsd} that is counted for calls whose outcome is
 *     unknown or not known yet, at the most that they can cost
 * @param calls the number of calls started
 * @param ambiguousCalls those whose outcome is unknown or not known yet
 * @param estimatedCalls those charged at an upper bound, because the provider reported no usage
 * @param failedCalls those that returned nothing usable
 * @param unpricedCalls those whose record does not say with which price they were reckoned
 * @param answers those that returned a text, with its length
 * @param answerTokens tokens written in these texts
 * @param answerTokensSquared the squares of these numbers of tokens, added up
 */
public record SpendRow(
    Usd costUsd,
    Usd ambiguousUsd,
    long calls,
    long ambiguousCalls,
    long estimatedCalls,
    long failedCalls,
    long unpricedCalls,
    TokenUsage tokens,
    long answers,
    long answerTokens,
    long answerTokensSquared) {

  public static final SpendRow NOTHING =
      new SpendRow(Usd.ZERO, Usd.ZERO, 0, 0, 0, 0, 0, TokenUsage.NONE, 0, 0, 0);

  public SpendRow plus(SpendRow other) {
    return new SpendRow(
        costUsd.plus(other.costUsd),
        ambiguousUsd.plus(other.ambiguousUsd),
        calls + other.calls,
        ambiguousCalls + other.ambiguousCalls,
        estimatedCalls + other.estimatedCalls,
        failedCalls + other.failedCalls,
        unpricedCalls + other.unpricedCalls,
        tokens.plus(other.tokens),
        answers + other.answers,
        answerTokens + other.answerTokens,
        answerTokensSquared + other.answerTokensSquared);
  }
}
