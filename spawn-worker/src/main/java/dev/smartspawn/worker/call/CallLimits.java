package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Limits a worker's concurrent calls, in total and per provider. */
public final class CallLimits {

  private final Semaphore all;
  private final int perProvider;
  private final Map<String, Semaphore> providers = new ConcurrentHashMap<>();

  public CallLimits(int all, int perProvider) {
    this.all = new Semaphore(all);
    this.perProvider = perProvider;
  }

  /**
   * Waits for a free permit, then makes the call.
   *
   * @throws InterruptedException when interrupted while waiting
   * @throws NoPermitException when no permit is free in time
   */
  public <T> T within(Provider provider, Duration patience, Supplier<T> call)
      throws InterruptedException, NoPermitException {
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

  private static void take(Semaphore permits, Duration patience)
      throws InterruptedException, NoPermitException {
    if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new NoPermitException();
    }
  }

  /** Too many calls are in progress. */
  public static final class NoPermitException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
