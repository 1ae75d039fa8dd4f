package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.worker.call.PartFailedException;
import java.util.List;

/**
 * How a task is worked on. A mode is a plain sequence of parts; the {@link Spawn} it works with
 * repeats nothing that is already done, so a mode is simply begun anew after a crash.
 */
public sealed interface Mode permits Single, Collective, Cascade {

  /**
   * @throws PartFailedException when no model did what cannot be done without
   */
  Answer run(Spawn spawn) throws PartFailedException;

  /** The calls {@link #run} would make if all went well, or worst where that depends. */
  List<PlannedCall> plan(Spawn spawn);

  static Mode of(SpawnMode mode) {
    return switch (mode) {
      case SINGLE -> new Single();
      case COLLECTIVE -> new Collective();
      case CASCADE -> new Cascade();
    };
  }
}
