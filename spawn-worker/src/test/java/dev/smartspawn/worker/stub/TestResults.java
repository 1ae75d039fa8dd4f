package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.time.Instant;
import java.util.List;

/** Ends of spawns. */
public final class TestResults {

  private TestResults() {}

  /** Claims to have cost $9, which is for the ledger to say. */
  public static SpawnResult completed(SpawnId id, String answer, Instant at) {
    return new SpawnResult(
        id,
        SpawnStatus.COMPLETED,
        null,
        null,
        null,
        false,
        CanonicalId.of("maker/model"),
        answer,
        List.of(),
        List.of(),
        Usd.of("9"),
        TokenUsage.NONE,
        null,
        0,
        0,
        List.of(),
        at,
        at);
  }
}
