package dev.smartspawn.ingest;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A status in the making: begins as a copy of another one. */
final class StatusDraft {

  private final Source source;
  private Outcome outcome;
  private @Nullable String reason;
  private @Nullable String pullId;
  private @Nullable Instant lastPull;
  private int count;
  private @Nullable Origin origin;
  private long rawEndOffset;
  private @Nullable Instant attemptedAt;
  private @Nullable Instant finishedAt;
  private @Nullable Instant notBefore;
  private @Nullable Instant nextPull;
  private long durationMillis;
  private int requests;
  private Tally tally;
  private Map<String, String> validators;

  StatusDraft(SourceStatus status) {
    source = status.source();
    outcome = status.outcome();
    reason = status.reason();
    pullId = status.pullId();
    lastPull = status.lastPull();
    count = status.count();
    origin = status.origin();
    rawEndOffset = status.rawEndOffset();
    attemptedAt = status.attemptedAt();
    finishedAt = status.finishedAt();
    notBefore = status.notBefore();
    nextPull = status.nextPull();
    durationMillis = status.durationMillis();
    requests = status.requests();
    tally = status.tally();
    validators = status.validators();
  }

  StatusDraft outcome(Outcome value, @Nullable String why) {
    outcome = value;
    reason = why;
    return this;
  }

  /** Which pull's records stand in the topic now. */
  StatusDraft standing(PullOrder pull, int records, @Nullable Origin from) {
    pullId = pull.pullId();
    lastPull = pull.begunAt();
    count = records;
    origin = from;
    return this;
  }

  StatusDraft rawEndOffset(long value) {
    rawEndOffset = value;
    return this;
  }

  StatusDraft asked(@Nullable Instant at, @Nullable Instant notAgainBefore) {
    attemptedAt = at;
    notBefore = notAgainBefore;
    return this;
  }

  StatusDraft finishedAt(Instant value) {
    finishedAt = value;
    return this;
  }

  StatusDraft nextPull(@Nullable Instant value) {
    nextPull = value;
    return this;
  }

  StatusDraft effort(long millis, int requestsMade) {
    durationMillis = millis;
    requests = requestsMade;
    return this;
  }

  StatusDraft tally(Tally value) {
    tally = value;
    return this;
  }

  StatusDraft validators(Map<String, String> value) {
    validators = value;
    return this;
  }

  SourceStatus done() {
    return new SourceStatus(
        source,
        outcome,
        reason,
        pullId,
        lastPull,
        count,
        origin,
        rawEndOffset,
        attemptedAt,
        finishedAt,
        notBefore,
        nextPull,
        durationMillis,
        requests,
        tally,
        validators);
  }
}
