package dev.smartspawn.schema.kafka;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Consumers without a group, which read from assigned positions. */
public final class GrouplessConsumer {

  private GrouplessConsumer() {}

  /** Assigns all partitions of the topics to the consumer and returns them. */
  public static List<TopicPartition> assign(Consumer<?, ?> consumer, Topic<?, ?>... topics) {
    List<TopicPartition> partitions =
        Stream.of(topics)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }
}
