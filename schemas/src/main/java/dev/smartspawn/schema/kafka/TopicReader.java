package dev.smartspawn.schema.kafka;

import dev.smartspawn.schema.lifecycle.Readiness;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics on a thread of its own until it is closed. An unreadable record is logged and
 * skipped. After any other failure, reading begins again with a new consumer at the record that was
 * next: a failure that passes must not end a service, and one that stays must be seen in its
 * readiness.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  /** A record that cannot be processed so often will not be processed later either. */
  private static final int MOST_TRIES = 5;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Records records;
  private final Thread thread;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private volatile Readiness readiness;
  private volatile boolean closing;
  private volatile Consumer<byte[], byte[]> current;
  private int failuresInARow;

  /** Receives the records, always on the reader's thread. */
  public interface Records {

    /**
     * Assigns partitions to a consumer and seeks to where reading begins. Called again for each new
     * consumer; the reader then seeks to where it was.
     */
    void begin(Consumer<?, ?> consumer);

    /**
     * @throws UnreadableRecordException if the record does not have the topic's format
     */
    void read(ConsumerRecord<byte[], byte[]> record);

    /** Called after each batch, even an empty one. */
    default void batchRead(Consumer<?, ?> consumer) {}

    /** Called after the last record. */
    default void end() {}
  }

  private TopicReader(String name, Supplier<Consumer<byte[], byte[]>> consumers, Records records) {
    this.consumers = consumers;
    this.records = records;
    this.readiness = new Readiness.Restoring(name + " has not begun to read");
    this.current = consumers.get();
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /**
   * Returns at once.
   *
   * @param name of the thread; also used in messages
   * @param consumers open a new consumer without a group; the reader closes it
   */
  public static TopicReader start(
      String name, Supplier<Consumer<byte[], byte[]>> consumers, Records records) {
    TopicReader reader = new TopicReader(name, consumers, records);
    reader.thread.start();
    return reader;
  }

  /** Ready while records can be read, whether or not there are new ones. */
  public Readiness readiness() {
    return readiness;
  }

  @Override
  public void close() {
    closing = true;
    current.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing && failuresInARow < MOST_TRIES) {
        follow();
      }
    } catch (Throwable e) {
      log.error("{} has stopped", thread.getName(), e);
      throw e;
    } finally {
      readiness = new Readiness.Failed(thread.getName() + " has stopped");
      records.end();
    }
  }

  /** Reads with one consumer, until it is closed or fails. */
  private void follow() {
    try (Consumer<byte[], byte[]> consumer = current) {
      records.begin(consumer);
      positions.forEach(consumer::seek);
      while (!closing) {
        consumer.poll(POLL).forEach(this::read);
        consumer
            .assignment()
            .forEach(partition -> positions.put(partition, consumer.position(partition)));
        records.batchRead(consumer);
        readiness = Readiness.READY;
        failuresInARow = 0;
      }
    } catch (WakeupException e) {
      log.debug("{} is closed", thread.getName());
    } catch (KafkaException e) {
      log.warn("{} cannot read at the moment: {}", thread.getName(), e.toString());
      reopen();
    } catch (RuntimeException e) {
      failuresInARow++;
      log.error("{} failed at a record and tries it again", thread.getName(), e);
      reopen();
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      records.read(record);
    } catch (UnreadableRecordException e) {
      log.warn(
          "{}-{}-{} is skipped: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
    // Not read twice if a later record of its batch fails.
    positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  /** Opens a new consumer, as soon as Kafka's address can be resolved. */
  private void reopen() {
    readiness = new Readiness.Restoring(thread.getName() + " cannot read from Kafka at the moment");
    Duration pause = FIRST_PAUSE;
    while (!closing) {
      sleep(pause);
      try {
        current = consumers.get();
        return;
      } catch (KafkaException e) {
        log.warn("{} cannot open a consumer: {}", thread.getName(), e.toString());
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void sleep(Duration pause) {
    long end = System.nanoTime() + pause.toNanos();
    while (!closing && System.nanoTime() < end) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closing = true;
      }
    }
  }
}
