package dev.smartspawn.worker.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many calls a worker makes at once, altogether and to one provider. */
public final class CallLimits {

  private final Semaphore all;
  private final int perProvider;
  private final Map<String, Semaphore> providers = new ConcurrentHashMap<>();

  public CallLimits(int all, int perProvider) {
    this.all = new Semaphore(all);
    this.perProvider = perProvider;
  }

  /**
   * Waits for a place among the calls under way, then makes the call.
   *
   * @throws InterruptedException when interrupted meanwhile
   * @throws NoPlaceException when no place is free in time
   */
  public <T> T within(Provider provider, Duration patience, Supplier<T> call)
      throws InterruptedException, NoPlaceException {
    Semaphore own = providers.computeIfAbsent(provider.name(), name -> new Semaphore(perProvider));
    take(own, patience);
    try {
      take(all, patience);
      try {
        return call.get();
      } finally {
        all.release();
      }
    } finally {
      own.release();
    }
  }

  private static void take(Semaphore places, Duration patience)
      throws InterruptedException, NoPlaceException {
    if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new NoPlaceException();
    }
  }

  /** Too many calls are under way. */
  public static final class NoPlaceException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
