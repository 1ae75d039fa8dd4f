package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.LogEnds;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The ledger in the topic spawn-events. A step is appended and then read back by the reader that
 * all slots share. So the log, and not a lock, decides whether an attempt still owns its spawn.
 */
public final class KafkaLedger implements Ledger, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Producer<SpawnId, SpawnEvent> producer;
  private final LedgerReader.Running reading;
  private final LedgerReader reader;
  private final Admin admin;

  private KafkaLedger(
      Producer<SpawnId, SpawnEvent> producer, LedgerReader.Running reading, Admin admin) {
    this.producer = producer;
    this.reading = reading;
    this.reader = reading.ledger();
    this.admin = admin;
  }

  /**
   * Returns once the log has been read as far back as a request can be delivered.
   *
   * @param clients make its clients
   */
  public static KafkaLedger open(KafkaClients clients, Clock clock) {
    LedgerReader.Running reading = LedgerReader.start(clients, clock);
    return new KafkaLedger(
        clients.producer("ledger", producerConfig(), Topics.SPAWN_EVENTS),
        reading,
        clients.admin("ledger-ends"));
  }

  @Override
  public SpawnHistory append(SpawnEvent event, RequestId requestId) {
    ProducerRecord<SpawnId, SpawnEvent> record =
        new ProducerRecord<>(Topics.SPAWN_EVENTS.name(), event.spawnId(), event);
    requestId.putInto(record.headers());
    try {
      RecordMetadata written =
          producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      reader.awaitRead(
          new TopicPartition(written.topic(), written.partition()), written.offset(), PATIENCE);
      return reader.history(event.spawnId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while writing to spawn-events", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new LedgerException("cannot write to spawn-events", e);
    }
  }

  @Override
  public SpawnHistory history(SpawnId id) {
    return reader.history(id);
  }

  @Override
  public void catchUp() {
    try {
      for (Map.Entry<TopicPartition, Long> end :
          LogEnds.of(admin, reader.partitions(), PATIENCE).entrySet()) {
        reader.awaitRead(end.getKey(), end.getValue() - 1, PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while reading spawn-events", e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new LedgerException("cannot find the end of spawn-events", e);
    }
  }

  @Override
  public Usd spentOn(LocalDate day) {
    return reader.spentOn(day);
  }

  public Readiness readiness() {
    return reading.readiness();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
    reading.close();
  }

  private static Map<String, Object> producerConfig() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // No record waits for a batch to fill. Records that arrive during a request go with the next.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    return config;
  }
}
