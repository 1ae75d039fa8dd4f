package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a spawn. There is exactly one per id.
 *
 * @param status completed, failed or cancelled
 * @param mode absent when the request was unreadable
 * @param model whose answer it is
 * @param answer absent unless completed; absent in a dry run
 * @param outputs what each model wrote, where several worked on it
 * @param plan the calls a dry run would have made
 * @param costUsd what the calls cost: the sum over the spawn's events, calls of unknown outcome at
 *     their worst case
 * @param savingsUsd what the same tokens would have cost at the premium model's price, less the
 *     cost; below zero when it cost more; absent where that price is not known
 * @param calls how many calls were begun
 * @param ambiguousCalls how many of them have an unknown outcome
 * @param reasons what did not go as asked, in the order it happened, and why it failed
 * @param requestedAt absent when no request was seen
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
    List<ModelOutput> outputs,
    List<PlannedCall> plan,
    Usd costUsd,
    TokenUsage tokens,
    @Nullable Usd savingsUsd,
    int calls,
    int ambiguousCalls,
    List<String> reasons,
    @Nullable Instant requestedAt,
    Instant finishedAt) {

  public SpawnResult {
    outputs = outputs == null ? List.of() : List.copyOf(outputs);
    plan = plan == null ? List.of() : List.copyOf(plan);
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /** The same, with the money and the calls as the ledger has them. */
  public SpawnResult withLedger(SpawnAccount account) {
    Usd cost = account.cost();
    Usd savings = savingsUsd == null ? null : savingsUsd.plus(costUsd).minus(cost);
    return new SpawnResult(
        id,
        status,
        mode,
        category,
        label,
        dryRun,
        model,
        answer,
        outputs,
        plan,
        cost,
        account.tokens(),
        savings,
        account.calls(),
        account.unknownOutcomes(),
        reasons,
        requestedAt,
        finishedAt);
  }
}
