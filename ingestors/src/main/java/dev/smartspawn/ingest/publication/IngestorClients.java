package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The Kafka clients of the ingestors. */
public record IngestorClients(KafkaClients clients) {

  /**
   * After a kill -9 the group waits this long for the dead member. The broker allows no shorter
   * time.
   */
  private static final int SESSION_TIMEOUT_MS = 6_000;

  private static final int HEARTBEAT_MS = 1_500;

  /**
   * A killed ingestor's open transaction is aborted after this time, or earlier by its successor.
   */
  private static final int TRANSACTION_TIMEOUT_MS = 15_000;

  private static final int REQUEST_TIMEOUT_MS = 5_000;
  private static final int DELIVERY_TIMEOUT_MS = 12_000;
  private static final int BATCH_BYTES = 128 * 1024;

  public Admin admin() {
    return clients.admin("offsets");
  }

  /** A member of the group that decides which instance pulls {@code source}. */
  public Consumer<byte[], byte[]> commands(Source source) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, ClusterNames.own("ingest-" + source.id()));
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    // Sticky: an instance that joins must not take a source from the one that is pulling it.
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return clients.consumer("commands-" + source.id(), config);
  }

  /** A consumer without a group, for reading a topic back. */
  public Consumer<byte[], byte[]> reader() {
    return clients.consumer("reader", Map.of());
  }

  /** The one producer that may publish for {@code source}: a newer one fences it off. */
  public Producer<byte[], byte[]> producer(Source source) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ClusterNames.own("ingestor-" + source.id()));
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_TIMEOUT_MS);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return clients.producer("publisher-" + source.id(), config);
  }
}
