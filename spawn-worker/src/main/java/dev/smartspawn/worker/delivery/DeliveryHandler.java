package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.Claims;
import dev.smartspawn.worker.ledger.Ledger;
import dev.smartspawn.worker.mode.SpawnRunner;
import dev.smartspawn.worker.result.EndingSpawn;
import dev.smartspawn.worker.result.SpawnResults;
import java.time.Clock;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Decides by the ledger whether a delivered request is run, and runs it. */
public final class DeliveryHandler {

  /**
   * A request that was started this often and never ended is not started again: it may be the
   * reason its workers die.
   */
  static final int MAX_ATTEMPTS = 15;

  private static final Logger log = LoggerFactory.getLogger(DeliveryHandler.class);

  private final Claims claims;
  private final SpawnRunner runner;
  private final Ledger ledger;
  private final Producer<byte[], byte[]> deadLetters;
  private final int deliveryLimit;
  private final Clock clock;

  public DeliveryHandler(
      Claims claims,
      SpawnRunner runner,
      Ledger ledger,
      Producer<byte[], byte[]> deadLetters,
      ShareGroup group,
      Clock clock) {
    this.claims = claims;
    this.runner = runner;
    this.ledger = ledger;
    this.deadLetters = deadLetters;
    this.deliveryLimit = group.deliveryLimit();
    this.clock = clock;
  }

  DeliveryDecision decide(RequestDelivery delivery) {
    SpawnAccount account = ledger.history(delivery.id()).account();
    boolean overdue = !clock.instant().isBefore(delivery.deadline());
    if (account.ended() || overdue || !account.isFor(delivery.position())) {
      return new DeliveryDecision.Skip();
    }
    if (delivery.count() >= deliveryLimit || account.attempts() >= MAX_ATTEMPTS) {
      quarantine(delivery, account);
      return new DeliveryDecision.Quarantine();
    }
    return claims
        .claim(
            delivery.id(),
            delivery.position(),
            delivery.requestId(),
            delivery.count(),
            delivery.deadline())
        .<DeliveryDecision>map(DeliveryDecision.Run::new)
        .orElseGet(() -> unclaimed(delivery));
  }

  /** Returns when the spawn has ended, or another attempt has taken it over. */
  void run(RequestDelivery delivery, Attempt attempt) {
    MDC.put(RequestId.LOG_KEY, delivery.requestId().value());
    try {
      runner.run(delivery.request(), delivery.requestedAt(), attempt);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  /**
   * The spawn has ended in the meantime, or another worker runs it: for another record, or for a
   * newer delivery of this one.
   */
  private DeliveryDecision unclaimed(RequestDelivery delivery) {
    SpawnAccount account = ledger.history(delivery.id()).account();
    return account.isOver() || !account.isFor(delivery.position())
        ? new DeliveryDecision.Skip()
        : new DeliveryDecision.Yield();
  }

  private void quarantine(RequestDelivery delivery, SpawnAccount account) {
    String reason =
        "given up after %d attempts and %d deliveries, none of which ended the spawn"
            .formatted(account.attempts(), delivery.count());
    log.warn("spawn {}: {}", delivery.id(), reason);
    SpawnResult failed =
        SpawnResults.failed(
            EndingSpawn.of(
                delivery.id(),
                delivery.request(),
                delivery.requestedAt(),
                ledger.history(delivery.id())),
            reason,
            clock.instant());
    ledger.append(
        new SpawnEvent(delivery.id(), clock.instant(), null, new SpawnStep.Finished(failed)),
        delivery.requestId());
    Future<?> unused = deadLetters.send(DeadLetter.of(delivery.record(), "spawn-worker", reason));
    deadLetters.flush();
  }
}
