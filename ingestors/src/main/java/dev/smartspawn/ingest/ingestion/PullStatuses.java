package dev.smartspawn.ingest.ingestion;

import dev.smartspawn.ingest.feed.PullContext;
import dev.smartspawn.ingest.feed.PullResult;
import dev.smartspawn.ingest.publication.TableDiff;
import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the statuses of one pull for source-status.
 *
 * @param timing determines the times of the next pull
 * @param pull the pull
 * @param endedAt when its outcome was known
 */
record PullStatuses(PullTiming timing, PullContext pull, Instant endedAt) {

  /**
   * The pauses between a pull's tries cover a shorter {@code Retry-After}. A longer one delays the
   * next pull.
   */
  private static final Duration LONG_RETRY_AFTER = Duration.ofSeconds(30);

  /**
   * The status before the source is asked. It changes only the times that prevent an immediate
   * second pull.
   */
  static SourceStatus begun(PullTiming timing, PullContext pull) {
    Instant begunAt = pull.begunAt();
    return new SourceStatusBuilder(pull.last())
        .asked(begunAt, timing.notBefore(begunAt))
        .nextPull(timing.afterSuccess(begunAt))
        .build();
  }

  /**
   * A part that could not be read is asked for again as soon as after a failure.
   *
   * @param count the number of records after the pull
   * @param rawEndOffset one past the pull's last record in the topic
   */
  SourceStatus delivered(PullResult.Complete<?> result, int count, Tally tally, long rawEndOffset) {
    boolean whole = result.shortfall().isEmpty();
    return ended(result)
        .outcome(whole ? Outcome.OK : Outcome.STALE, result.shortfall().orElse(null))
        .records(pull.pullId(), pull.begunAt(), count, count == 0 ? null : Origin.LIVE)
        .rawEndOffset(rawEndOffset)
        .nextPull(
            whole
                ? timing.afterSuccess(pull.begunAt())
                : timing.afterFailure(endedAt, Optional.empty()))
        .tally(tally)
        .refused(result.refused())
        .validators(result.validators())
        .build();
  }

  SourceStatus unchanged(PullResult.Unchanged<?> result) {
    int count = pull.last().count();
    return ended(result)
        .outcome(Outcome.OK, null)
        .records(pull.pullId(), pull.begunAt(), count, Origin.LIVE)
        .nextPull(timing.afterSuccess(pull.begunAt()))
        .tally(new Tally(0, 0, 0, count, 0))
        .build();
  }

  SourceStatus absent(PullResult.Absent<?> result) {
    return ended(result)
        .outcome(Outcome.ABSENT, result.reason())
        .nextPull(timing.afterSuccess(pull.begunAt()))
        .validators(Map.of())
        .build();
  }

  /** The source was not asked, so it may be asked as soon as there is a key. */
  SourceStatus disabled(PullResult.Disabled<?> result) {
    return ended(result)
        .outcome(Outcome.DISABLED, result.reason())
        .asked(pull.last().attemptedAt(), pull.last().notBefore())
        .nextPull(timing.afterSuccess(pull.begunAt()))
        .build();
  }

  SourceStatus failed(PullResult.Failed<?> result) {
    Outcome outcome = pull.held() > 0 ? Outcome.STALE : Outcome.ERROR;
    return failure(result, result.reason(), outcome).build();
  }

  /**
   * @param rawEndOffset one past the snapshot's last record in the topic
   */
  SourceStatus stoodIn(
      PullResult.Failed<?> result,
      PullResult.StandIn<?> standIn,
      TableDiff<?> diff,
      long rawEndOffset) {
    SourceStatusBuilder status = failure(result, reason(result, standIn), Outcome.STALE);
    if (!diff.isEmpty()) {
      status
          .records(pull.pullId(), pull.begunAt(), standIn.values().size(), Origin.SNAPSHOT)
          .rawEndOffset(rawEndOffset)
          .tally(diff.tally());
    }
    return status.build();
  }

  private static String reason(PullResult.Failed<?> result, PullResult.StandIn<?> standIn) {
    return "%s; the snapshot of %s is served".formatted(result.reason(), standIn.asOf());
  }

  private SourceStatusBuilder failure(PullResult.Failed<?> result, String reason, Outcome outcome) {
    Instant next = timing.afterFailure(endedAt, result.retryAfter());
    Instant notBefore = timing.notBefore(pull.begunAt());
    Optional<Instant> asked =
        result.retryAfter().filter(wait -> wait.compareTo(LONG_RETRY_AFTER) > 0).map(endedAt::plus);
    if (asked.isPresent() && next != null && notBefore != null) {
      Instant granted = earlier(asked.get(), next);
      notBefore = granted.isAfter(notBefore) ? granted : notBefore;
    }
    return ended(result)
        .outcome(outcome, reason)
        .asked(pull.begunAt(), notBefore)
        .nextPull(next)
        .tally(Tally.NONE);
  }

  private SourceStatusBuilder ended(PullResult<?> result) {
    long millis = Duration.between(pull.begunAt(), endedAt).toMillis();
    return new SourceStatusBuilder(pull.last())
        .asked(pull.begunAt(), timing.notBefore(pull.begunAt()))
        .finishedAt(endedAt)
        .tally(Tally.NONE)
        .effort(millis, result.requests());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
