package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.trace.RequestId;
import java.time.LocalDate;

/** The log of all spawns' steps: appended to, and read as it grows. */
public interface Ledger {

  /**
   * Returns once the step stands in the log and everything before it has been read: the history
   * then says what held where the step was written.
   *
   * @param requestId of the request that led to it, for the record's headers
   * @throws LedgerException when the log cannot be written or read back
   */
  SpawnHistory append(SpawnEvent event, RequestId requestId);

  /** As read so far; empty for a spawn nobody has written about. */
  SpawnHistory history(SpawnId id);

  /**
   * Returns once everything has been read that stood in the log, whoever wrote it, when this was
   * called.
   *
   * @throws LedgerException when that cannot be found out, or was not read in time
   */
  void catchUp();

  /** What the calls of all spawns cost on that UTC day, open ones at what is reserved for them. */
  Usd spentOn(LocalDate day);
}
