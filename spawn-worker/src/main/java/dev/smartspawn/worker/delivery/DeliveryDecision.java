package dev.smartspawn.worker.delivery;

import dev.smartspawn.worker.claim.Attempt;

/** What a slot does with a delivered request. */
sealed interface DeliveryDecision {

  /** Runs the spawn under this claim. */
  record Run(Attempt attempt) implements DeliveryDecision {}

  /** Acknowledges the record: nothing is left to do for it. */
  record Skip() implements DeliveryDecision {}

  /**
   * Releases the record: a newer delivery of it is running. Should that one fail, the broker
   * delivers the record again.
   */
  record Yield() implements DeliveryDecision {}

  /** Rejects the record: it has been tried too often. */
  record Quarantine() implements DeliveryDecision {}
}
