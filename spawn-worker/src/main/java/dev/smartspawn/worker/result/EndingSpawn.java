package dev.smartspawn.worker.result;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a spawn when it ends.
 *
 * @param mode absent when the request was not read
 * @param category the requested one, or the one the task was classified as
 * @param requestedAt absent when the request was not read
 * @param account its cost and calls so far
 * @param deviations from the request, in order
 */
public record EndingSpawn(
    SpawnId id,
    @Nullable SpawnMode mode,
    @Nullable Category category,
    @Nullable String label,
    boolean dryRun,
    @Nullable Instant requestedAt,
    SpawnAccount account,
    List<String> deviations) {

  public EndingSpawn {
    deviations = List.copyOf(deviations);
  }

  public static EndingSpawn of(
      SpawnId id, SpawnRequest request, Instant requestedAt, SpawnHistory history) {
    return new EndingSpawn(
        id,
        request.mode(),
        Optional.ofNullable(request.category()).or(history::category).orElse(null),
        request.label(),
        request.dryRun(),
        requestedAt,
        history.account(),
        Reasons.of(history));
  }

  /** A spawn of which only the id is known. */
  static EndingSpawn unknown(SpawnId id) {
    return new EndingSpawn(id, null, null, null, false, null, SpawnAccount.EMPTY, List.of());
  }
}
