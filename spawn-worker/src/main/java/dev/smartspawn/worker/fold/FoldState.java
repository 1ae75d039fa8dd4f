package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.worker.result.EndingSpawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fold keeps of an open spawn: enough to end it, but no texts.
 *
 * @param deadline absent until the request has been read
 */
record FoldState(
    SpawnAccount account,
    @Nullable SpawnMode mode,
    @Nullable String label,
    boolean dryRun,
    @Nullable Instant requestedAt,
    @Nullable Instant deadline) {

  static final FoldState EMPTY = new FoldState(SpawnAccount.EMPTY, null, null, false, null, null);

  EndingSpawn ending(SpawnId id) {
    return new EndingSpawn(id, mode, null, label, dryRun, requestedAt, account, List.of());
  }

  FoldState with(SpawnAccount changed) {
    return new FoldState(changed, mode, label, dryRun, requestedAt, deadline);
  }
}
