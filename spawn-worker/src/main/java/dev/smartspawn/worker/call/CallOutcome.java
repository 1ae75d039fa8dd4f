package dev.smartspawn.worker.call;

import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.time.Duration;
import java.util.Optional;

/**
 * The outcome of one call.
 *
 * @param output empty when the call failed
 * @param next what to try after a failure
 * @param reason why the call failed
 * @param retryAfter the wait the provider asked for
 */
record CallOutcome(
    Optional<Output> output, Next next, String reason, Optional<Duration> retryAfter) {

  enum Next {
    SAME_MODEL,
    OTHER_MODEL,
    ONCE_CIRCUIT_CLOSES
  }

  static CallOutcome of(Output output) {
    return new CallOutcome(Optional.of(output), Next.OTHER_MODEL, "", Optional.empty());
  }

  static CallOutcome failed(Next next, String reason) {
    return new CallOutcome(Optional.empty(), next, reason, Optional.empty());
  }

  static CallOutcome of(ChatFailedException failure) {
    return new CallOutcome(
        Optional.empty(),
        failure.kind().isTransient() ? Next.SAME_MODEL : Next.OTHER_MODEL,
        String.valueOf(failure.getMessage()),
        failure.retryAfter());
  }
}
