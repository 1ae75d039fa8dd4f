package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A spawn folded from its records. Its long texts stay in the topics.
 *
 * @param since the time of the request, or of the first event before that is read
 * @param request absent until it is read, and if it is invalid
 * @param account its calls and their cost
 * @param category of the task
 * @param models the models called, in order of their first calls
 * @param ending absent until the spawn has ended
 * @param rated absent until a user has rated the spawn
 * @param offsets the offsets of its events
 */
public record KnownSpawn(
    SpawnId id,
    Instant since,
    @Nullable RequestSummary request,
    SpawnAccount account,
    @Nullable Category category,
    List<CanonicalId> models,
    @Nullable Ending ending,
    @Nullable Rated rated,
    EventOffsets offsets) {

  /**
   * @param model the author of the answer; absent if there is none
   */
  public record Ending(
      SpawnStatus status, @Nullable CanonicalId model, @Nullable Usd savingsUsd, Instant at) {

    private static Ending of(SpawnResult result, SpawnAccount account) {
      SpawnResult settled = result.withLedger(account);
      return new Ending(
          settled.status(), settled.model(), settled.savingsUsd(), settled.finishedAt());
    }
  }

  /**
   * @param position of the newest outcome in spawn-outcomes
   */
  public record Rated(SpawnOutcome outcome, RecordPosition position) {}

  public KnownSpawn {
    models = List.copyOf(models);
  }

  static KnownSpawn unknown(SpawnId id, Instant since) {
    return new KnownSpawn(
        id, since, null, SpawnAccount.EMPTY, null, List.of(), null, null, EventOffsets.NONE);
  }

  public SpawnStatus status() {
    if (ending != null) {
      return ending.status();
    }
    return account.attempts() > 0 ? SpawnStatus.RUNNING : SpawnStatus.QUEUED;
  }

  public boolean isOver() {
    return ending != null;
  }

  /** The user's rating. */
  public @Nullable SpawnOutcome outcome() {
    return rated == null ? null : rated.outcome();
  }

  /** The first request with an id wins; the topic is in order. */
  KnownSpawn after(RequestSummary summary) {
    return request == null
        ? new KnownSpawn(
            id,
            summary.requestedAt(),
            summary,
            account,
            category == null ? summary.category() : category,
            models,
            ending,
            rated,
            offsets)
        : this;
  }

  /** Events after the end change nothing. */
  KnownSpawn after(SpawnEvent event, int partition, long offset) {
    if (isOver()) {
      return this;
    }
    SpawnStep step = event.step();
    if (step instanceof SpawnStep.Requested requested) {
      return after(RequestSummary.of(requested.record(), requested.request(), event.at()))
          .step(event, partition, offset);
    }
    return step(event, partition, offset);
  }

  KnownSpawn after(Rated newest) {
    return new KnownSpawn(id, since, request, account, category, models, ending, newest, offsets);
  }

  private KnownSpawn step(SpawnEvent event, int partition, long offset) {
    SpawnStep step = event.step();
    return new KnownSpawn(
        id,
        since,
        request,
        account.after(event),
        category == null && step instanceof SpawnStep.Planned planned
            ? planned.category()
            : category,
        step instanceof SpawnStep.CallStarted call ? withModel(call.model()) : models,
        step instanceof SpawnStep.Finished finished ? Ending.of(finished.result(), account) : null,
        rated,
        offsets.with(partition, offset));
  }

  private List<CanonicalId> withModel(CanonicalId model) {
    return models.contains(model)
        ? models
        : Stream.concat(models.stream(), Stream.of(model)).toList();
  }
}
