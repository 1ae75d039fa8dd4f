package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.Caller;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.call.PartCalls;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.money.WorstCase;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.plan.PlanDesk;
import dev.smartspawn.worker.plan.Wish;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One spawn as a mode works on it. Whatever an earlier attempt has planned, called or noted comes
 * from the log and is not done again.
 */
public final class Spawn {

  /** An end the answer has to be written by, so that it is in the log before the deadline. */
  private static final Duration MARGIN = Duration.ofMillis(200);

  /** A token is seldom more. */
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
   * @param limit what it may cost
   * @param executor for calls side by side
   */
  public Spawn(
      SpawnRequest request,
      Attempt attempt,
      PlanDesk desk,
      Caller caller,
      Usd limit,
      Supplier<Fence> fences,
      Executor executor) {
    this.request = request;
    this.attempt = attempt;
    this.planning = new Planning(attempt, desk);
    this.wallet = new Wallet(limit, attempt.history().account().cost());
    this.calls = new PartCalls(attempt, caller, wallet, fences);
    this.maxTokens = caller.settings().maxTokens();
    this.executor = executor;
  }

  public SpawnRequest request() {
    return request;
  }

  public Usd limit() {
    return wallet.limit();
  }

  /** What models write at most, in bytes as far as one can say beforehand. */
  public long likelyOutputBytes() {
    return (long) maxTokens * BYTES_PER_TOKEN;
  }

  /** Whether the part's models come from the fallback table. */
  public boolean fellBack(String part) {
    return planning.fellBack(part);
  }

  public PlannedModel best(String part, Wish wish) {
    return planning.first(part, wish).get(0);
  }

  public List<PlannedModel> several(String part, Wish wish, int count) {
    return planning.several(part, wish, count);
  }

  /**
   * Has the part done by the best model for it, or the next best.
   *
   * @param prompt made with the call's fence
   */
  public Output callBest(String part, Wish wish, Function<Fence, Prompt> prompt)
      throws PartFailedException {
    try {
      return calls.call(part, planning.candidates(part, wish), prompt, end());
    } catch (NoModelException e) {
      throw new PartFailedException(part, List.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Has the same done by each model, side by side, and leaves a third of the time for what comes
   * after.
   *
   * @param part each one's is named with a number from 1
   * @return what came, in the order of the models
   * @throws PartFailedException when nothing came
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
    List<String> failures = new ArrayList<>();
    waitFor(members);
    for (CompletableFuture<Output> member : members) {
      collect(member, outputs, failures);
    }
    if (outputs.isEmpty()) {
      throw new PartFailedException(part + "s", failures);
    }
    return outputs;
  }

  /** Writes down a step, unless an earlier attempt has. */
  public void noteOnce(SpawnStep step) {
    if (!attempt.history().steps().contains(step)) {
      attempt.record(step);
    }
  }

  /** Something the result should mention. */
  public void remark(String reason) {
    remarks.add(reason);
  }

  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Whether there is money left for that call; where there is not, the log says so. */
  public boolean affords(String part, PlannedModel planned, Function<Fence, Prompt> prompt) {
    Usd worst = WorstCase.of(prompt.apply(Fence.BLANK), planned.price(), maxTokens);
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

  /** What a call would cost at worst. */
  public PlannedCall estimate(String part, PlannedModel planned, long promptBytes) {
    int messages = 2;
    Usd worst = WorstCase.of(promptBytes, messages, planned.price(), maxTokens);
    return new PlannedCall(part, planned.model(), worst, planned.reason());
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

  /** For all, whatever comes of them: none may write to the log after this attempt has gone on. */
  private static void waitFor(List<CompletableFuture<Output>> members) {
    CompletableFuture.allOf(members.toArray(CompletableFuture[]::new))
        .handle((done, failure) -> "all have ended")
        .join();
  }

  private static void collect(
      CompletableFuture<Output> member, List<Output> outputs, List<String> failures) {
    try {
      outputs.add(member.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof PartFailedException failed) {
        failures.add(String.valueOf(failed.getMessage()));
      } else if (e.getCause() instanceof AttemptOverException over) {
        throw over;
      } else {
        throw e;
      }
    }
  }
}
