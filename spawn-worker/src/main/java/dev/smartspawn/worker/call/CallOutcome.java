package dev.smartspawn.worker.call;

import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.time.Duration;
import java.util.Optional;

/**
 * What one call came to.
 *
 * @param output empty when it brought nothing
 * @param next who should be tried then
 * @param reason why it brought nothing
 * @param retryAfter what the provider asked for
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

  static CallOutcome nothing(Next next, String reason) {
    return new CallOutcome(Optional.empty(), next, reason, Optional.empty());
  }

  static CallOutcome of(ChatFailedException failure) {
    return new CallOutcome(
        Optional.empty(),
        failure.isPassing() ? Next.SAME_MODEL : Next.OTHER_MODEL,
        String.valueOf(failure.getMessage()),
        failure.retryAfter());
  }
}
