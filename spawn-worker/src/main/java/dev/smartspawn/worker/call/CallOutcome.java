package dev.smartspawn.worker.call;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.RequestChange;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one call.
 *
 * @param output empty when the call failed
 * @param next what to try after a failure
 * @param reason why the call failed
 * @param failure what the provider said; empty where no call was made
 * @param partial what a failed call had brought of its answer
 */
record CallOutcome(
    Optional<Output> output,
    Next next,
    String reason,
    Optional<ProviderAnswer.Failed> failure,
    Optional<Output> partial) {

  enum Next {
    /** The same model after a pause. */
    SAME_MODEL,
    /** The same model at once, in another form. */
    ANOTHER_FORM,
    /** Another model, which may write more. */
    MORE_ROOM,
    /** Another model; this one does not count as tried, since it could not take the prompt. */
    LARGER_WINDOW,
    OTHER_MODEL,
    ONCE_CIRCUIT_CLOSES,
    ONCE_ACCOUNT_IS_ASKED;

    static Next after(FailureKind kind) {
      return switch (kind) {
        case ANOTHER_FORM -> ANOTHER_FORM;
        case LIMIT_TOO_LOW -> MORE_ROOM;
        case TOO_LONG -> LARGER_WINDOW;
        default -> kind.isTransient() ? SAME_MODEL : OTHER_MODEL;
      };
    }
  }

  static CallOutcome of(Output output) {
    return new CallOutcome(
        Optional.of(output), Next.OTHER_MODEL, "", Optional.empty(), Optional.empty());
  }

  /** No call was made. */
  static CallOutcome failed(Next next, String reason) {
    return new CallOutcome(Optional.empty(), next, reason, Optional.empty(), Optional.empty());
  }

  /** The call was made, and failed. */
  static CallOutcome of(ProviderAnswer.Failed failure, @Nullable Output partial) {
    return new CallOutcome(
        Optional.empty(),
        Next.after(failure.kind()),
        failure.message(),
        Optional.of(failure),
        Optional.ofNullable(partial));
  }

  Optional<Duration> retryAfter() {
    return failure.flatMap(ProviderAnswer.Failed::retryAfter);
  }

  Optional<RequestChange> change() {
    return failure.flatMap(ProviderAnswer.Failed::change);
  }

  /** Whether what came is the beginning of the answer, and not something held back. */
  boolean brokeOff() {
    return failure
        .map(ProviderAnswer.Failed::kind)
        .filter(kind -> kind == FailureKind.DISCONNECTED || kind == FailureKind.TIMEOUT)
        .isPresent();
  }
}
