package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.worker.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What all spawns of a UTC day may cost, whichever workers run them. A worker holds an amount
 * before it writes the reservation, so that its own calls never exceed the ceiling. Others'
 * reservations are seen once they are read: when half of the day's money is gone, a worker
 * therefore reads on to where the log ended after its own reservation was written, and looks again.
 * Of the calls that are made, the one reserved last has then seen all others; two that see each
 * other are both withdrawn. Until half is gone, what others reserve in the milliseconds that
 * reading takes is taken to be less than the other half.
 */
public final class DailyCeiling {

  private final Usd limit;
  private final Ledger ledger;
  private final Clock clock;
  private Usd underWay = Usd.ZERO;

  public DailyCeiling(Usd limit, Ledger ledger, Clock clock) {
    this.limit = limit;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Usd limit() {
    return limit;
  }

  /** Whether the day has {@code amount} left; if so it is held until {@link #recorded}. */
  public synchronized boolean hold(Usd amount) {
    if (spent().plus(underWay).plus(amount).isAbove(limit)) {
      return false;
    }
    underWay = underWay.plus(amount);
    return true;
  }

  /**
   * Writes the reservation to the ledger, which from then on counts it.
   *
   * @return whether it stands; if not, others took what was left at the same moment, and it is to
   *     be taken back
   */
  public boolean recorded(Usd amount, Runnable write) {
    try {
      write.run();
    } finally {
      release(amount);
    }
    if (spent().plus(spent()).isAbove(limit)) {
      ledger.catchUp();
    }
    return !spent().isAbove(limit);
  }

  private Usd spent() {
    return ledger.spentOn(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
  }

  private synchronized void release(Usd amount) {
    underWay = underWay.minus(amount);
  }
}
