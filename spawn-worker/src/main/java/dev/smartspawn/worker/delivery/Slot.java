package dev.smartspawn.worker.delivery;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.delivery.Desk.Decision;
import dev.smartspawn.worker.delivery.Desk.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Works on one request at a time: polls one, has it run on another thread, and meanwhile does
 * nothing but renew the lock on it.
 */
final class Slot implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Slot.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration RENEW_EVERY = ShareGroup.LOCK.dividedBy(3);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Map<String, Object> client;
  private final Desk desk;
  private final ExecutorService jobs;
  private volatile boolean closing;
  private volatile boolean subscribed;

  /**
   * @param jobs runs what slots work on
   */
  Slot(Map<String, Object> client, Desk desk, ExecutorService jobs) {
    this.client = client;
    this.desk = desk;
    this.jobs = jobs;
  }

  boolean isSubscribed() {
    return subscribed;
  }

  /** Ends after the step it is at. */
  void close() {
    closing = true;
  }

  @Override
  public void run() {
    while (!closing) {
      try (KafkaShareConsumer<byte[], byte[]> consumer = ShareGroup.consumer(client)) {
        consumer.subscribe(List.of(Topics.SPAWN_REQUESTS.name()));
        work(consumer);
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        // Whatever it is: a slot that ends would leave the worker slower for good, without a word.
        log.warn("a slot begins anew: {}", e.toString());
        pause();
      }
    }
  }

  private void work(KafkaShareConsumer<byte[], byte[]> consumer) {
    while (!closing) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        handle(record, new Lock(consumer, record));
      }
      subscribed = true;
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> record, Lock lock) {
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    RequestRecord read = RequestRecord.of(position, record.value());
    if (read instanceof RequestRecord.Good good) {
      handle(new Delivery(good.id(), good.request(), record), lock);
    } else {
      // The fold has told whoever asked, or has buried it.
      lock.end(
          read instanceof RequestRecord.Unreadable
              ? AcknowledgeType.REJECT
              : AcknowledgeType.ACCEPT);
    }
  }

  private void handle(Delivery delivery, Lock lock) {
    MDC.put(RequestId.LOG_KEY, delivery.requestId().value());
    try {
      decide(delivery, lock);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private void decide(Delivery delivery, Lock lock) {
    Decision decision = desk.decide(delivery);
    if (decision instanceof Decision.Run run) {
      oversee(delivery, run.attempt(), lock);
    } else if (decision instanceof Decision.Quarantine) {
      lock.end(AcknowledgeType.REJECT);
    } else if (decision instanceof Decision.Yield) {
      lock.end(AcknowledgeType.RELEASE);
    } else {
      lock.end(AcknowledgeType.ACCEPT);
    }
  }

  private void oversee(Delivery delivery, Attempt attempt, Lock lock) {
    Future<?> job = jobs.submit(() -> desk.run(delivery, attempt));
    while (!isDone(job, RENEW_EVERY, attempt) && !attempt.isSettled()) {
      if (closing) {
        attempt.stop("the worker is stopping");
        boolean ended = isDone(job, FAREWELL, attempt);
        log.info("spawn {} is given back{}", delivery.id(), ended ? "" : ", a call still open");
        lock.end(AcknowledgeType.RELEASE);
        return;
      }
      if (!lock.renew()) {
        log.warn("spawn {}: the lock on record {} is lost", delivery.id(), delivery.position());
        attempt.stop("the lock on its request is lost");
        return;
      }
    }
    if (attempt.isSettled()) {
      // Where somebody else ended it, an open call may take minutes yet: it keeps its place among
      // calls, and is settled when it ends.
      attempt.stop("the spawn has ended");
      lock.end(AcknowledgeType.ACCEPT);
    } else {
      tellFailure(delivery, job);
      lock.end(AcknowledgeType.RELEASE);
    }
  }

  /**
   * Whether it is done, as soon as it is, or after {@code patience}; sooner when closing, or when
   * nobody wants it any more.
   */
  private boolean isDone(Future<?> job, Duration patience, Attempt attempt) {
    long end = System.nanoTime() + patience.toNanos();
    boolean wasClosing = closing;
    while (System.nanoTime() < end && closing == wasClosing && !attempt.isSettled()) {
      try {
        Object unused = job.get(100, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        log.trace("still at work");
      } catch (ExecutionException e) {
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return job.isDone();
  }

  private static void tellFailure(Delivery delivery, Future<?> job) {
    try {
      Object unused = job.get();
    } catch (ExecutionException e) {
      log.error("spawn {} broke off and will be tried again", delivery.id(), e.getCause());
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
