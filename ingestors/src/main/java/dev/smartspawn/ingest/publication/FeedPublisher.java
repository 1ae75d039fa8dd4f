package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Writes for one source, each time in one transaction: readers see all of it or nothing. After a
 * failure it must be closed.
 */
public final class FeedPublisher implements AutoCloseable {

  private static final String READER = "ingestors";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;

  /** Fences off whoever wrote for the source before, and ends what he left open. */
  public FeedPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** A status alone. */
  public void publish(SourceStatus status) {
    inTransaction(() -> send(status));
  }

  /**
   * A pull's changes, its status and how far commands have been handled.
   *
   * @param statusFor one past the last record of {@code diff} to the status
   * @return the status that was published
   */
  public <V> SourceStatus publish(
      Topic<?, V> topic,
      TableDiff<V> diff,
      LongFunction<SourceStatus> statusFor,
      CommandPosition handled) {
    SourceStatus[] published = new SourceStatus[1];
    inTransaction(
        () -> {
          long end = send(topic, diff);
          published[0] = statusFor.apply(end);
          send(published[0]);
          handled.commitWith(producer);
        });
    return published[0];
  }

  /** Puts unreadable bytes where they can be looked at. */
  public void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
    inTransaction(() -> write(DeadLetter.of(unreadable, READER, reason)));
  }

  /** The same, and takes them out of the compacted topic they stand in. */
  public void replaceByTombstones(Map<ConsumerRecord<byte[], byte[]>, String> unreadable) {
    inTransaction(
        () ->
            unreadable.forEach(
                (record, reason) -> {
                  write(DeadLetter.of(record, READER, reason));
                  write(new ProducerRecord<>(record.topic(), record.key(), null));
                }));
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private <V> long send(Topic<?, V> topic, TableDiff<V> diff) {
    @Nullable Future<RecordMetadata> last = null;
    for (String key : diff.removals()) {
      last = producer.send(new ProducerRecord<>(topic.name(), utf8(key), null));
    }
    for (Map.Entry<String, V> put : diff.puts().entrySet()) {
      byte[] value = topic.valueSerde().serializer().serialize(topic.name(), put.getValue());
      last = producer.send(new ProducerRecord<>(topic.name(), utf8(put.getKey()), value));
    }
    producer.flush();
    return last == null ? 0 : offsetAfter(last);
  }

  private void send(SourceStatus status) {
    byte[] value =
        Topics.SOURCE_STATUS
            .valueSerde()
            .serializer()
            .serialize(Topics.SOURCE_STATUS.name(), status);
    write(new ProducerRecord<>(Topics.SOURCE_STATUS.name(), utf8(status.source().id()), value));
  }

  /** Whether it could be written shows when the transaction is committed. */
  private void write(ProducerRecord<byte[], byte[]> record) {
    Future<RecordMetadata> unused = producer.send(record);
  }

  private void inTransaction(Runnable writes) {
    producer.beginTransaction();
    try {
      writes.run();
      producer.commitTransaction();
    } catch (RuntimeException e) {
      abort(e);
      throw e;
    }
  }

  private void abort(RuntimeException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      failure.addSuppressed(e);
    }
  }

  private static long offsetAfter(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset() + 1;
    } catch (ExecutionException e) {
      throw new KafkaException("a record could not be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
