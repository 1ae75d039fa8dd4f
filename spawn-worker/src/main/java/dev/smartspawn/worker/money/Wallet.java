package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;

/** The budget of one spawn. Parallel calls share it: an amount can be reserved only once. */
public final class Wallet {

  private final Usd limit;
  private Usd taken;

  /**
   * @param spent what earlier attempts have spent
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

  /** Reserves {@code amount} if that much is left. */
  public synchronized boolean reserve(Usd amount) {
    if (taken.plus(amount).isAbove(limit)) {
      return false;
    }
    taken = taken.plus(amount);
    return true;
  }

  /** Replaces a reservation by the actual cost. */
  public synchronized void settle(Usd reserved, Usd cost) {
    taken = taken.minus(reserved).plus(cost);
  }
}
