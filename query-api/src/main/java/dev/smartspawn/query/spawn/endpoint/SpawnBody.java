package dev.smartspawn.query.spawn.endpoint;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.RequestSummary;
import dev.smartspawn.query.spawn.SpawnDetail;
import dev.smartspawn.schema.chat.ChatMessage;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /spawns/{id}}, and what {@code POST /spawns} and {@code DELETE} answer. */
public record SpawnBody(Spawn data) {

  /** With its texts. */
  public static SpawnBody of(SpawnDetail detail) {
    return new SpawnBody(new Spawn(detail.spawn(), detail.request(), detail.result()));
  }

  /** Without its texts. */
  public static SpawnBody of(KnownSpawn spawn) {
    return new SpawnBody(Spawn.of(spawn));
  }

  /** A spawn. Values that are unknown, or not known yet, are absent. */
  @JsonAutoDetect(fieldVisibility = Visibility.ANY)
  @SuppressWarnings("UnusedVariable") // written to JSON
  public static final class Spawn {
    private final SpawnId id;
    private final SpawnStatus status;
    private final @Nullable SpawnMode mode;
    private final @Nullable Category category;
    private final @Nullable Budget budget;
    private final @Nullable String label;

    /**
     * What is asked: the task, or the user's last message. Only its first 200 characters where the
     * answer is left out too.
     */
    private final @Nullable String task;

    private final @Nullable String system;

    /** The conversation that was given in place of a task. */
    private final @Nullable List<ChatMessage> messages;

    private final boolean dryRun;

    /** The models called, in order of their first calls. */
    private final List<CanonicalId> models;

    /** The author of the answer. */
    private final @Nullable CanonicalId model;

    private final @Nullable String answer;

    /** The answer as a value, if the request asks for a form of answer. */
    private final @Nullable JsonNode json;

    /** What each model wrote, if several worked on the task. */
    private final @Nullable List<ModelOutput> outputs;

    /** The calls a dry run would have made. */
    private final @Nullable List<PlannedCall> plan;

    /** So far; open calls count with the amount reserved for them. */
    private final Usd costUsd;

    private final @Nullable Usd maxCostUsd;

    /** Against the best model alone. */
    private final @Nullable Usd savingsUsd;

    private final TokenUsage tokens;
    private final int calls;
    private final int ambiguousCalls;

    /** Charged at an upper bound, because the provider reported no usage. */
    private final int estimatedCalls;

    /** Deviations from the request, and why the spawn failed. */
    private final @Nullable List<String> reasons;

    private final @Nullable Instant requestedAt;

    /** A spawn that has not ended by then has failed. */
    private final @Nullable Instant deadline;

    private final @Nullable Instant finishedAt;
    private final @Nullable Rating outcome;

    private Spawn(KnownSpawn spawn, @Nullable SpawnRequest request, @Nullable SpawnResult result) {
      @Nullable RequestSummary summary = spawn.request();
      KnownSpawn.@Nullable Ending ending = spawn.ending();
      id = spawn.id();
      status = spawn.status();
      mode = summary == null ? null : summary.options().mode();
      category = spawn.category();
      budget = summary == null ? null : summary.options().budget();
      label = summary == null ? null : summary.options().label();
      task = request != null ? request.asked() : summary == null ? null : summary.task();
      system = request == null ? null : request.system();
      messages = request == null || request.messages().isEmpty() ? null : request.messages();
      dryRun = summary != null && summary.options().dryRun();
      models = spawn.models();
      model = ending == null ? null : ending.model();
      answer = result == null ? null : result.answer();
      json = result == null ? null : result.json();
      outputs = result == null ? null : result.outputs();
      plan = result == null ? null : result.plan();
      costUsd = spawn.account().cost();
      maxCostUsd = summary == null ? null : summary.options().maxCostUsd();
      savingsUsd = ending == null ? null : ending.savingsUsd();
      tokens = spawn.account().tokens();
      calls = spawn.account().calls();
      ambiguousCalls = spawn.account().unknownOutcomes();
      estimatedCalls = spawn.account().estimated();
      reasons = result == null ? null : result.reasons();
      requestedAt = summary == null ? null : summary.requestedAt();
      deadline = summary == null ? null : summary.deadline();
      finishedAt = ending == null ? null : ending.at();
      outcome = Rating.of(spawn);
    }

    /** Without its texts. */
    static Spawn of(KnownSpawn spawn) {
      return new Spawn(spawn, null, null);
    }
  }

  /** The user's rating of the answer. */
  public record Rating(int rating, @Nullable String comment, Instant at) {

    private static @Nullable Rating of(KnownSpawn spawn) {
      return spawn.outcome() == null
          ? null
          : new Rating(spawn.outcome().rating(), spawn.outcome().comment(), spawn.outcome().at());
    }
  }
}
