package dev.smartspawn.worker.money;

import dev.smartspawn.schema.spawn.Usd;
import dev.smartspawn.worker.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * What all spawns of a UTC day may cost. Exact within one worker; several workers may together
 * exceed it by the calls they begin within the milliseconds their reservations take to reach each
 * other.
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
    Usd spent = ledger.spentOn(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    if (spent.plus(underWay).plus(amount).isAbove(limit)) {
      return false;
    }
    underWay = underWay.plus(amount);
    return true;
  }

  /** Writes the reservation to the ledger, which from then on counts it. */
  public <T> T recorded(Usd amount, Supplier<T> write) {
    try {
      return write.get();
    } finally {
      release(amount);
    }
  }

  private synchronized void release(Usd amount) {
    underWay = underWay.minus(amount);
  }
}
