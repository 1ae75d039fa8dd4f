package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.Topic;
import java.util.Map;

/** The newest record under each key of a topic. */
interface Tables {

  /** Key to value bytes, in no particular order; everything in it is readable. */
  Map<String, byte[]> read(Topic<?, ?> topic);

  /** The value of a row that {@link #read} returned. */
  default <V> V value(Topic<?, V> topic, String key, byte[] bytes) {
    return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
  }
}
