package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.CallResources;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.plan.PremiumPrice;
import dev.smartspawn.worker.prompt.Fence;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs spawns, from the claim to the last step in the log. */
public final class SpawnRunner {

  private static final Logger log = LoggerFactory.getLogger(SpawnRunner.class);

  private final ModelDirectory directory;
  private final CallResources resources;
  private final PremiumPrice premium;
  private final Usd ceiling;
  private final Supplier<Fence> fences;
  private final Executor executor;

  /**
   * @param ceiling the most one spawn may cost, whatever its request allows
   * @param fences create unguessable fences
   * @param executor runs parallel calls
   */
  public SpawnRunner(
      ModelDirectory directory,
      CallResources resources,
      PremiumPrice premium,
      Usd ceiling,
      Supplier<Fence> fences,
      Executor executor) {
    this.directory = directory;
    this.resources = resources;
    this.premium = premium;
    this.ceiling = ceiling;
    this.fences = fences;
    this.executor = executor;
  }

  /** Returns when the spawn has ended, or this attempt has lost it. */
  public void run(SpawnRequest request, Instant requestedAt, Attempt attempt) {
    try {
      settleLostCalls(attempt);
      SpawnResult result = work(request, requestedAt, attempt);
      attempt.finish(result);
      log.info(
          "spawn {} {}: {} calls, {}",
          attempt.spawnId(),
          result.status(),
          result.calls(),
          result.costUsd());
    } catch (AttemptOverException e) {
      log.info("spawn {}: this attempt stops: {}", attempt.spawnId(), e.getMessage());
    }
  }

  private SpawnResult work(SpawnRequest request, Instant requestedAt, Attempt attempt) {
    Spawn spawn =
        new Spawn(request, attempt, directory, resources, limit(request), fences, executor);
    Workflow mode = Workflow.of(request.mode());
    try {
      if (request.dryRun()) {
        var plan = mode.plan(spawn);
        return conclusion(request, requestedAt, attempt).planned(plan);
      }
      if (request.maxCostUsd().isAbove(ceiling)) {
        spawn.remark("maxCostUsd is limited to the operator's ceiling of " + ceiling);
      }
      SpawnAnswer answer = mode.run(spawn);
      return conclusion(request, requestedAt, attempt)
          .completed(answer, premium::in, spawn.remarks());
    } catch (PartFailedException | NoModelException e) {
      return conclusion(request, requestedAt, attempt).failed(String.valueOf(e.getMessage()));
    }
  }

  private Usd limit(SpawnRequest request) {
    return request.maxCostUsd().isAbove(ceiling) ? ceiling : request.maxCostUsd();
  }

  /** Calls of earlier attempts whose outcome is unknown count at their worst case. */
  private static void settleLostCalls(Attempt attempt) {
    for (SpawnStep.CallStarted lost : attempt.history().openCalls()) {
      attempt.record(
          new SpawnStep.CallAmbiguous(
              lost.callId(),
              FailureKind.WORKER_LOST,
              "its worker ended before its outcome was known",
              lost.reservedUsd()));
    }
  }

  private static Conclusion conclusion(SpawnRequest request, Instant requestedAt, Attempt attempt) {
    return new Conclusion(
        attempt.spawnId(), request, attempt.history(), requestedAt, attempt.now());
  }
}
