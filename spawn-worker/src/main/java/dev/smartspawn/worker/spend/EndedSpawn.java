package dev.smartspawn.worker.spend;

import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpawnEnding;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.Baseline;
import dev.smartspawn.schema.spawn.SpawnMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A spawn that has ended.
 *
 * @param day on which it ended
 * @param cost of all its calls
 */
record EndedSpawn(
    LocalDate day,
    String profile,
    @Nullable Category category,
    @Nullable SpawnMode mode,
    SpawnEnding ending,
    Usd cost,
    List<Baseline> baselines) {

  EndedSpawn {
    baselines = List.copyOf(baselines);
  }

  /** By how much it changes the rows of {@code savings}. */
  Map<SavingsKey, SavingsRow> changes(int partition) {
    Map<SavingsKey, SavingsRow> changes = new HashMap<>();
    changes.put(
        new SavingsKey(day, profile, category, mode, ending, null, null, partition),
        new SavingsRow(1, cost, Usd.ZERO, Usd.ZERO, Usd.ZERO));
    for (Baseline each : baselines) {
      changes.put(
          new SavingsKey(
              day, profile, category, mode, ending, each.kind(), each.model(), partition),
          new SavingsRow(1, cost, each.costUsd(), each.leastUsd(), each.mostUsd()));
    }
    return changes;
  }
}
