package dev.smartspawn.schema.cost;

import dev.smartspawn.schema.money.Usd;

/**
 * What spawns cost, beside what one answer of another model would have cost each time.
 *
 * @param costUsd of all calls of these spawns, judges and merges included
 * @param baselineUsd of the other model's answers, at the lengths assumed; zero without a baseline
 * @param leastUsd at the least lengths
 * @param mostUsd at the greatest lengths
 */
public record SavingsRow(long spawns, Usd costUsd, Usd baselineUsd, Usd leastUsd, Usd mostUsd) {

  public static final SavingsRow NOTHING =
      new SavingsRow(0, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);

  public SavingsRow plus(SavingsRow other) {
    return new SavingsRow(
        spawns + other.spawns,
        costUsd.plus(other.costUsd),
        baselineUsd.plus(other.baselineUsd),
        leastUsd.plus(other.leastUsd),
        mostUsd.plus(other.mostUsd));
  }
}
