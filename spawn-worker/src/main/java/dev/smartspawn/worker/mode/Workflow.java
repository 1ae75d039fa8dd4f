package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.result.SpawnAnswer;
import java.util.List;

/**
 * Carries out one spawn mode as a plain sequence of parts. The {@link Spawn} repeats no part that
 * is already done, so after a crash the workflow simply starts from the beginning.
 */
public sealed interface Workflow permits Single, Collective, Cascade {

  /**
   * @throws PartFailedException when no model completed a part that is required
   */
  SpawnAnswer run(Spawn spawn) throws PartFailedException;

  /** The calls {@link #run} would make if all succeed; where it depends, the most expensive. */
  List<PlannedCall> plan(Spawn spawn);

  /**
   * @param policy the operator's rules
   */
  static Workflow of(SpawnMode mode, SpawnPolicy policy) {
    return switch (mode) {
      case SINGLE -> new Single();
      case COLLECTIVE -> new Collective();
      case CASCADE -> new Cascade(policy.unjudged());
    };
  }
}
