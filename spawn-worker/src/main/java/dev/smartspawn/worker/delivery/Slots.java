package dev.smartspawn.worker.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/**
 * All slots of a worker, subscribed from the start: a first delivery to a cold group takes seconds.
 */
public final class Slots implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<Slot> slots;
  private final List<Thread> threads;

  private Slots(List<Slot> slots, List<Thread> threads) {
    this.slots = slots;
    this.threads = threads;
  }

  /**
   * @param client bootstrap servers, and whatever else clients need
   * @param jobs runs what slots work on
   */
  public static Slots start(
      int count, Map<String, Object> client, Reception reception, ExecutorService jobs) {
    List<Slot> slots = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Slot slot = new Slot(client, reception, jobs);
      Thread thread = new Thread(slot, "spawn-slot-" + i);
      thread.start();
      slots.add(slot);
      threads.add(thread);
    }
    return new Slots(slots, threads);
  }

  /** Whether every slot has polled. */
  public boolean areSubscribed() {
    return slots.stream().allMatch(Slot::isSubscribed);
  }

  public boolean areAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  @Override
  public void close() {
    slots.forEach(Slot::close);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : threads) {
      try {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
