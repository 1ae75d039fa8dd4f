package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.worker.ledger.SpawnHistory;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a spawn's result out of what a mode came to and what stands in the log. */
public final class Conclusion {

  private final SpawnId id;
  private final SpawnRequest request;
  private final SpawnHistory history;
  private final Instant requestedAt;
  private final Instant now;

  public Conclusion(
      SpawnId id, SpawnRequest request, SpawnHistory history, Instant requestedAt, Instant now) {
    this.id = id;
    this.request = request;
    this.history = history;
    this.requestedAt = requestedAt;
    this.now = now;
  }

  /**
   * @param premium what the best model of a category costs
   * @param remarks what else the result should mention
   */
  public SpawnResult completed(
      SpawnAnswer answer, Function<Category, Optional<ModelPrice>> premium, List<String> remarks) {
    List<String> reasons = new ArrayList<>(Reasons.of(history));
    reasons.addAll(remarks);
    if (answer.best().cut()) {
      reasons.add(
          "the answer's end is missing: it is longer than a model may write, or a record hold");
    }
    return result(SpawnStatus.COMPLETED, answer, List.of(), savings(answer, premium), reasons);
  }

  public SpawnResult planned(List<PlannedCall> plan) {
    List<String> reasons = new ArrayList<>(Reasons.of(history));
    Usd worst = Usd.sum(plan.stream().map(PlannedCall::worstCaseUsd).toList());
    reasons.add("dry run: nobody was called; it would cost at most " + worst);
    return result(SpawnStatus.COMPLETED, null, plan, null, reasons);
  }

  public SpawnResult failed(String why) {
    List<String> reasons = new ArrayList<>(Reasons.of(history));
    reasons.add(why);
    return result(SpawnStatus.FAILED, null, List.of(), null, reasons);
  }

  /** The task on the best model alone: the tokens it would have read and written, at its price. */
  private @Nullable Usd savings(
      SpawnAnswer answer, Function<Category, Optional<ModelPrice>> premium) {
    Category category =
        Optional.ofNullable(request.category()).or(history::category).orElse(Category.GENERAL);
    long taskTokens =
        history.steps().stream()
            .filter(SpawnStep.CallFinished.class::isInstance)
            .map(step -> ((SpawnStep.CallFinished) step).usage().prompt())
            .findFirst()
            .orElse(0L);
    TokenUsage alone = new TokenUsage(taskTokens, answer.best().usage().completion());
    return premium
        .apply(category)
        .map(price -> price.costOf(alone).minus(history.account().cost()))
        .orElse(null);
  }

  private SpawnResult result(
      SpawnStatus status,
      @Nullable SpawnAnswer answer,
      List<PlannedCall> plan,
      @Nullable Usd savings,
      List<String> reasons) {
    SpawnAccount account = history.account();
    @Nullable Output best = answer == null ? null : answer.best();
    return new SpawnResult(
        id,
        status,
        request.mode(),
        Optional.ofNullable(request.category()).or(history::category).orElse(null),
        request.label(),
        request.dryRun(),
        best == null ? null : best.model(),
        best == null ? null : best.text(),
        answer == null ? List.of() : answer.outputs(),
        plan,
        account.cost(),
        account.tokens(),
        savings,
        account.calls(),
        account.unknownOutcomes(),
        reasons,
        requestedAt,
        now);
  }
}
