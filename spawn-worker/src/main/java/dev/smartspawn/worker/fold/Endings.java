package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.List;

/** Results of spawns that no worker has ended. */
final class Endings {

  private Endings() {}

  static SpawnResult cancelled(SpawnId id, FoldState state, String by, Instant at) {
    return result(id, SpawnStatus.CANCELLED, state, List.of("cancelled by " + by), at);
  }

  static SpawnResult overdue(SpawnId id, FoldState state, Instant at) {
    String reason =
        state.account().attempts() == 0
            ? "no worker took it before its deadline"
            : "it was not done by its deadline";
    return result(id, SpawnStatus.FAILED, state, List.of(reason), at);
  }

  static SpawnResult rejected(SpawnId id, List<String> mistakes, Instant at) {
    return result(id, SpawnStatus.FAILED, FoldState.EMPTY, mistakes, at);
  }

  private static SpawnResult result(
      SpawnId id, SpawnStatus status, FoldState state, List<String> reasons, Instant at) {
    SpawnAccount account = state.account();
    return new SpawnResult(
        id,
        status,
        state.mode(),
        null,
        state.label(),
        state.dryRun(),
        null,
        null,
        List.of(),
        List.of(),
        account.cost(),
        account.tokens(),
        null,
        account.calls(),
        account.unknownOutcomes(),
        reasons,
        state.requestedAt(),
        at);
  }
}
