package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.trace.RequestId;
import java.time.LocalDate;

/** The log of all spawns' steps. It is appended to, and read as it grows. */
public interface Ledger {

  /**
   * Returns once the step is in the log and everything before it has been read. The history then
   * reflects what held when the step was written.
   *
   * @param requestId the request that caused the step, for the record's headers
   * @throws LedgerException when the log cannot be written or read back
   */
  SpawnHistory append(SpawnEvent event, RequestId requestId);

  /** The history read so far; empty for a spawn without events. */
  SpawnHistory history(SpawnId id);

  /**
   * Returns once everything that was in the log at the time of the call has been read.
   *
   * @throws LedgerException when the log cannot be read, or not in time
   */
  void catchUp();

  /** The cost of all spawns' calls on that UTC day; open calls count at their reservation. */
  Usd spentOn(LocalDate day);
}
