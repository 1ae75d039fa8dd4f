package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Completes parts of one spawn. It tries candidate models in order, and retries a model where that
 * may help. It repeats no call that finished in an earlier attempt. Several parts may run in
 * parallel.
 */
public final class PartCalls {

  private static final int MAX_MODELS = 4;
  private static final int MAX_RETRIES = 2;
  private static final int MAX_ROUNDS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

  /** A call lost with its worker is made once more. Lost again, the model is skipped. */
  private static final int MAX_LOST = 1;

  private final Attempt attempt;
  private final CallResources resources;
  private final ReservedCalls call;

  /**
   * @param fences create one fence per call; its token is the call's id
   */
  public PartCalls(
      Attempt attempt, CallResources resources, Wallet wallet, Supplier<Fence> fences) {
    this.attempt = attempt;
    this.resources = resources;
    this.call = new ReservedCalls(attempt, resources, wallet, fences);
  }

  /**
   * @param part its name in the log
   * @param prompt creates the prompt from the call's fence
   * @param until by when the part must be done
   * @throws PartFailedException when every candidate failed
   */
  public Output call(
      String part, Candidates candidates, Function<Fence, Prompt> prompt, Instant until)
      throws PartFailedException {
    Optional<Output> done = attempt.history().output(part);
    if (done.isPresent()) {
      return done.get();
    }
    List<String> failures = new ArrayList<>();
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      Round tried = new Round(part, prompt, until, failures);
      Optional<Output> output = tried.run(candidates);
      if (output.isPresent()) {
        return output.get();
      }
      if (!tried.waitForCircuit()) {
        break;
      }
    }
    throw new PartFailedException(part, failures);
  }

  /** One pass over the candidates. */
  private final class Round {

    private final String part;
    private final Function<Fence, Prompt> prompt;
    private final Instant until;
    private final List<String> failures;
    private Optional<PlannedModel> blocked = Optional.empty();

    Round(String part, Function<Fence, Prompt> prompt, Instant until, List<String> failures) {
      this.part = part;
      this.prompt = prompt;
      this.until = until;
      this.failures = failures;
    }

    Optional<Output> run(Candidates candidates) {
      List<CanonicalId> tried = new ArrayList<>();
      while (tried.size() < MAX_MODELS) {
        Optional<PlannedModel> next = candidates.next(tried);
        if (next.isEmpty()) {
          break;
        }
        tried.add(next.get().model());
        Optional<Output> output = isWorthTrying(next.get()) ? tryOne(next.get()) : Optional.empty();
        if (output.isPresent()) {
          return output;
        }
      }
      return Optional.empty();
    }

    /** If an open circuit blocked a candidate, waits until it may be tried, if time allows. */
    boolean waitForCircuit() {
      if (blocked.isEmpty()) {
        return false;
      }
      PlannedModel model = blocked.get();
      Duration wait =
          resources
              .circuitBreakers()
              .of(resources.routes().of(model.model()))
              .untilHalfOpen()
              .plusMillis(50);
      return pause(model, wait, "its provider has failed too often; calls to it are paused");
    }

    private boolean isWorthTrying(PlannedModel planned) {
      boolean failedForGood = failures(planned, FailureKind::isFinal) > 0;
      return !failedForGood && failures(planned, FailureKind.WORKER_LOST::equals) <= MAX_LOST;
    }

    private Optional<Output> tryOne(PlannedModel planned) {
      while (true) {
        CallOutcome outcome = call.make(part, planned, prompt, until);
        if (outcome.output().isPresent()) {
          return outcome.output();
        }
        failures.add(planned.model() + ": " + outcome.reason());
        if (outcome.next() == CallOutcome.Next.ONCE_CIRCUIT_CLOSES && blocked.isEmpty()) {
          blocked = Optional.of(planned);
        }
        boolean again =
            outcome.next() == CallOutcome.Next.SAME_MODEL
                && failures(planned, FailureKind::isTransient) <= MAX_RETRIES
                && pause(planned, waitFor(planned, outcome), outcome.reason());
        if (!again) {
          return Optional.empty();
        }
      }
    }

    private Duration waitFor(PlannedModel planned, CallOutcome outcome) {
      long before = Math.max(0, failures(planned, FailureKind::isTransient) - 1);
      return outcome.retryAfter().orElse(FIRST_BACKOFF.multipliedBy(1L << before));
    }

    /** Waits, unless too little time is left; then returns false. */
    private boolean pause(PlannedModel planned, Duration wait, String reason) {
      Duration left = Duration.between(attempt.now(), until);
      if (wait.compareTo(left.dividedBy(2)) > 0) {
        return false;
      }
      attempt.record(
          new SpawnStep.RetryScheduled(part, planned.model(), attempt.now().plus(wait), reason));
      attempt.pause(wait);
      return true;
    }

    private long failures(PlannedModel planned, Predicate<FailureKind> kinds) {
      return attempt.history().failures(part, planned.model(), kinds);
    }
  }
}
