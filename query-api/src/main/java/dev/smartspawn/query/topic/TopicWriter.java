package dev.smartspawn.query.topic;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes the API's commands to their topics. */
public final class TopicWriter implements AutoCloseable {

  /** For one attempt: to find the topic's leader, or to get its acknowledgement. */
  private static final int ATTEMPT_MILLIS = 5_000;

  /** Longer than a broker's failover, which takes about 9 s. */
  private static final int ACK_TIMEOUT_MILLIS = 20_000;

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;

  public TopicWriter(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  public static TopicWriter open(KafkaClients clients) {
    return new TopicWriter(
        clients.producer(
            "commands",
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.MAX_RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ATTEMPT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ATTEMPT_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                ACK_TIMEOUT_MILLIS)));
  }

  /** The producer's metrics; to be closed before it. */
  public KafkaClientMetrics clientMetrics() {
    return new KafkaClientMetrics(producer);
  }

  /**
   * Returns the position of the record, once all in-sync replicas have it.
   *
   * @param requestId for the headers of the record
   * @throws TopicUnavailableException if that takes too long; the record may be in the topic all
   *     the same
   */
  public <K, V> RecordMetadata write(
      Topic<K, V> topic, @Nullable K key, V value, RequestId requestId) {
    byte[] keyBytes =
        key == null ? null : topic.keySerde().serializer().serialize(topic.name(), key);
    byte[] valueBytes = topic.valueSerde().serializer().serialize(topic.name(), value);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.name(), keyBytes, valueBytes);
    requestId.putInto(record.headers());
    try {
      return producer.send(record).get(ACK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new TopicUnavailableException(
          "Kafka did not confirm a record for %s in time; it may have taken it".formatted(topic),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicUnavailableException("interrupted while writing to " + topic, e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
