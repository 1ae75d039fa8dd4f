package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.RequestChange;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.TokenLimit;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
  private static final int MAX_CHANGES = 4;

  /** Candidates that do not take the prompt are passed over, but not without end. */
  private static final int MAX_SEEN = 12;

  /** A model that used its limit for thinking is paid; one more with more room is worth a try. */
  private static final int MAX_LIMITS_TOO_LOW = 2;

  /** A call lost with its worker is made once more. Lost again, the model is skipped. */
  private static final int MAX_LOST = 1;

  private final Attempt attempt;
  private final CallResources resources;
  private final Wallet wallet;
  private final ReservedCalls call;
  private final PrivacyRule rule;

  /**
   * @param rule no call breaks it
   * @param labels what the cost of a part is counted under
   * @param fences create one fence per call; its token is the call's id
   */
  public PartCalls(
      Attempt attempt,
      CallResources resources,
      Wallet wallet,
      PrivacyRule rule,
      Function<String, CallLabels> labels,
      Supplier<Fence> fences) {
    this.attempt = attempt;
    this.resources = resources;
    this.rule = rule;
    this.wallet = wallet;
    this.call = new ReservedCalls(attempt, resources, wallet, rule, labels, fences);
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
    Tries tries = new Tries(part, prompt, until);
    Optional<Output> done = tries.done();
    if (done.isPresent()) {
      return done.get();
    }
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      Optional<Output> output = tries.round(candidates);
      if (output.isPresent()) {
        return output.get();
      }
      if (!tries.waitForProvider()) {
        break;
      }
    }
    Optional<Output> partial = tries.longestPartial();
    if (partial.isPresent()) {
      return partial.get();
    }
    throw PartFailedException.of(part, tries.tried(), tries.hint());
  }

  /** What has been tried for one part. */
  private final class Tries {

    private final String part;
    private final Function<Fence, Prompt> prompt;
    private final Prompt blank;
    private final AnswerForm form;
    private final Instant until;
    private final RetryPauses pauses;
    private final Set<CanonicalId> tried = new LinkedHashSet<>();
    private String hint = "";
    private final List<Output> partials = new ArrayList<>();
    private final Set<CanonicalId> withoutAccount = new HashSet<>();
    private TokenLimit maxTokens;
    private int limitsTooLow;
    private Optional<PlannedModel> blocked = Optional.empty();

    Tries(String part, Function<Fence, Prompt> prompt, Instant until) {
      this.part = part;
      this.prompt = prompt;
      this.blank = prompt.apply(Fence.BLANK);
      this.form = new AnswerForm(attempt, blank.manner().format());
      this.until = until;
      this.pauses = new RetryPauses(attempt, resources, rule, part, blank.media().needed(), until);
      this.maxTokens = TokenLimit.of(resources.settings().maxTokens(), blank.manner());
    }

    /** What an earlier attempt has finished. */
    Optional<Output> done() {
      return attempt.history().outputs(part).stream().filter(form::accepts).findFirst();
    }

    Set<CanonicalId> tried() {
      return tried;
    }

    String hint() {
      return hint;
    }

    /** One pass over the candidates. */
    Optional<Output> round(Candidates candidates) {
      blocked = Optional.empty();
      List<CanonicalId> seen = new ArrayList<>();
      int tried = 0;
      while (tried < MAX_MODELS && seen.size() < MAX_SEEN && limitsTooLow < MAX_LIMITS_TOO_LOW) {
        Optional<PlannedModel> next = candidates.next(seen);
        if (next.isEmpty()) {
          break;
        }
        seen.add(next.get().model());
        if (!isWorthTrying(next.get())) {
          tried++;
          continue;
        }
        CallOutcome outcome = tryOne(next.get());
        if (outcome.output().isPresent()) {
          return outcome.output();
        }
        if (outcome.next() != CallOutcome.Next.LARGER_WINDOW) {
          tried++;
        }
      }
      return Optional.empty();
    }

    /** If a candidate's provider is not asked at present, waits for it, if time allows. */
    boolean waitForProvider() {
      return blocked.isPresent() && pauses.untilProviderIsAsked(blocked.get());
    }

    /** Of the answers that broke off, the one of which most came. */
    Optional<Output> longestPartial() {
      return partials.stream()
          .filter(form::isValid)
          .max(Comparator.comparingInt(output -> output.text().length()));
    }

    private boolean isWorthTrying(PlannedModel planned) {
      boolean failedForGood =
          failures(planned, FailureKind::isFinal) > 0 || !form.mayAnswer(part, planned);
      return !failedForGood && failures(planned, FailureKind.WORKER_LOST::equals) <= MAX_LOST;
    }

    private CallOutcome tryOne(PlannedModel planned) {
      OptionalInt room = OptionalInt.empty();
      int changes = 0;
      while (true) {
        int limit = Math.min(room.orElse(Integer.MAX_VALUE), limitOf(planned));
        CallOutcome outcome =
            call.make(part, planned, form.correcting(part, planned, prompt), limit, until);
        if (outcome.output().isPresent()) {
          if (form.accepts(outcome.output().get())) {
            return outcome;
          }
          tried.add(planned.model());
          if (form.mayAnswer(part, planned)) {
            continue;
          }
          return CallOutcome.failed(
              CallOutcome.Next.OTHER_MODEL, "its answer does not have the form asked for");
        }
        note(planned, outcome, limit);
        boolean again =
            switch (outcome.next()) {
              case ANOTHER_FORM -> ++changes <= MAX_CHANGES;
              case SAME_MODEL ->
                  failures(planned, FailureKind::isTransient) <= MAX_RETRIES
                      && pauses.beforeRetry(planned, outcome, retriesOf(planned));
              default -> false;
            };
        if (!again) {
          return outcome;
        }
        if (outcome.change().orElse(null) instanceof RequestChange.RoomLeft left) {
          room = OptionalInt.of(left.maxTokens());
        }
      }
    }

    private int limitOf(PlannedModel planned) {
      return maxTokens.of(planned, blank, wallet.left());
    }

    private void note(PlannedModel planned, CallOutcome outcome, int limit) {
      tried.add(planned.model());
      if (outcome.brokeOff()) {
        outcome.partial().ifPresent(partials::add);
      }
      switch (outcome.next()) {
        case MORE_ROOM -> {
          limitsTooLow++;
          maxTokens = maxTokens.raisedTo(Math.max(maxTokens.most(), 4L * limit));
          if (limitsTooLow == MAX_LIMITS_TOO_LOW) {
            hint =
                "%d tokens are too few for this task: raise %s"
                    .formatted(
                        limit, maxTokens.fixed() ? "maxTokens" : "SMART_SPAWN_SPAWN_MAX_TOKENS");
          }
        }
        case ONCE_CIRCUIT_CLOSES -> block(planned);
        case ONCE_ACCOUNT_IS_ASKED -> {
          if (withoutAccount.isEmpty()) {
            block(planned);
          }
        }
        default -> {
          // This spawn has asked the empty account itself: waiting for it would not help.
          if (outcome.failure().map(Failed::kind).orElse(null) == FailureKind.NO_CREDIT) {
            withoutAccount.add(planned.model());
          }
        }
      }
    }

    private void block(PlannedModel planned) {
      if (blocked.isEmpty()) {
        blocked = Optional.of(planned);
      }
    }

    private long retriesOf(PlannedModel planned) {
      return Math.max(0, failures(planned, FailureKind::isTransient) - 1);
    }

    private long failures(PlannedModel planned, Predicate<FailureKind> kinds) {
      return attempt.history().failures(part, planned.model(), kinds);
    }
  }
}
