package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/**
 * All slots of a worker. They subscribe at startup, because the first delivery to a new group
 * member takes seconds.
 */
public final class SpawnSlots implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<SpawnSlot> slots;
  private final List<Thread> threads;

  private SpawnSlots(List<SpawnSlot> slots, List<Thread> threads) {
    this.slots = slots;
    this.threads = threads;
  }

  /**
   * @param clients make the slots' consumers
   * @param jobs runs the spawns
   * @param ledgerReady whether spawns can be run
   */
  public static SpawnSlots start(
      int count,
      KafkaClients clients,
      DeliveryHandler handler,
      ExecutorService jobs,
      BooleanSupplier ledgerReady) {
    List<SpawnSlot> slots = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SpawnSlot slot = new SpawnSlot(clients, handler, jobs, ledgerReady);
      Thread thread = new Thread(slot, "spawn-slot-" + i);
      thread.start();
      slots.add(slot);
      threads.add(thread);
    }
    return new SpawnSlots(slots, threads);
  }

  /** Whether every slot has polled once. */
  public boolean areSubscribed() {
    return slots.stream().allMatch(SpawnSlot::isSubscribed);
  }

  public boolean areAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  @Override
  public void close() {
    slots.forEach(SpawnSlot::close);
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
