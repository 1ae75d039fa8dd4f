package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.Baseline;
import dev.smartspawn.schema.price.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a spawn, roughly in the order they happen. The steps of calls form the ledger: a
 * started call counts at its reserved amount until it is settled, and at its cost from then on.
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
  @JsonSubTypes.Type(value = SpawnStep.AnswerRejected.class, name = "answerRejected"),
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
   * @param deadline the spawn fails if it has not ended by then
   */
  record Requested(RecordPosition record, SpawnRequest request, Instant deadline)
      implements SpawnStep {}

  /** The request was invalid. */
  record Rejected(RecordPosition record, List<String> mistakes) implements SpawnStep {
    public Rejected {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * A worker takes over the spawn. Only the newest claim is valid.
   *
   * @param record the record of the request that was delivered to it; the record of the first claim
   *     is the one that is run
   * @param delivery how often the broker has delivered that record
   */
  record Claimed(RecordPosition record, int delivery) implements SpawnStep {}

  /**
   * query-api could not be reached, so the part's model comes from the fallback table.
   *
   * @param part of the work
   */
  record FellBack(String part, String reason) implements SpawnStep {}

  /**
   * The models that may do a part of the work, best first. A later plan for the same part adds to
   * it.
   *
   * @param part {@code answer}, {@code members}, {@code merge}, {@code judge}, {@code judge-again},
   *     {@code other-judge} or {@code escalation}
   * @param category the category that the task was classified as; absent if unknown
   */
  record Planned(String part, List<PlannedModel> models, @Nullable Category category)
      implements SpawnStep {
    public Planned {
      models = List.copyOf(models);
    }
  }

  /** Fewer models than requested work on the task. */
  record Shrunk(int from, int to, String reason) implements SpawnStep {}

  /**
   * A call is about to be made. It counts only if the attempt's claim is the newest one at this
   * point of the log.
   *
   * @param callId unique
   * @param part of the work
   * @param provider the provider that is called
   * @param reservedUsd the most it can cost
   * @param labels what its cost is counted under; absent in events of older releases
   * @param price the list price that it is reckoned with; absent in events of older releases
   */
  record CallStarted(
      String callId,
      String part,
      CanonicalId model,
      String provider,
      Usd reservedUsd,
      @Nullable CallLabels labels,
      @Nullable PriceReference price)
      implements SpawnStep {

    /** Without what older releases do not record. */
    public CallStarted(
        String callId, String part, CanonicalId model, String provider, Usd reservedUsd) {
      this(callId, part, model, provider, reservedUsd, null, null);
    }
  }

  /**
   * The call returned an answer.
   *
   * @param thinking the model's thinking before its answer; absent if there was none
   * @param cut whether the end of {@code text} is missing because it exceeded the model's token
   *     limit or the size of a record
   * @param reportedCost whether the provider reported the cost; otherwise it is computed from the
   *     usage and the list price
   * @param estimated whether the usage is an upper bound, because the provider reported none
   * @param leftOut parameters of the request that were not sent, because the model does not take
   *     them; absent for none
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
      long durationMillis,
      @Nullable List<String> leftOut)
      implements SpawnStep {

    /** The answer to a call with everything that was asked for. */
    public CallFinished(
        String callId,
        String text,
        @Nullable String thinking,
        boolean cut,
        TokenUsage usage,
        Usd costUsd,
        boolean reportedCost,
        boolean estimated,
        long durationMillis) {
      this(
          callId,
          text,
          thinking,
          cut,
          usage,
          costUsd,
          reportedCost,
          estimated,
          durationMillis,
          null);
    }
  }

  /**
   * The answer of a finished call does not have the form that the request asks for. It is sent back
   * once, then another model is asked.
   *
   * @param mistakes at least one
   */
  record AnswerRejected(String callId, List<String> mistakes) implements SpawnStep {
    public AnswerRejected {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * The call returned nothing usable.
   *
   * @param usage as far as the provider reported it
   * @param costUsd the amount that the provider charged anyway; usually zero
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
   * The outcome of the call is unknown.
   *
   * @param countedUsd the amount that was reserved for it
   * @param text the part of the answer that had arrived; absent if none had
   */
  record CallAmbiguous(
      String callId, FailureKind kind, String reason, Usd countedUsd, @Nullable String text)
      implements SpawnStep {}

  /**
   * A call was not made because it might have exceeded a cost limit or because its provider is
   * down.
   */
  record CallWithheld(String part, CanonicalId model, String reason) implements SpawnStep {}

  /** The next call for this part waits. */
  record RetryScheduled(String part, CanonicalId model, Instant notBefore, String reason)
      implements SpawnStep {}

  /**
   * @param score 1 to 10
   * @param threshold the lowest score at which the answer is accepted
   * @param reason the judge's reason, in its words
   */
  record Judged(int score, int threshold, String reason) implements SpawnStep {}

  /** The cheap answer was not accepted. */
  record Escalated(String reason) implements SpawnStep {}

  /** A client asked to cancel the spawn. */
  record CancelRequested(String requestedBy) implements SpawnStep {}

  /**
   * The end. The first one in the log is the spawn's result; later ones are ignored.
   *
   * @param baselines what one answer of another model would have cost; absent without an answer and
   *     in events of older releases
   */
  record Finished(SpawnResult result, @Nullable List<Baseline> baselines) implements SpawnStep {
    public Finished {
      baselines = baselines == null || baselines.isEmpty() ? null : List.copyOf(baselines);
    }

    /** An end that is compared with nothing. */
    public Finished(SpawnResult result) {
      this(result, null);
    }
  }
}
