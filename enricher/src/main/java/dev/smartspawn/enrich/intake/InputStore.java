package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.store.CachedStore;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** The store of one input topic. */
final class InputStore<K extends Comparable<K>, V> {

  private final InputTopic<K, V> input;
  private final CachedStore<K, TopicValue<V>> table;

  private InputStore(InputTopic<K, V> input, CachedStore<K, TopicValue<V>> table) {
    this.input = input;
    this.table = table;
  }

  static <K extends Comparable<K>, V> InputStore<K, V> open(
      InputTopic<K, V> input, ProcessingContext context) {
    return new InputStore<>(input, CachedStore.over(input.store().open(context)));
  }

  InputTopic<K, V> input() {
    return input;
  }

  CachedStore<K, TopicValue<V>> table() {
    return table;
  }

  /**
   * Takes a record of {@link InputTopic#topic}. A tombstone removes its key.
   *
   * @return the value before it
   */
  // The topic's own serdes read key and value, so they have the topic's types.
  @SuppressWarnings("unchecked")
  @Nullable V take(Object key, @Nullable Object value, long offset) {
    K typedKey = (K) key;
    @Nullable TopicValue<V> before = table.get(typedKey);
    table.put(typedKey, value == null ? null : new TopicValue<>((V) value, offset));
    return before == null ? null : before.value();
  }
}
