package dev.smartspawn.worker.call;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.AttemptOverException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.money.DailyCeiling;
import dev.smartspawn.worker.money.Wallet;
import dev.smartspawn.worker.money.WorstCase;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes single calls, from reservation to settlement. A call is sent only after its reservation is
 * in the log and the claim still held there. Its outcome is written afterwards.
 */
final class ReservedCalls {

  private final Attempt attempt;
  private final CallResources resources;
  private final Wallet wallet;
  private final Supplier<Fence> fences;

  ReservedCalls(Attempt attempt, CallResources resources, Wallet wallet, Supplier<Fence> fences) {
    this.attempt = attempt;
    this.resources = resources;
    this.wallet = wallet;
    this.fences = fences;
  }

  /** A call that is about to be made. */
  private record PendingCall(
      String callId,
      String part,
      PlannedModel planned,
      ModelRoute route,
      Prompt prompt,
      Usd worst,
      Instant until) {}

  CallOutcome make(
      String part, PlannedModel planned, Function<Fence, Prompt> prompt, Instant until) {
    ModelRoute route = resources.routes().of(planned.model());
    if (!route.provider().isUsable()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "no key for %s: set %s"
              .formatted(route.provider().name(), route.provider().keyVariable()));
    }
    CircuitBreaker circuit = resources.circuitBreakers().of(route);
    if (!circuit.tryAcquirePermission()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.ONCE_CIRCUIT_CLOSES,
          "%s has failed too often; calls to it are paused".formatted(route.circuit()));
    }
    Fence fence = fences.get();
    Prompt fenced = prompt.apply(fence);
    Usd worst = WorstCase.of(fenced, planned.price(), resources.settings().maxTokens());
    PendingCall pending =
        new PendingCall(fence.token(), part, planned, route, fenced, worst, until);
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
            pending.worst());
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
        new SpawnStep.CallFailed(
            pending.callId(),
            FailureKind.ABANDONED,
            "nothing was sent: " + reason,
            TokenUsage.NONE,
            Usd.ZERO));
  }

  private CallOutcome send(PendingCall pending, CircuitBreaker circuit) {
    Instant begun = attempt.now();
    try {
      ChatReply reply =
          resources
              .api()
              .complete(
                  pending.route(),
                  pending.prompt(),
                  resources.settings().maxTokens(),
                  timeout(pending.until()),
                  attempt.requestId());
      circuit.recordSuccess();
      return finished(pending, reply, Duration.between(begun, attempt.now()));
    } catch (ChatFailedException e) {
      report(circuit, e);
      return failed(pending, e);
    } catch (RuntimeException e) {
      circuit.releasePermission();
      throw e;
    }
  }

  private CallOutcome finished(PendingCall pending, ChatReply reply, Duration took) {
    TruncatedText text = TruncatedText.of(reply.text(), resources.settings().maxOutputBytes());
    boolean cut = reply.cut() || text.cut();
    TokenUsage usage = reply.usage() == null ? TokenUsage.NONE : reply.usage();
    Usd cost = cost(pending, reply);
    wallet.settle(pending.worst(), cost);
    attempt.settle(
        new SpawnStep.CallFinished(
            pending.callId(),
            text.text(),
            cut,
            usage,
            cost,
            reply.cost() != null,
            took.toMillis()));
    return CallOutcome.of(
        new Output(
            pending.callId(), pending.part(), pending.planned().model(), text.text(), cut, usage));
  }

  /** The reported cost, or else the usage at list price, or else the worst case. */
  private static Usd cost(PendingCall pending, ChatReply reply) {
    if (reply.cost() != null) {
      return reply.cost();
    }
    return reply.usage() == null
        ? pending.worst()
        : pending.planned().price().costOf(reply.usage());
  }

  private CallOutcome failed(PendingCall pending, ChatFailedException e) {
    String reason = String.valueOf(e.getMessage());
    if (e.isCostUnknown()) {
      wallet.settle(pending.worst(), pending.worst());
      attempt.settle(
          new SpawnStep.CallAmbiguous(pending.callId(), e.kind(), reason, pending.worst()));
    } else {
      Usd cost = e.cost().orElse(pending.planned().price().costOf(e.usage()));
      wallet.settle(pending.worst(), cost);
      attempt.settle(new SpawnStep.CallFailed(pending.callId(), e.kind(), reason, e.usage(), cost));
    }
    return CallOutcome.of(e);
  }

  private static void report(CircuitBreaker circuit, ChatFailedException e) {
    if (e.kind().isProviderFault()) {
      circuit.recordFailure();
    } else {
      circuit.releasePermission();
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
