package dev.smartspawn.worker.claim;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims spawns for this worker. The lock on a record can be lost without notice, and two records
 * can carry the same spawn id. Ownership is therefore a claim in the log: the newest claim holds,
 * unless the spawn ended before it.
 */
public final class Claims {

  private static final Logger log = LoggerFactory.getLogger(Claims.class);

  private final Ledger ledger;
  private final Clock clock;
  private final Supplier<String> attemptIds;

  /**
   * @param attemptIds unique ids
   */
  public Claims(Ledger ledger, Clock clock, Supplier<String> attemptIds) {
    this.ledger = ledger;
    this.clock = clock;
    this.attemptIds = attemptIds;
  }

  /**
   * @param requestId of the request that led to the record
   * @param delivery how often the broker has delivered the record
   * @param deadline by when the spawn must have ended
   * @return empty when the record must not be run: the spawn has ended, another record of it is
   *     run, or a newer delivery has claimed it
   */
  public Optional<Attempt> claim(
      SpawnId id, RecordPosition record, RequestId requestId, int delivery, Instant deadline) {
    if (!mayRun(id, record)) {
      return Optional.empty();
    }
    String attemptId = attemptIds.get();
    SpawnAccount account =
        ledger
            .append(
                new SpawnEvent(
                    id, clock.instant(), attemptId, new SpawnStep.Claimed(record, delivery)),
                requestId)
            .account();
    if (!mayRun(id, record) || !account.isHeldBy(attemptId)) {
      return Optional.empty();
    }
    return Optional.of(new Attempt(id, requestId, attemptId, deadline, ledger, clock));
  }

  private boolean mayRun(SpawnId id, RecordPosition record) {
    SpawnAccount account = ledger.history(id).account();
    if (account.isOver()) {
      log.debug("spawn {} is not run: it has ended", id);
      return false;
    }
    if (!account.isFor(record)) {
      log.info(
          "spawn {} is run for record {}; its second record {} is skipped",
          id,
          account.record(),
          record);
      return false;
    }
    return true;
  }
}
