package dev.smartspawn.worker.answer;

import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a response is read as. */
public sealed interface ProviderAnswer {

  /** What the provider reports of the call, usable or not. */
  ReportedUsage usage();

  /**
   * An answer that can be used.
   *
   * @param text what the model says, without its thinking; never blank
   * @param thinking kept beside the answer; empty for none
   * @param leftOut parameters that were not sent, because the model has refused them
   */
  record Answered(
      String text, String thinking, Whole whole, ReportedUsage usage, Set<ModelParameter> leftOut)
      implements ProviderAnswer {

    public Answered {
      leftOut = Set.copyOf(leftOut);
    }

    /** An answer to all that was asked for. */
    public Answered(String text, String thinking, Whole whole, ReportedUsage usage) {
      this(text, thinking, whole, usage, Set.of());
    }

    public Answered without(Set<ModelParameter> refused) {
      return new Answered(text, thinking, whole, usage, refused);
    }
  }

  /** How sure it is that the end of an answer is there. */
  enum Whole {
    YES,
    /** The model was stopped at a limit. */
    CUT,
    /** The provider gives no reason for the end, or one that is not known. */
    UNSURE
  }

  /**
   * No answer that can be used.
   *
   * @param message for people, without keys
   * @param retryAfter how long the provider asks to wait
   * @param change what to change for the model to take the request
   * @param partial what had been written; empty for nothing
   * @param charge what may have to be paid for it
   */
  record Failed(
      FailureKind kind,
      String message,
      Optional<Duration> retryAfter,
      Optional<RequestChange> change,
      String partial,
      Charge charge,
      ReportedUsage usage)
      implements ProviderAnswer {}

  /** What a failed call may cost. */
  enum Charge {
    /** The provider refused, and charges nothing. */
    NOTHING,
    /** The provider worked and reported figures, or ended its work. */
    AS_REPORTED,
    /** The provider may have worked; nobody saw the end. */
    UNKNOWN
  }
}
