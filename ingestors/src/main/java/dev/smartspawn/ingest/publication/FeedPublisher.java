package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
 * Writes for one source. Each write is one transaction, so that readers see all of it or nothing.
 * Every record of a pull, also a tombstone, has the time of the pull as its timestamp: that a
 * record was removed is told by nothing else. It must be closed after a failure.
 */
public final class FeedPublisher implements AutoCloseable {

  private static final String READER = "ingestors";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;

  /** Fences off the source's previous producer and ends its open transaction. */
  public FeedPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** Publishes only the status of a pull. */
  public void publish(SourceStatus status, Instant pulledAt) {
    inTransaction(() -> send(status, pulledAt));
  }

  /**
   * Publishes a pull's changes and its status, and commits the position of the handled commands.
   *
   * @param pulledAt when the pull began
   * @param statusFor makes the status from the offset one past the last record of {@code diff}
   * @return the status that was published
   */
  public <V> SourceStatus publish(
      Topic<?, V> topic,
      TableDiff<V> diff,
      Instant pulledAt,
      LongFunction<SourceStatus> statusFor,
      CommandPosition handled) {
    SourceStatus[] published = new SourceStatus[1];
    inTransaction(
        () -> {
          long end = send(topic, diff, pulledAt);
          published[0] = statusFor.apply(end);
          send(published[0], pulledAt);
          handled.commitWith(producer);
        });
    return published[0];
  }

  /** Copies an unreadable record to the dead letters. */
  public void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
    inTransaction(() -> write(DeadLetter.of(unreadable, READER, reason)));
  }

  /**
   * Copies unreadable records to the dead letters and removes them from their compacted topic.
   *
   * @param at the time of the tombstones
   */
  public void replaceByTombstones(
      Map<ConsumerRecord<byte[], byte[]>, String> unreadable, Instant at) {
    inTransaction(
        () ->
            unreadable.forEach(
                (record, reason) -> {
                  write(DeadLetter.of(record, READER, reason));
                  write(record(record.topic(), at, record.key(), null));
                }));
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private <V> long send(Topic<?, V> topic, TableDiff<V> diff, Instant pulledAt) {
    @Nullable Future<RecordMetadata> last = null;
    for (String key : diff.removals()) {
      last = producer.send(record(topic.name(), pulledAt, utf8(key), null));
    }
    for (Map.Entry<String, V> put : diff.puts().entrySet()) {
      byte[] value = topic.valueSerde().serializer().serialize(topic.name(), put.getValue());
      last = producer.send(record(topic.name(), pulledAt, utf8(put.getKey()), value));
    }
    producer.flush();
    return last == null ? 0 : offsetAfter(last);
  }

  private void send(SourceStatus status, Instant pulledAt) {
    byte[] value =
        Topics.SOURCE_STATUS
            .valueSerde()
            .serializer()
            .serialize(Topics.SOURCE_STATUS.name(), status);
    write(record(Topics.SOURCE_STATUS.name(), pulledAt, utf8(status.source().id()), value));
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, Instant at, byte[] key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, null, at.toEpochMilli(), key, value);
  }

  /** Ignores the future, because committing the transaction reports a failed write. */
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
