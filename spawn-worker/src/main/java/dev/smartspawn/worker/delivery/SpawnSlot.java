package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Processes one request at a time. It polls a request and runs it on another thread; until that
 * thread is done, it only renews the lock on the record.
 */
final class SpawnSlot implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(SpawnSlot.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration RENEW_EVERY = ShareGroup.LOCK.dividedBy(3);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final KafkaClients clients;
  private final DeliveryHandler handler;
  private final ExecutorService jobs;
  private final BooleanSupplier ledgerReady;
  private volatile boolean closing;
  private volatile boolean subscribed;

  /**
   * @param jobs runs the spawns
   * @param ledgerReady whether spawns can be run; no request is taken while they cannot
   */
  SpawnSlot(
      KafkaClients clients,
      DeliveryHandler handler,
      ExecutorService jobs,
      BooleanSupplier ledgerReady) {
    this.clients = clients;
    this.handler = handler;
    this.jobs = jobs;
    this.ledgerReady = ledgerReady;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  /** Stops after the current step. */
  void close() {
    closing = true;
  }

  @Override
  public void run() {
    while (!closing) {
      try (KafkaShareConsumer<byte[], byte[]> consumer = ShareGroup.consumer(clients)) {
        consumer.subscribe(List.of(Topics.SPAWN_REQUESTS.name()));
        work(consumer);
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        // Any error: a slot that ended silently would leave the worker with less capacity for good.
        log.warn("a slot restarts after an error: {}", e.toString());
        pause();
      }
    }
  }

  private void work(KafkaShareConsumer<byte[], byte[]> consumer) {
    while (!closing) {
      if (!ledgerReady.getAsBoolean()) {
        pause();
        continue;
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        handle(record, new DeliveryLock(consumer, record));
      }
      subscribed = true;
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> record, DeliveryLock lock) {
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    RequestRecord read = RequestRecord.of(position, record.value());
    if (read instanceof RequestRecord.Good good) {
      handle(new RequestDelivery(good.id(), good.request(), record), lock);
    } else {
      // The fold has published the rejection, or written a dead letter.
      lock.end(
          read instanceof RequestRecord.Unreadable
              ? AcknowledgeType.REJECT
              : AcknowledgeType.ACCEPT);
    }
  }

  private void handle(RequestDelivery delivery, DeliveryLock lock) {
    MDC.put(RequestId.LOG_KEY, delivery.requestId().value());
    try {
      decide(delivery, lock);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private void decide(RequestDelivery delivery, DeliveryLock lock) {
    DeliveryDecision decision = handler.decide(delivery);
    if (decision instanceof DeliveryDecision.Run run) {
      oversee(delivery, run.attempt(), lock);
    } else if (decision instanceof DeliveryDecision.Quarantine) {
      lock.end(AcknowledgeType.REJECT);
    } else if (decision instanceof DeliveryDecision.Yield) {
      lock.end(AcknowledgeType.RELEASE);
    } else {
      lock.end(AcknowledgeType.ACCEPT);
    }
  }

  private void oversee(RequestDelivery delivery, Attempt attempt, DeliveryLock lock) {
    Future<?> job = jobs.submit(() -> handler.run(delivery, attempt));
    while (!isDone(job, RENEW_EVERY, attempt) && !attempt.isSettled()) {
      if (closing) {
        attempt.stop("the worker is stopping");
        boolean ended = isDone(job, STOP_PATIENCE, attempt);
        log.info(
            "spawn {} is returned to the queue{}",
            delivery.id(),
            ended ? "" : " with a call still open");
        lock.end(AcknowledgeType.RELEASE);
        return;
      }
      if (!lock.renew()) {
        log.warn("spawn {}: the lock on record {} was lost", delivery.id(), delivery.position());
        attempt.stop("the lock on its request was lost");
        return;
      }
    }
    if (attempt.isSettled()) {
      // If the fold or another worker ended it, a call of this attempt may still be open.
      attempt.stop("the spawn has ended");
      attempt.closeCalls();
      lock.end(AcknowledgeType.ACCEPT);
    } else {
      logFailure(delivery, job);
      lock.end(AcknowledgeType.RELEASE);
    }
  }

  /**
   * Waits until the job is done, at most for {@code patience}. Returns early when the slot is
   * closing or the spawn is settled.
   */
  private boolean isDone(Future<?> job, Duration patience, Attempt attempt) {
    long end = System.nanoTime() + patience.toNanos();
    boolean wasClosing = closing;
    while (System.nanoTime() < end && closing == wasClosing && !attempt.isSettled()) {
      try {
        Object unused = job.get(100, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        log.trace("still running");
      } catch (ExecutionException e) {
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return job.isDone();
  }

  private static void logFailure(RequestDelivery delivery, Future<?> job) {
    try {
      Object unused = job.get();
    } catch (ExecutionException e) {
      log.error(
          "spawn {} failed unexpectedly and will be tried again", delivery.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
