package dev.smartspawn.worker.mode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.attachment.AttachmentBytes;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.baseline.BaselineModels;
import dev.smartspawn.worker.baseline.Baselines;
import dev.smartspawn.worker.call.CallResources;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.result.EndingSpawn;
import dev.smartspawn.worker.result.Savings;
import dev.smartspawn.worker.result.SpawnAnswer;
import dev.smartspawn.worker.result.SpawnResults;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs spawns, from the claim to the last step in the log. */
public final class SpawnRunner {

  private static final Logger log = LoggerFactory.getLogger(SpawnRunner.class);

  private final Supplier<ModelDirectory> directory;
  private final CallResources resources;
  private final BaselineModels models;
  private final Baselines baselines;
  private final SpawnPolicy policy;
  private final Supplier<Fence> fences;
  private final Executor executor;
  private final AttachmentBytes attachments;

  /**
   * @param directory models and prices at present; they change with the operator's file
   * @param models what costs are compared with
   * @param baselines what a spawn's cost is compared with
   * @param policy the operator's rules
   * @param fences create unguessable fences
   * @param executor runs parallel calls
   * @param attachments the bytes of images and files that a request names by id
   */
  public SpawnRunner(
      Supplier<ModelDirectory> directory,
      CallResources resources,
      BaselineModels models,
      Baselines baselines,
      SpawnPolicy policy,
      Supplier<Fence> fences,
      Executor executor,
      AttachmentBytes attachments) {
    this.directory = directory;
    this.resources = resources;
    this.models = models;
    this.baselines = baselines;
    this.policy = policy;
    this.fences = fences;
    this.executor = executor;
    this.attachments = attachments;
  }

  /** Returns when the spawn has ended, or this attempt has lost it. */
  public void run(SpawnRequest request, Instant requestedAt, Attempt attempt) {
    try {
      settleLostCalls(attempt);
      SpawnStep.Finished end = work(request, requestedAt, attempt);
      SpawnResult result = end.result();
      attempt.finish(result, end.baselines() == null ? List.of() : end.baselines());
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

  private SpawnStep.Finished work(SpawnRequest given, Instant requestedAt, Attempt attempt) {
    SpawnRequest request;
    try {
      request = given.resolved(attachments);
    } catch (AttachmentMissingException | UnusableMediaException e) {
      String reason = String.valueOf(e.getMessage());
      return failed(given, requestedAt, attempt, reason);
    }
    Spawn spawn =
        new Spawn(
            request,
            attempt,
            directory,
            resources,
            limit(request),
            rule(request),
            fences,
            executor);
    Workflow workflow = Workflow.of(request.mode(), policy);
    try {
      if (request.dryRun()) {
        List<PlannedCall> plan = workflow.plan(spawn);
        return new SpawnStep.Finished(
            SpawnResults.planned(ending(request, requestedAt, attempt), plan, attempt.now()));
      }
      if (request.maxCostUsd().isAbove(policy.ceiling())) {
        spawn.remark("maxCostUsd is limited to the operator's ceiling of " + policy.ceiling());
      }
      int maxTokens = resources.settings().maxTokens();
      Integer wanted = request.parametersOrNone().maxTokens();
      if (wanted != null && wanted > maxTokens) {
        spawn.remark("maxTokens is limited to the operator's %d".formatted(maxTokens));
      }
      SpawnAnswer answer = workflow.run(spawn);
      EndingSpawn ending = ending(request, requestedAt, attempt);
      return new SpawnStep.Finished(
          SpawnResults.completed(
              ending,
              answer,
              json(request, answer),
              savings(ending, answer, attempt),
              spawn.remarks(),
              attempt.now()),
          baselines.of(request.mode(), ending.category(), answer.best(), attempt.history()));
    } catch (PartFailedException | NoModelException e) {
      String reason = String.valueOf(e.getMessage());
      return failed(request, requestedAt, attempt, reason);
    }
  }

  private static SpawnStep.Finished failed(
      SpawnRequest request, Instant requestedAt, Attempt attempt, String reason) {
    return new SpawnStep.Finished(
        SpawnResults.failed(ending(request, requestedAt, attempt), reason, attempt.now()));
  }

  private PrivacyRule rule(SpawnRequest request) {
    PrivacyRule asked = request.privacy();
    return asked == null ? policy.privacy() : policy.privacy().and(asked);
  }

  /** The answer of a part has been accepted by then; nothing else is ever given as a value. */
  private static @Nullable JsonNode json(SpawnRequest request, SpawnAnswer answer) {
    return request.responseFormat() == null
        ? null
        : request.responseFormat().check().check(answer.best().text()).json();
  }

  private Usd limit(SpawnRequest request) {
    return request.maxCostUsd().isAbove(policy.ceiling()) ? policy.ceiling() : request.maxCostUsd();
  }

  /** Calls of earlier attempts whose outcome is unknown count at their worst case. */
  private static void settleLostCalls(Attempt attempt) {
    for (SpawnStep.CallStarted lost : attempt.history().openCalls()) {
      attempt.record(
          new SpawnStep.CallAmbiguous(
              lost.callId(),
              FailureKind.WORKER_LOST,
              "its worker ended before its outcome was known",
              lost.reservedUsd(),
              null));
    }
  }

  private static EndingSpawn ending(SpawnRequest request, Instant requestedAt, Attempt attempt) {
    return EndingSpawn.of(attempt.spawnId(), request, requestedAt, attempt.history());
  }

  private @Nullable Usd savings(EndingSpawn ending, SpawnAnswer answer, Attempt attempt) {
    Category category = Objects.requireNonNullElse(ending.category(), Category.GENERAL);
    return models
        .strong(category)
        .map(model -> Savings.of(answer, attempt.history(), model.price()))
        .orElse(null);
  }
}
