package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.ClaimDesk;
import dev.smartspawn.worker.ledger.Ledger;
import dev.smartspawn.worker.mode.Conclusion;
import dev.smartspawn.worker.mode.SpawnRunner;
import java.time.Clock;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Decides with the ledger what becomes of delivered requests. */
public final class Reception implements Desk {

  /**
   * A request that has been begun so often, and never ended, is not begun again: it may be what
   * ends its workers.
   */
  static final int MAX_ATTEMPTS = 15;

  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private final ClaimDesk claims;
  private final SpawnRunner runner;
  private final Ledger ledger;
  private final Producer<byte[], byte[]> deadLetters;
  private final int deliveryLimit;
  private final Clock clock;

  public Reception(
      ClaimDesk claims,
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

  @Override
  public Decision decide(Delivery delivery) {
    SpawnAccount account = ledger.history(delivery.id()).account();
    boolean overdue = !clock.instant().isBefore(delivery.deadline());
    if (account.ended() || overdue || !account.isFor(delivery.position())) {
      return new Decision.Skip();
    }
    if (delivery.count() >= deliveryLimit || account.attempts() >= MAX_ATTEMPTS) {
      quarantine(delivery, account);
      return new Decision.Quarantine();
    }
    return claims
        .claim(
            delivery.id(),
            delivery.position(),
            delivery.requestId(),
            delivery.count(),
            delivery.deadline())
        .<Decision>map(Decision.Run::new)
        .orElseGet(() -> unclaimed(delivery));
  }

  @Override
  public void run(Delivery delivery, Attempt attempt) {
    MDC.put(RequestId.LOG_KEY, delivery.requestId().value());
    try {
      runner.run(delivery.request(), delivery.requestedAt(), attempt);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  /**
   * Somebody has ended it meanwhile, runs it for another record, or runs a newer delivery of it.
   */
  private Decision unclaimed(Delivery delivery) {
    SpawnAccount account = ledger.history(delivery.id()).account();
    return account.isOver() || !account.isFor(delivery.position())
        ? new Decision.Skip()
        : new Decision.Yield();
  }

  private void quarantine(Delivery delivery, SpawnAccount account) {
    String reason =
        "given up after %d attempts and %d deliveries: each of them ended before the spawn did"
            .formatted(account.attempts(), delivery.count());
    log.warn("spawn {} is {}", delivery.id(), reason);
    SpawnResult failed =
        new Conclusion(
                delivery.id(),
                delivery.request(),
                ledger.history(delivery.id()),
                delivery.requestedAt(),
                clock.instant())
            .failed(reason);
    ledger.append(
        new SpawnEvent(delivery.id(), clock.instant(), null, new SpawnStep.Finished(failed)),
        delivery.requestId());
    Future<?> unused = deadLetters.send(DeadLetter.of(delivery.record(), "spawn-worker", reason));
    deadLetters.flush();
  }
}
