package dev.smartspawn.worker.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;

/**
 * The broker's lock on one delivered record. It expires unless it is renewed, and it can be lost
 * without notice. It therefore does not prove ownership; it only keeps other workers from starting
 * the same spawn needlessly.
 */
final class DeliveryLock {

  /** How long the broker may take to hand a renewed record back. */
  private static final Duration RETURN = Duration.ofSeconds(3);

  private final ShareConsumer<byte[], byte[]> consumer;
  private ConsumerRecord<byte[], byte[]> held;

  DeliveryLock(ShareConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> delivered) {
    this.consumer = consumer;
    this.held = delivered;
  }

  /**
   * Renews the lock. A renewed record must be polled again before it can be acknowledged.
   *
   * @return whether this worker still holds the record
   */
  boolean renew() {
    consumer.acknowledge(held, AcknowledgeType.RENEW);
    Map<TopicIdPartition, Optional<KafkaException>> committed = consumer.commitSync();
    if (committed.values().stream().anyMatch(Optional::isPresent)) {
      return false;
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(RETURN)) {
      if (record.partition() == held.partition() && record.offset() == held.offset()) {
        held = record;
        return true;
      }
    }
    return false;
  }

  /** Takes effect with the next poll. */
  void end(AcknowledgeType how) {
    consumer.acknowledge(held, how);
  }
}
