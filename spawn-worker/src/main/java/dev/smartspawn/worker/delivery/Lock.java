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
 * The broker's lock on one delivered record. It runs out unless it is renewed, can be lost without
 * notice, and therefore proves nothing: it only keeps others from starting needlessly.
 */
final class Lock {

  /** How long the broker may take to hand a renewed record back. */
  private static final Duration RETURN = Duration.ofSeconds(3);

  private final ShareConsumer<byte[], byte[]> consumer;
  private ConsumerRecord<byte[], byte[]> held;

  Lock(ShareConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> delivered) {
    this.consumer = consumer;
    this.held = delivered;
  }

  /**
   * Whether the record is still ours. A renewed record must come back before it is acknowledged.
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
