package dev.smartspawn.query.topic;

import dev.smartspawn.schema.kafka.UnreadableRecordException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics on a thread of its own until it is closed. Broker errors are logged and retried;
 * unreadable records are logged and skipped.
 */
public final class TopicFollower implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Reader reader;
  private final Thread thread;
  private volatile boolean closing;

  /** Receives the records, always on the follower's thread. */
  public interface Reader {

    /** Assigns partitions and seeks; called again if Kafka was not reachable. */
    void begin(Consumer<?, ?> consumer);

    /**
     * @throws UnreadableRecordException if it does not have the topic's format
     */
    void read(ConsumerRecord<byte[], byte[]> record);

    /** Called after each batch, even an empty one. */
    default void batchRead(Consumer<?, ?> consumer) {}

    /** Called after the last record. */
    default void end() {}
  }

  private TopicFollower(String name, Consumer<byte[], byte[]> consumer, Reader reader) {
    this.consumer = consumer;
    this.reader = reader;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /**
   * Returns at once.
   *
   * @param name of the thread; also used in warnings
   * @param consumer closed at the end
   */
  public static TopicFollower start(String name, Consumer<byte[], byte[]> consumer, Reader reader) {
    TopicFollower follower = new TopicFollower(name, consumer, reader);
    follower.thread.start();
    return follower;
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      follow();
    } catch (WakeupException e) {
      log.debug("{} is closed", thread.getName());
    } finally {
      reader.end();
    }
  }

  private void follow() {
    boolean begun = false;
    while (!closing) {
      try {
        if (!begun) {
          reader.begin(consumer);
          begun = true;
        }
        consumer.poll(POLL).forEach(this::read);
        reader.batchRead(consumer);
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        log.warn("{} cannot read at the moment: {}", thread.getName(), e.toString());
        pause();
      }
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      reader.read(record);
    } catch (UnreadableRecordException e) {
      log.warn(
          "{}-{}-{} is skipped: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
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
