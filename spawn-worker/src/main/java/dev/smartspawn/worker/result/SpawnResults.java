package dev.smartspawn.worker.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every result a spawn can end with. Workers and the fold build results only here. */
public final class SpawnResults {

  private SpawnResults() {}

  /**
   * @param json the answer as a value; absent if no form is asked for
   * @param savings absent when the premium model's price is unknown
   * @param remarks further reasons
   */
  public static SpawnResult completed(
      EndingSpawn spawn,
      SpawnAnswer answer,
      @Nullable JsonNode json,
      @Nullable Usd savings,
      List<String> remarks,
      Instant at) {
    List<String> reasons = new ArrayList<>(remarks);
    if (answer.best().cut()) {
      reasons.add(
          "the answer's end is missing: it broke off, or is longer than the model may write or a"
              + " record holds");
    }
    return result(spawn, SpawnStatus.COMPLETED, reasons, at)
        .model(answer.best().model())
        .answer(answer.best().text())
        .json(json)
        .outputs(answer.outputs())
        .savingsUsd(savings)
        .build();
  }

  /** The result of a dry run. */
  public static SpawnResult planned(EndingSpawn spawn, List<PlannedCall> plan, Instant at) {
    Usd worst = Usd.sum(plan.stream().map(PlannedCall::worstCaseUsd).toList());
    String reason = "dry run: no model was called; the spawn would cost at most " + worst;
    return result(spawn, SpawnStatus.COMPLETED, List.of(reason), at).plan(plan).build();
  }

  public static SpawnResult failed(EndingSpawn spawn, String reason, Instant at) {
    return result(spawn, SpawnStatus.FAILED, List.of(reason), at).build();
  }

  public static SpawnResult cancelled(EndingSpawn spawn, String by, Instant at) {
    return result(spawn, SpawnStatus.CANCELLED, List.of("cancelled by " + by), at).build();
  }

  public static SpawnResult overdue(EndingSpawn spawn, Instant at) {
    return failed(
        spawn,
        spawn.account().attempts() == 0
            ? "no worker took it before its deadline"
            : "it was not done by its deadline",
        at);
  }

  /** The result of a request that is not valid. */
  public static SpawnResult rejected(SpawnId id, List<String> mistakes, Instant at) {
    return result(EndingSpawn.unknown(id), SpawnStatus.FAILED, mistakes, at).build();
  }

  private static SpawnResult.Builder result(
      EndingSpawn spawn, SpawnStatus status, List<String> furtherReasons, Instant at) {
    List<String> reasons = new ArrayList<>(spawn.deviations());
    reasons.addAll(furtherReasons);
    return SpawnResult.builder(spawn.id(), status, at)
        .mode(spawn.mode())
        .category(spawn.category())
        .label(spawn.label())
        .dryRun(spawn.dryRun())
        .ledger(spawn.account())
        .reasons(reasons)
        .requestedAt(spawn.requestedAt());
  }
}
