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
 * One call, from its reservation to its settlement. Nothing is sent before the reservation stands
 * in the log with the claim still holding there; whatever comes of it is written afterwards.
 */
final class SingleCall {

  private final Attempt attempt;
  private final Caller caller;
  private final Wallet wallet;
  private final Supplier<Fence> fences;

  SingleCall(Attempt attempt, Caller caller, Wallet wallet, Supplier<Fence> fences) {
    this.attempt = attempt;
    this.caller = caller;
    this.wallet = wallet;
    this.fences = fences;
  }

  /** A call as it is about to be made. */
  private record Due(
      String callId,
      String part,
      PlannedModel planned,
      Route route,
      Prompt prompt,
      Usd worst,
      Instant until) {}

  CallOutcome make(
      String part, PlannedModel planned, Function<Fence, Prompt> prompt, Instant until) {
    Route route = caller.routes().of(planned.model());
    if (!route.provider().isUsable()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.OTHER_MODEL,
          "no key for %s: set %s"
              .formatted(route.provider().name(), route.provider().keyVariable()));
    }
    Circuit circuit = caller.circuits().of(route);
    if (!circuit.lets()) {
      return withhold(
          part,
          planned,
          CallOutcome.Next.ONCE_CIRCUIT_CLOSES,
          "%s has failed too often; its circuit is open".formatted(route.circuit()));
    }
    Fence fence = fences.get();
    Prompt told = prompt.apply(fence);
    Usd worst = WorstCase.of(told, planned.price(), caller.settings().maxTokens());
    Due due = new Due(fence.token(), part, planned, route, told, worst, until);
    try {
      return caller
          .limits()
          .within(route.provider(), left(until), () -> withinBudget(due, circuit));
    } catch (CallLimits.NoPlaceException e) {
      circuit.saidNothing();
      return withhold(part, planned, CallOutcome.Next.OTHER_MODEL, "too many calls are under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttemptOverException("interrupted");
    }
  }

  private CallOutcome withinBudget(Due due, Circuit circuit) {
    DailyCeiling daily = caller.daily();
    if (!wallet.reserve(due.worst())) {
      circuit.saidNothing();
      return withhold(
          due.part(),
          due.planned(),
          CallOutcome.Next.OTHER_MODEL,
          "it may cost up to %s, but of %s only %s are left"
              .formatted(due.worst(), wallet.limit(), wallet.left()));
    }
    if (!daily.hold(due.worst())) {
      circuit.saidNothing();
      wallet.settle(due.worst(), Usd.ZERO);
      return withhold(
          due.part(),
          due.planned(),
          CallOutcome.Next.OTHER_MODEL,
          "it may cost up to %s, which would exceed the daily ceiling of %s"
              .formatted(due.worst(), daily.limit()));
    }
    if (!reserve(due, circuit)) {
      String reason = "others have reserved what was left of the day's " + daily.limit();
      takeBack(due, circuit, reason);
      return CallOutcome.nothing(CallOutcome.Next.OTHER_MODEL, reason);
    }
    return send(due, circuit);
  }

  /** Whether the reservation stands in the log, within the day's ceiling. */
  private boolean reserve(Due due, Circuit circuit) {
    SpawnStep started =
        new SpawnStep.CallStarted(
            due.callId(),
            due.part(),
            due.planned().model(),
            due.route().provider().name(),
            due.worst());
    try {
      return caller.daily().recorded(due.worst(), () -> attempt.record(started));
    } catch (AttemptOverException e) {
      takeBack(due, circuit, String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      circuit.saidNothing();
      throw e;
    }
  }

  private void takeBack(Due due, Circuit circuit, String reason) {
    circuit.saidNothing();
    wallet.settle(due.worst(), Usd.ZERO);
    attempt.settle(
        new SpawnStep.CallFailed(
            due.callId(),
            FailureKind.ABANDONED,
            "nothing was sent: " + reason,
            TokenUsage.NONE,
            Usd.ZERO));
  }

  private CallOutcome send(Due due, Circuit circuit) {
    Instant begun = attempt.now();
    try {
      ChatReply reply =
          caller
              .api()
              .complete(
                  due.route(),
                  due.prompt(),
                  caller.settings().maxTokens(),
                  timeout(due.until()),
                  attempt.requestId());
      circuit.succeeded();
      return finished(due, reply, Duration.between(begun, attempt.now()));
    } catch (ChatFailedException e) {
      tell(circuit, e);
      return failed(due, e);
    } catch (RuntimeException e) {
      circuit.saidNothing();
      throw e;
    }
  }

  private CallOutcome finished(Due due, ChatReply reply, Duration took) {
    CutText text = CutText.of(reply.text(), caller.settings().maxOutputBytes());
    boolean cut = reply.cut() || text.cut();
    TokenUsage usage = reply.usage() == null ? TokenUsage.NONE : reply.usage();
    Usd cost = cost(due, reply);
    wallet.settle(due.worst(), cost);
    attempt.settle(
        new SpawnStep.CallFinished(
            due.callId(), text.text(), cut, usage, cost, reply.cost() != null, took.toMillis()));
    return CallOutcome.of(
        new Output(due.callId(), due.part(), due.planned().model(), text.text(), cut, usage));
  }

  /** As reported; else the usage at list price; else the worst case. */
  private static Usd cost(Due due, ChatReply reply) {
    if (reply.cost() != null) {
      return reply.cost();
    }
    return reply.usage() == null ? due.worst() : due.planned().price().costOf(reply.usage());
  }

  private CallOutcome failed(Due due, ChatFailedException e) {
    String reason = String.valueOf(e.getMessage());
    if (e.isCostUnknown()) {
      wallet.settle(due.worst(), due.worst());
      attempt.settle(new SpawnStep.CallAmbiguous(due.callId(), e.kind(), reason, due.worst()));
    } else {
      Usd cost = e.cost().orElse(due.planned().price().costOf(e.usage()));
      wallet.settle(due.worst(), cost);
      attempt.settle(new SpawnStep.CallFailed(due.callId(), e.kind(), reason, e.usage(), cost));
    }
    return CallOutcome.of(e);
  }

  private static void tell(Circuit circuit, ChatFailedException e) {
    if (e.isProvidersFault()) {
      circuit.failed();
    } else {
      circuit.saidNothing();
    }
  }

  private CallOutcome withhold(
      String part, PlannedModel planned, CallOutcome.Next next, String reason) {
    attempt.record(new SpawnStep.CallWithheld(part, planned.model(), reason));
    return CallOutcome.nothing(next, reason);
  }

  /** Half of what is left, so that somebody else can be tried if nothing comes. */
  private Duration timeout(Instant until) {
    Duration half = left(until).dividedBy(2);
    return half.compareTo(caller.settings().timeout()) < 0 ? half : caller.settings().timeout();
  }

  private Duration left(Instant until) {
    Duration left = Duration.between(attempt.now(), until);
    return left.compareTo(Duration.ofMillis(2)) < 0 ? Duration.ofMillis(2) : left;
  }
}
