package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;

/** Results of spawns. */
public final class TestResults {

  private TestResults() {}

  /** Claims a cost of $9, which the ledger must override. */
  public static SpawnResult completed(SpawnId id, String answer, Instant at) {
    return SpawnResult.builder(id, SpawnStatus.COMPLETED, at)
        .model(CanonicalId.of("maker/model"))
        .answer(answer)
        .costUsd(Usd.of("9"))
        .requestedAt(at)
        .build();
  }
}
