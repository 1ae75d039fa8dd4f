package dev.smartspawn.schema.spawn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a spawn. All of a spawn's events are in one partition; their order there, not their
 * time, says what happened first.
 *
 * @param attemptId who did it: one claim of one worker; absent for steps no claim is needed for
 */
public record SpawnEvent(SpawnId spawnId, Instant at, @Nullable String attemptId, SpawnStep step) {

  public SpawnEvent {
    if (spawnId == null || at == null || step == null) {
      throw new IllegalArgumentException("'spawnId', 'at' and 'step' are required");
    }
  }
}
