package dev.smartspawn.schema.refresh;

import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a status from an earlier one. */
public final class SourceStatusBuilder {

  private final Source source;
  private Outcome outcome = Outcome.PENDING;
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
  private Tally tally = Tally.NONE;
  private Map<String, Integer> refused = Map.of();
  private Map<String, String> validators = Map.of();

  /** Begins with a source that was never pulled. */
  public SourceStatusBuilder(Source source) {
    this.source = source;
  }

  public SourceStatusBuilder(SourceStatus status) {
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
    refused = status.refused();
    validators = status.validators();
  }

  public SourceStatusBuilder outcome(Outcome value, @Nullable String why) {
    outcome = value;
    reason = why;
    return this;
  }

  /** The pull whose records are in the raw topic now. */
  public SourceStatusBuilder records(
      @Nullable String ofPull, @Nullable Instant begunAt, int records, @Nullable Origin from) {
    pullId = ofPull;
    lastPull = begunAt;
    count = records;
    origin = from;
    return this;
  }

  public SourceStatusBuilder rawEndOffset(long value) {
    rawEndOffset = value;
    return this;
  }

  public SourceStatusBuilder asked(@Nullable Instant at, @Nullable Instant notAgainBefore) {
    attemptedAt = at;
    notBefore = notAgainBefore;
    return this;
  }

  public SourceStatusBuilder finishedAt(Instant value) {
    finishedAt = value;
    return this;
  }

  public SourceStatusBuilder nextPull(@Nullable Instant value) {
    nextPull = value;
    return this;
  }

  public SourceStatusBuilder effort(long millis, int requestsMade) {
    durationMillis = millis;
    requests = requestsMade;
    return this;
  }

  public SourceStatusBuilder tally(Tally value) {
    tally = value;
    return this;
  }

  public SourceStatusBuilder refused(Map<String, Integer> byField) {
    refused = byField;
    return this;
  }

  public SourceStatusBuilder validators(Map<String, String> value) {
    validators = value;
    return this;
  }

  public SourceStatus build() {
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
        refused,
        validators);
  }
}
