package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;

/**
 * What one spawn may still spend. Calls made side by side draw on it together: what one has
 * reserved is not there for another.
 */
public final class Wallet {

  private final Usd limit;
  private Usd taken;

  /**
   * @param spent by earlier attempts
   */
  public Wallet(Usd limit, Usd spent) {
    this.limit = limit;
    this.taken = spent;
  }

  public Usd limit() {
    return limit;
  }

  public synchronized Usd left() {
    return limit.minus(taken);
  }

  /** Whether {@code amount} was there, and is reserved now. */
  public synchronized boolean reserve(Usd amount) {
    if (taken.plus(amount).isAbove(limit)) {
      return false;
    }
    taken = taken.plus(amount);
    return true;
  }

  /** Gives back what was reserved and takes what it cost. */
  public synchronized void settle(Usd reserved, Usd cost) {
    taken = taken.minus(reserved).plus(cost);
  }
}
