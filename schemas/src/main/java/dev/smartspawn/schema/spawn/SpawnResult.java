package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.format.ExactJson;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a spawn. There is exactly one per id.
 *
 * @param status completed, failed or cancelled
 * @param mode absent when the request was unreadable
 * @param model the model that wrote the answer
 * @param answer absent unless completed; absent in a dry run
 * @param json the answer as a value, if the request asks for a form of answer; valid in that form
 * @param outputs each model's text, if several answered
 * @param plan the calls a dry run would have made
 * @param costUsd the cost of all calls in the spawn's events; calls of unknown outcome count at
 *     their worst case
 * @param savingsUsd the cost of the same tokens at the premium model's price, minus the actual
 *     cost; negative when the spawn cost more; absent when that price is unknown
 * @param calls the number of calls started
 * @param ambiguousCalls the number of calls with an unknown outcome
 * @param estimatedCalls the number of calls charged at an upper bound, because the provider
 *     reported no usage
 * @param reasons deviations from the request, in order, and why the spawn failed
 * @param requestedAt absent when the request was not read
 */
public record SpawnResult(
    SpawnId id,
    SpawnStatus status,
    @Nullable SpawnMode mode,
    @Nullable Category category,
    @Nullable String label,
    boolean dryRun,
    @Nullable CanonicalId model,
    @Nullable String answer,
    @Nullable @JsonDeserialize(using = ExactJson.class) JsonNode json,
    List<ModelOutput> outputs,
    List<PlannedCall> plan,
    Usd costUsd,
    TokenUsage tokens,
    @Nullable Usd savingsUsd,
    int calls,
    int ambiguousCalls,
    int estimatedCalls,
    List<String> reasons,
    @Nullable Instant requestedAt,
    Instant finishedAt) {

  public SpawnResult {
    outputs = outputs == null ? List.of() : List.copyOf(outputs);
    plan = plan == null ? List.of() : List.copyOf(plan);
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /**
   * Starts a result with these values. Every other value is absent, empty or zero until it is set.
   */
  public static Builder builder(SpawnId id, SpawnStatus status, Instant finishedAt) {
    return new Builder(id, status, finishedAt);
  }

  /** The same result, with cost, tokens and calls taken from the ledger. */
  public SpawnResult withLedger(SpawnAccount account) {
    @Nullable Usd savings =
        savingsUsd == null ? null : savingsUsd.plus(costUsd).minus(account.cost());
    return builder(id, status, finishedAt)
        .mode(mode)
        .category(category)
        .label(label)
        .dryRun(dryRun)
        .model(model)
        .answer(answer)
        .json(json)
        .outputs(outputs)
        .plan(plan)
        .ledger(account)
        .savingsUsd(savings)
        .reasons(reasons)
        .requestedAt(requestedAt)
        .build();
  }

  /** Builds a result by name. */
  public static final class Builder {
    private final SpawnId id;
    private final SpawnStatus status;
    private final Instant finishedAt;
    private @Nullable SpawnMode mode;
    private @Nullable Category category;
    private @Nullable String label;
    private boolean dryRun;
    private @Nullable CanonicalId model;
    private @Nullable String answer;
    private @Nullable JsonNode json;
    private List<ModelOutput> outputs = List.of();
    private List<PlannedCall> plan = List.of();
    private Usd costUsd = Usd.ZERO;
    private TokenUsage tokens = TokenUsage.NONE;
    private @Nullable Usd savingsUsd;
    private int calls;
    private int ambiguousCalls;
    private int estimatedCalls;
    private List<String> reasons = List.of();
    private @Nullable Instant requestedAt;

    private Builder(SpawnId id, SpawnStatus status, Instant finishedAt) {
      this.id = id;
      this.status = status;
      this.finishedAt = finishedAt;
    }

    public Builder mode(@Nullable SpawnMode value) {
      mode = value;
      return this;
    }

    public Builder category(@Nullable Category value) {
      category = value;
      return this;
    }

    public Builder label(@Nullable String value) {
      label = value;
      return this;
    }

    public Builder dryRun(boolean value) {
      dryRun = value;
      return this;
    }

    public Builder model(@Nullable CanonicalId value) {
      model = value;
      return this;
    }

    public Builder answer(@Nullable String value) {
      answer = value;
      return this;
    }

    public Builder json(@Nullable JsonNode value) {
      json = value;
      return this;
    }

    public Builder outputs(List<ModelOutput> value) {
      outputs = value;
      return this;
    }

    public Builder plan(List<PlannedCall> value) {
      plan = value;
      return this;
    }

    /** Takes cost, tokens and calls from the ledger. */
    public Builder ledger(SpawnAccount account) {
      ambiguousCalls = account.unknownOutcomes();
      estimatedCalls = account.estimated();
      return costUsd(account.cost()).tokens(account.tokens()).calls(account.calls());
    }

    public Builder costUsd(Usd value) {
      costUsd = value;
      return this;
    }

    public Builder tokens(TokenUsage value) {
      tokens = value;
      return this;
    }

    public Builder savingsUsd(@Nullable Usd value) {
      savingsUsd = value;
      return this;
    }

    public Builder calls(int value) {
      calls = value;
      return this;
    }

    public Builder reasons(List<String> value) {
      reasons = value;
      return this;
    }

    public Builder requestedAt(@Nullable Instant value) {
      requestedAt = value;
      return this;
    }

    public SpawnResult build() {
      return new SpawnResult(
          id,
          status,
          mode,
          category,
          label,
          dryRun,
          model,
          answer,
          json,
          outputs,
          plan,
          costUsd,
          tokens,
          savingsUsd,
          calls,
          ambiguousCalls,
          estimatedCalls,
          reasons,
          requestedAt,
          finishedAt);
    }
  }
}
