package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a spawn, in about the order it does. The steps of calls are the ledger: a call
 * begun counts at what was reserved for it until it is settled; then at what it cost.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SpawnStep.Requested.class, name = "requested"),
  @JsonSubTypes.Type(value = SpawnStep.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = SpawnStep.Claimed.class, name = "claimed"),
  @JsonSubTypes.Type(value = SpawnStep.FellBack.class, name = "fellBack"),
  @JsonSubTypes.Type(value = SpawnStep.Planned.class, name = "planned"),
  @JsonSubTypes.Type(value = SpawnStep.Shrunk.class, name = "shrunk"),
  @JsonSubTypes.Type(value = SpawnStep.CallStarted.class, name = "callStarted"),
  @JsonSubTypes.Type(value = SpawnStep.CallFinished.class, name = "callFinished"),
  @JsonSubTypes.Type(value = SpawnStep.CallFailed.class, name = "callFailed"),
  @JsonSubTypes.Type(value = SpawnStep.CallAmbiguous.class, name = "callAmbiguous"),
  @JsonSubTypes.Type(value = SpawnStep.CallWithheld.class, name = "callWithheld"),
  @JsonSubTypes.Type(value = SpawnStep.RetryScheduled.class, name = "retryScheduled"),
  @JsonSubTypes.Type(value = SpawnStep.Judged.class, name = "judged"),
  @JsonSubTypes.Type(value = SpawnStep.Escalated.class, name = "escalated"),
  @JsonSubTypes.Type(value = SpawnStep.CancelRequested.class, name = "cancelRequested"),
  @JsonSubTypes.Type(value = SpawnStep.Finished.class, name = "finished")
})
public sealed interface SpawnStep {

  /**
   * The request is accepted; from here on there will be exactly one result.
   *
   * @param deadline without an end by then it has failed
   */
  record Requested(RecordPosition record, SpawnRequest request, Instant deadline)
      implements SpawnStep {}

  /** The request was no good. */
  record Rejected(RecordPosition record, List<String> mistakes) implements SpawnStep {
    public Rejected {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * A worker makes the spawn its own; the newest claim holds.
   *
   * @param record which record of the request was delivered to it; the first claim's record is the
   *     one that is run
   * @param delivery how often the broker has delivered that record
   */
  record Claimed(RecordPosition record, int delivery) implements SpawnStep {}

  /**
   * query-api could not be asked: the part's model comes from the fallback table.
   *
   * @param part of the work
   */
  record FellBack(String part, String reason) implements SpawnStep {}

  /**
   * Who may do a part of the work, the best first. A later plan for the same part adds to it.
   *
   * @param part {@code answer}, {@code members}, {@code merge}, {@code judge} or {@code escalation}
   * @param category what the task was taken for, where that is known
   */
  record Planned(String part, List<PlannedModel> models, @Nullable Category category)
      implements SpawnStep {
    public Planned {
      models = List.copyOf(models);
    }
  }

  /** Fewer models than asked for work on it. */
  record Shrunk(int from, int to, String reason) implements SpawnStep {}

  /**
   * A call is about to be made. It counts only if the attempt's claim is still the newest here.
   *
   * @param callId unique
   * @param part of the work
   * @param provider whom it goes to
   * @param reservedUsd the most it can cost
   */
  record CallStarted(
      String callId, String part, CanonicalId model, String provider, Usd reservedUsd)
      implements SpawnStep {}

  /**
   * The call brought an answer.
   *
   * @param thinking what the model thought before it answered; absent for none
   * @param cut whether the end of {@code text} is missing: it was longer than the model may write,
   *     or than a record holds
   * @param reportedCost whether the provider named the cost; otherwise it is the usage at list
   *     price
   * @param estimated whether the usage is an upper bound, because the provider reported none
   */
  record CallFinished(
      String callId,
      String text,
      @Nullable String thinking,
      boolean cut,
      TokenUsage usage,
      Usd costUsd,
      boolean reportedCost,
      boolean estimated,
      long durationMillis)
      implements SpawnStep {}

  /**
   * The call brought nothing usable.
   *
   * @param usage as far as the provider named it
   * @param costUsd what the provider charged all the same; mostly nothing
   * @param estimated whether the usage is an upper bound, because the provider reported none
   */
  record CallFailed(
      String callId,
      FailureKind kind,
      String reason,
      TokenUsage usage,
      Usd costUsd,
      boolean estimated)
      implements SpawnStep {

    /** A failure that costs nothing. */
    public static CallFailed free(String callId, FailureKind kind, String reason) {
      return new CallFailed(callId, kind, reason, TokenUsage.NONE, Usd.ZERO, false);
    }
  }

  /**
   * Nobody knows what became of the call.
   *
   * @param countedUsd what was reserved for it
   * @param text what had come of the answer; absent for nothing
   */
  record CallAmbiguous(
      String callId, FailureKind kind, String reason, Usd countedUsd, @Nullable String text)
      implements SpawnStep {}

  /**
   * A call that was due was not made: it might have exceeded a ceiling, or its provider is down.
   */
  record CallWithheld(String part, CanonicalId model, String reason) implements SpawnStep {}

  /** The next call for this part waits. */
  record RetryScheduled(String part, CanonicalId model, Instant notBefore, String reason)
      implements SpawnStep {}

  /**
   * @param score 1 to 10
   * @param threshold from which the answer is good enough
   * @param reason the judge's, in its words
   */
  record Judged(int score, int threshold, String reason) implements SpawnStep {}

  /** The cheap answer will not do. */
  record Escalated(String reason) implements SpawnStep {}

  /** Somebody wants it stopped. */
  record CancelRequested(String requestedBy) implements SpawnStep {}

  /** The end. The first one in the log is the spawn's result; later ones are passed over. */
  record Finished(SpawnResult result) implements SpawnStep {}
}
