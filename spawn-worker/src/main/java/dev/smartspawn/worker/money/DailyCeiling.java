package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.worker.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The most all spawns of a UTC day may cost, across all workers.
 *
 * <p>A worker holds an amount before it writes the reservation to the log, so its own calls never
 * exceed the ceiling. Reservations of other workers count once they are read. When more than half
 * of the ceiling is spent, a worker therefore reads the log up to its end after writing a
 * reservation, and checks again. Of the calls that are made, the one reserved last has then seen
 * all others; two that see each other are both withdrawn. Below half, the amount that others
 * reserve during the milliseconds of reading is assumed to be less than the other half.
 */
public final class DailyCeiling {

  private final Usd limit;
  private final Ledger ledger;
  private final Clock clock;
  private Usd held = Usd.ZERO;

  public DailyCeiling(Usd limit, Ledger ledger, Clock clock) {
    this.limit = limit;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Usd limit() {
    return limit;
  }

  /** Holds {@code amount} until {@link #recorded}, if the day has that much left. */
  public synchronized boolean hold(Usd amount) {
    if (spent().plus(held).plus(amount).isAbove(limit)) {
      return false;
    }
    held = held.plus(amount);
    return true;
  }

  /**
   * Writes the reservation to the ledger, which counts it from then on.
   *
   * @return false when others reserved the rest at the same moment; the reservation must then be
   *     withdrawn
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
    held = held.minus(amount);
  }
}
