package dev.smartspawn.ingest.publication;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * The position up to which refresh-commands have been handled, with the group's generation.
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
