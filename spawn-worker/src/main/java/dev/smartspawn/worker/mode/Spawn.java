package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.TextSize;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.CallResources;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.call.PartCalls;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.TokenLimit;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.money.WorstCase;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ModelRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One spawn, as a workflow sees it. Plans, finished calls and notes of earlier attempts are read
 * from the log and are not repeated.
 */
public final class Spawn {

  /** Leaves time to write the answer to the log before the deadline. */
  private static final Duration MARGIN = Duration.ofMillis(200);

  /** A token is rarely longer. */
  private static final int BYTES_PER_TOKEN = 4;

  private final SpawnRequest request;
  private final Attempt attempt;
  private final Planning planning;
  private final PartCalls calls;
  private final Wallet wallet;
  private final int maxTokens;
  private final Executor executor;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param limit the most the spawn may cost
   * @param rule no model is planned or called that breaks it
   * @param executor runs parallel calls
   */
  public Spawn(
      SpawnRequest request,
      Attempt attempt,
      Supplier<ModelDirectory> directory,
      CallResources resources,
      Usd limit,
      PrivacyRule rule,
      Supplier<Fence> fences,
      Executor executor) {
    this.request = request;
    this.attempt = attempt;
    this.planning = new Planning(attempt, () -> allowed(directory.get(), resources.routes(), rule));
    this.wallet = new Wallet(limit, attempt.history().account().cost());
    this.calls = new PartCalls(attempt, resources, wallet, rule, this::labels, fences);
    this.maxTokens = resources.settings().maxTokens();
    this.executor = executor;
  }

  private static ModelDirectory allowed(
      ModelDirectory directory, ModelRoutes routes, PrivacyRule rule) {
    if (!routes.areNarrowedBy(rule)) {
      return directory;
    }
    String why = "the privacy rule forbids providers (%s)".formatted(routes.refusals(rule));
    return routes.areClosedBy(rule)
        ? directory.forbidding(why)
        : directory.allowing(model -> routes.of(model, rule, Set.of()).isPresent(), why);
  }

  public SpawnRequest request() {
    return request;
  }

  public Usd limit() {
    return wallet.limit();
  }

  /** An estimate of the longest answer, in bytes. */
  public long likelyOutputBytes() {
    return (long) maxTokens * BYTES_PER_TOKEN;
  }

  /** Whether the part uses a fallback model. */
  public boolean fellBack(String part) {
    return planning.fellBack(part);
  }

  public PlannedModel best(String part, ModelQuery query) {
    return planning.first(part, query).get(0);
  }

  public List<PlannedModel> several(String part, ModelQuery query, int count) {
    return planning.several(part, query, count);
  }

  /** Models whose context takes the prompt and leaves room for an answer. */
  ModelQuery fitting(ModelQuery query, Prompt prompt) {
    return query.withContext(TextSize.neededContext(prompt.weight()));
  }

  /** The models planned for the part, best first, and then the next best. */
  Candidates candidates(String part, ModelQuery query) {
    return planning.candidates(part, query);
  }

  /** The models that have been planned for the part so far. */
  List<PlannedModel> planned(String part) {
    return attempt.history().planned(part);
  }

  /**
   * Calls the best model for the part, then the next best if that fails.
   *
   * @param prompt creates the prompt from the call's fence
   */
  public Output callBest(String part, ModelQuery query, Function<Fence, Prompt> prompt)
      throws PartFailedException {
    return callOneOf(part, candidates(part, fitting(query, prompt.apply(Fence.BLANK))), prompt);
  }

  /**
   * Calls the first candidate, then the next if that fails.
   *
   * @param prompt creates the prompt from the call's fence
   */
  Output callOneOf(String part, Candidates candidates, Function<Fence, Prompt> prompt)
      throws PartFailedException {
    try {
      return calls.call(part, candidates, prompt, end());
    } catch (NoModelException e) {
      throw new PartFailedException(part, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Calls all models in parallel with the same task, and leaves a third of the time for later
   * parts.
   *
   * @param part prefix of the part names, which are numbered from 1
   * @return the outputs of successful calls, in the order of the models
   * @throws PartFailedException when every call failed
   */
  public List<Output> callEach(
      String part, List<PlannedModel> models, Function<Fence, Prompt> prompt)
      throws PartFailedException {
    Instant until = attempt.now().plus(attempt.remaining().multipliedBy(2).dividedBy(3));
    List<CompletableFuture<Output>> members = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String member = part + "-" + (i + 1);
      Candidates only = Candidates.of(List.of(models.get(i)));
      members.add(CompletableFuture.supplyAsync(() -> call(member, only, prompt, until), executor));
    }
    List<Output> outputs = new ArrayList<>();
    waitFor(members);
    for (CompletableFuture<Output> member : members) {
      collect(member, outputs);
    }
    if (outputs.isEmpty()) {
      throw new PartFailedException(
          part + "s", "none of %d models gave an answer".formatted(models.size()));
    }
    return outputs;
  }

  /** Records a step, unless an earlier attempt already has. */
  public void noteOnce(SpawnStep step) {
    if (!attempt.history().steps().contains(step)) {
      attempt.record(step);
    }
  }

  /** Adds a note to the result's reasons. */
  public void remark(String reason) {
    remarks.add(reason);
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Whether a model's list price is above that of a model which this spawn has planned. */
  boolean costsMore(PlannedModel model, CanonicalId planned) {
    return attempt.history().steps().stream()
        .filter(SpawnStep.Planned.class::isInstance)
        .flatMap(step -> ((SpawnStep.Planned) step).models().stream())
        .filter(each -> each.model().equals(planned))
        .findFirst()
        .map(each -> model.price().perTokens().compareTo(each.price().perTokens()) > 0)
        .orElse(true);
  }

  /** Whether the budget covers the call; if not, records that the call is withheld. */
  public boolean affords(String part, PlannedModel planned, Function<Fence, Prompt> prompt) {
    Prompt blank = prompt.apply(Fence.BLANK);
    Usd worst = WorstCase.of(blank, planned, limitOf(planned, blank));
    if (attempt.history().output(part).isPresent() || !worst.isAbove(wallet.left())) {
      return true;
    }
    noteOnce(
        new SpawnStep.CallWithheld(
            part,
            planned.model(),
            "it may cost up to %s, but of %s only %s are left"
                .formatted(worst, wallet.limit(), wallet.left())));
    return false;
  }

  /**
   * The worst-case cost of a call.
   *
   * @param task the task's own prompt
   * @param shownBytes what the part's prompt shows beside the task
   */
  public PlannedCall estimate(String part, PlannedModel planned, Prompt task, long shownBytes) {
    // A judge or a merging model gets the messages in one, with marks around each.
    int messages = 2 * task.messages().size();
    long promptBytes = task.bytes() + shownBytes;
    Usd worst = WorstCase.of(task, promptBytes, messages, planned, limitOf(planned, task));
    return new PlannedCall(part, planned.model(), worst, planned.reason());
  }

  /** Of a call that is about to be made; its models have been planned by then. */
  private CallLabels labels(String part) {
    Category category =
        Optional.ofNullable(request.category()).or(attempt.history()::category).orElse(null);
    return new CallLabels(
        CallLabels.DEFAULT_PROFILE, request.mode(), category, CallPurpose.ofPart(part));
  }

  private int limitOf(PlannedModel planned, Prompt prompt) {
    return TokenLimit.of(maxTokens, prompt.manner()).of(planned, prompt, wallet.left());
  }

  private Instant end() {
    return attempt.deadline().minus(MARGIN);
  }

  private Output call(
      String part, Candidates candidates, Function<Fence, Prompt> prompt, Instant until) {
    try {
      return calls.call(part, candidates, prompt, until);
    } catch (PartFailedException e) {
      throw new CompletionException(e);
    }
  }

  /** Waits for all calls, failed ones too: none may write to the log once this attempt goes on. */
  private static void waitFor(List<CompletableFuture<Output>> members) {
    CompletableFuture.allOf(members.toArray(CompletableFuture[]::new))
        .handle((done, failure) -> "all have ended")
        .join();
  }

  private static void collect(CompletableFuture<Output> member, List<Output> outputs) {
    try {
      outputs.add(member.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof AttemptOverException over) {
        throw over;
      }
      if (!(e.getCause() instanceof PartFailedException)) {
        throw e;
      }
    }
  }
}
