package dev.smartspawn.query.body;

import dev.smartspawn.query.spawn.Asked;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.SpawnDetail;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /spawns/{id}}, and what {@code POST /spawns} and {@code DELETE} answer. */
public record SpawnBody(Spawn data) {

  /** With as much of it as there is. */
  public static SpawnBody of(SpawnDetail detail) {
    return new SpawnBody(Spawn.of(detail.spawn(), detail.request(), detail.result()));
  }

  /** Without its texts. */
  public static SpawnBody of(KnownSpawn spawn) {
    return new SpawnBody(Spawn.of(spawn));
  }

  /**
   * A spawn. What is not known, or not yet, is absent.
   *
   * @param task only its first 200 characters where the answer is left out too
   * @param models who was called, in that order
   * @param model whose answer it is
   * @param outputs what each model wrote, where several worked on it
   * @param plan the calls a dry run would have made
   * @param costUsd so far; open calls at what is reserved for them
   * @param savingsUsd against the best model alone
   * @param reasons what did not go as asked, and why it failed
   * @param deadline without an end by then it has failed
   */
  public record Spawn(
      SpawnId id,
      SpawnStatus status,
      @Nullable SpawnMode mode,
      @Nullable Category category,
      @Nullable Budget budget,
      @Nullable String label,
      @Nullable String task,
      boolean dryRun,
      List<CanonicalId> models,
      @Nullable CanonicalId model,
      @Nullable String answer,
      @Nullable List<ModelOutput> outputs,
      @Nullable List<PlannedCall> plan,
      Usd costUsd,
      @Nullable Usd maxCostUsd,
      @Nullable Usd savingsUsd,
      TokenUsage tokens,
      int calls,
      int ambiguousCalls,
      @Nullable List<String> reasons,
      @Nullable Instant requestedAt,
      @Nullable Instant deadline,
      @Nullable Instant finishedAt,
      @Nullable Rating outcome) {

    static Spawn of(KnownSpawn spawn) {
      return of(spawn, null, null);
    }

    private static Spawn of(
        KnownSpawn spawn, @Nullable SpawnRequest request, @Nullable SpawnResult result) {
      @Nullable Asked asked = spawn.asked();
      KnownSpawn.@Nullable Ending ending = spawn.ending();
      return new Spawn(
          spawn.id(),
          spawn.status(),
          asked == null ? null : asked.mode(),
          spawn.category(),
          asked == null ? null : asked.budget(),
          asked == null ? null : asked.label(),
          request != null ? request.task() : asked == null ? null : asked.task(),
          asked != null && asked.dryRun(),
          spawn.models(),
          ending == null ? null : ending.model(),
          result == null ? null : result.answer(),
          result == null ? null : result.outputs(),
          result == null ? null : result.plan(),
          spawn.account().cost(),
          asked == null ? null : asked.maxCostUsd(),
          ending == null ? null : ending.savingsUsd(),
          spawn.account().tokens(),
          spawn.account().calls(),
          spawn.account().unknownOutcomes(),
          result == null ? null : result.reasons(),
          asked == null ? null : asked.requestedAt(),
          asked == null ? null : asked.deadline(),
          ending == null ? null : ending.at(),
          Rating.of(spawn));
    }
  }

  /** What somebody thought of the answer. */
  public record Rating(int rating, @Nullable String comment, Instant at) {

    private static @Nullable Rating of(KnownSpawn spawn) {
      return spawn.outcome() == null
          ? null
          : new Rating(spawn.outcome().rating(), spawn.outcome().comment(), spawn.outcome().at());
    }
  }
}
