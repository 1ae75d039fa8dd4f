package dev.smartspawn.worker.result;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.ledger.SpawnHistory;

/** What a spawn saved compared with the best model alone. */
public final class Savings {

  private Savings() {}

  /**
   * The cost of the task's tokens and the answer's at the premium price, minus the actual cost.
   *
   * @param premium the price of the best model of the category
   */
  public static Usd of(SpawnAnswer answer, SpawnHistory history, ModelPrice premium) {
    long taskTokens =
        history.steps().stream()
            .filter(SpawnStep.CallFinished.class::isInstance)
            .map(step -> ((SpawnStep.CallFinished) step).usage().prompt())
            .findFirst()
            .orElse(0L);
    TokenUsage alone = new TokenUsage(taskTokens, answer.best().usage().completion());
    return premium.costOf(alone).minus(history.account().cost());
  }
}
