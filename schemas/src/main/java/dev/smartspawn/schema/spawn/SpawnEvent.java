package dev.smartspawn.schema.spawn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a spawn. All events of a spawn are in one partition. Their order there is the order
 * of the steps, whatever their times are.
 *
 * @param attemptId the claim of a worker that caused it; absent for steps that need no claim
 */
public record SpawnEvent(SpawnId spawnId, Instant at, @Nullable String attemptId, SpawnStep step) {

  public SpawnEvent {
    if (spawnId == null || at == null || step == null) {
      throw new IllegalArgumentException("'spawnId', 'at' and 'step' are required");
    }
  }
}
