package dev.smartspawn.ingest.publication;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far refresh-commands have been handled, and in which generation of the group.
 *
 * @param offsets empty while there is nothing new to commit
 */
public record CommandPosition(
    Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {

  public void commitWith(Producer<byte[], byte[]> producer) {
    if (!offsets.isEmpty()) {
      producer.sendOffsetsToTransaction(offsets, group);
    }
  }
}
