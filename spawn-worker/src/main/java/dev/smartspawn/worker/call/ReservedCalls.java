package dev.smartspawn.worker.call;

import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.money.WorstCase;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ModelCall;
import dev.smartspawn.worker.provider.ModelRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes single calls, from reservation to settlement. A call is sent only after its reservation is
 * in the log and the claim still held there. Its outcome is written afterwards.
 */
final class ReservedCalls {

  private static final Logger log = LoggerFactory.getLogger(ReservedCalls.class);

  /** The same for every provider: reasons that are equal are told once. */
  static final String PAUSED = "its provider has failed too often; calls to it are paused";

  private final Attempt attempt;
  private final CallResources resources;
  private final Wallet wallet;
  private final PrivacyRule rule;
  private final Function<String, CallLabels> labels;
  private final Supplier<Fence> fences;
  private final CallSettlement settlement;

  ReservedCalls(
      Attempt attempt,
      CallResources resources,
      Wallet wallet,
      PrivacyRule rule,
      Function<String, CallLabels> labels,
      Supplier<Fence> fences) {
    this.attempt = attempt;
    this.resources = resources;
    this.wallet = wallet;
    this.rule = rule;
    this.labels = labels;
    this.fences = fences;
    this.settlement = new CallSettlement(attempt, resources.settings(), wallet);
  }

  /**
   * @param maxTokens the most the model may write
   */
  CallOutcome make(
      String part,
      PlannedModel planned,
      Function<Fence, Prompt> prompt,
      int maxTokens,
      Instant until) {
    Prompt blank = prompt.apply(Fence.BLANK);
    Optional<ModelRoute> allowed =
        resources.routes().of(planned.model(), rule, blank.media().needed());
    if (allowed.isEmpty()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "the privacy rule forbids providers (%s)".formatted(resources.routes().refusals(rule)));
    }
    ModelRoute route = allowed.get();
    if (!route.provider().isUsable()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "no key for %s: set %s"
              .formatted(route.provider().name(), route.provider().keyVariable()));
    }
    if (resources.emptyAccounts().isSuspended(route.provider())) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.ONCE_ACCOUNT_IS_ASKED,
          "the account at %s is empty; it is asked again later".formatted(route.provider().name()));
    }
    if (resources.refusedKeys().isSuspended(route.provider())) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "%s does not accept the key; it is asked again later".formatted(route.provider().name()));
    }
    Prompt.Manner manner = blank.manner();
    Set<ModelParameter> leftOut = new TreeSet<>(manner.parameters().given());
    leftOut.removeIf(given -> manner.allows(given, planned.limitsOrUnknown()));
    if (manner.required() && !leftOut.isEmpty()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "it is not known to take " + ChatParameters.inWords(leftOut));
    }
    CircuitBreaker circuit = resources.circuitBreakers().of(route);
    if (!circuit.tryAcquirePermission()) {
      return withhold(part, planned, CallOutcome.Next.ONCE_CIRCUIT_CLOSES, PAUSED);
    }
    Fence fence = fences.get();
    Prompt fenced = prompt.apply(fence).in(manner.with(manner.parameters().without(leftOut)));
    Usd worst = WorstCase.of(fenced, planned, maxTokens);
    PendingCall pending =
        new PendingCall(
            fence.token(), part, planned, route, fenced, leftOut, maxTokens, worst, until);
    try {
      return resources
          .limits()
          .within(route.provider(), left(until), () -> withinBudget(pending, circuit));
    } catch (CallLimits.NoPermitException e) {
      circuit.releasePermission();
      return withhold(
          part, planned, CallOutcome.Next.OTHER_MODEL, "too many calls are in progress");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttemptOverException("interrupted");
    }
  }

  private CallOutcome withinBudget(PendingCall pending, CircuitBreaker circuit) {
    DailyCeiling daily = resources.daily();
    if (!wallet.reserve(pending.worst())) {
      circuit.releasePermission();
      return withhold(
          pending.part(),
          pending.planned(),
          CallOutcome.Next.OTHER_MODEL,
          "it may cost up to %s, but of %s only %s are left"
              .formatted(pending.worst(), wallet.limit(), wallet.left()));
    }
    if (!daily.hold(pending.worst())) {
      circuit.releasePermission();
      wallet.settle(pending.worst(), Usd.ZERO);
      return withhold(
          pending.part(),
          pending.planned(),
          CallOutcome.Next.OTHER_MODEL,
          "it may cost up to %s, which would exceed the daily ceiling of %s"
              .formatted(pending.worst(), daily.limit()));
    }
    if (!reserve(pending, circuit)) {
      String reason = "other calls have reserved the rest of the daily ceiling of " + daily.limit();
      takeBack(pending, circuit, reason);
      return CallOutcome.failed(CallOutcome.Next.OTHER_MODEL, reason);
    }
    return send(pending, circuit);
  }

  /** Whether the reservation is in the log, within the daily ceiling. */
  private boolean reserve(PendingCall pending, CircuitBreaker circuit) {
    SpawnStep started =
        new SpawnStep.CallStarted(
            pending.callId(),
            pending.part(),
            pending.planned().model(),
            pending.route().provider().name(),
            pending.worst(),
            labels.apply(pending.part()),
            pending.planned().priceFrom());
    try {
      return resources.daily().recorded(pending.worst(), () -> attempt.record(started));
    } catch (AttemptOverException e) {
      takeBack(pending, circuit, String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      circuit.releasePermission();
      throw e;
    }
  }

  private void takeBack(PendingCall pending, CircuitBreaker circuit, String reason) {
    circuit.releasePermission();
    wallet.settle(pending.worst(), Usd.ZERO);
    attempt.settle(
        SpawnStep.CallFailed.free(
            pending.callId(), FailureKind.ABANDONED, "nothing was sent: " + reason));
  }

  private CallOutcome send(PendingCall pending, CircuitBreaker circuit) {
    Instant begun = attempt.now();
    ProviderAnswer answer = answer(pending);
    report(circuit, answer);
    reportAccount(pending.route(), answer);
    if (answer instanceof Answered answered) {
      return settlement.finished(pending, answered, Duration.between(begun, attempt.now()));
    }
    return settlement.failed(pending, (Failed) answer);
  }

  /** A call is settled, whatever happens in it: an error here must not end the spawn. */
  private ProviderAnswer answer(PendingCall pending) {
    try {
      return resources
          .api()
          .complete(
              new ModelCall(
                  pending.route(),
                  pending.prompt(),
                  pending.maxTokens(),
                  heldTo(pending),
                  timeout(pending.until()),
                  attempt.requestId(),
                  attempt::registerCall));
    } catch (RuntimeException e) {
      log.error("a call to {} failed unexpectedly", pending.route().model(), e);
      return new Failed(
          FailureKind.MALFORMED,
          "the call failed unexpectedly; the worker's log has the cause",
          Optional.empty(),
          Optional.empty(),
          "",
          Charge.UNKNOWN,
          ReportedUsage.NONE);
    }
  }

  private static Prompt.Reply heldTo(PendingCall pending) {
    ModelLimits model = pending.planned().limitsOrUnknown();
    boolean json = model.canAnswerInJson() || model.takes(ModelParameter.RESPONSE_FORMAT);
    @Nullable ResponseFormat format = pending.prompt().manner().format();
    if (format == null) {
      return model.canAnswerInJson() ? pending.prompt().reply() : Prompt.Reply.TEXT;
    }
    if (format.schema() != null && model.takes(ModelParameter.STRUCTURED_OUTPUTS)) {
      return Prompt.Reply.SCHEMA;
    }
    return json ? Prompt.Reply.JSON : Prompt.Reply.TEXT;
  }

  private void report(CircuitBreaker circuit, ProviderAnswer answer) {
    if (answer instanceof Answered) {
      circuit.recordSuccess();
    } else if (((Failed) answer).kind().isProviderFault()) {
      circuit.recordFailure();
    } else {
      circuit.releasePermission();
    }
  }

  private void reportAccount(ModelRoute route, ProviderAnswer answer) {
    if (answer instanceof Answered) {
      resources.emptyAccounts().recordSuccess(route.provider());
      resources.refusedKeys().recordSuccess(route.provider());
      return;
    }
    FailureKind kind = ((Failed) answer).kind();
    if (kind == FailureKind.NO_CREDIT) {
      resources.emptyAccounts().recordEmpty(route.provider());
    } else if (kind == FailureKind.UNAUTHORIZED) {
      resources.refusedKeys().recordRefusal(route);
    }
  }

  private CallOutcome withhold(
      String part, PlannedModel planned, CallOutcome.Next next, String reason) {
    attempt.record(new SpawnStep.CallWithheld(part, planned.model(), reason));
    return CallOutcome.failed(next, reason);
  }

  /** At most half of the time left, so that another model can be tried after a timeout. */
  private Duration timeout(Instant until) {
    Duration half = left(until).dividedBy(2);
    return half.compareTo(resources.settings().timeout()) < 0
        ? half
        : resources.settings().timeout();
  }

  private Duration left(Instant until) {
    Duration left = Duration.between(attempt.now(), until);
    return left.compareTo(Duration.ofMillis(2)) < 0 ? Duration.ofMillis(2) : left;
  }
}
