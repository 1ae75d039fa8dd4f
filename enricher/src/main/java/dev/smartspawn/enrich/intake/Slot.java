package dev.smartspawn.enrich.intake;

import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** An input's own table. */
final class Slot<K extends Comparable<K>, V> {

  private final Input<K, V> input;
  private final Table<K, Held<V>> table;

  private Slot(Input<K, V> input, Table<K, Held<V>> table) {
    this.input = input;
    this.table = table;
  }

  static <K extends Comparable<K>, V> Slot<K, V> open(
      Input<K, V> input, ProcessingContext context) {
    return new Slot<>(input, Table.over(context.getStateStore(input.storeName())));
  }

  Input<K, V> input() {
    return input;
  }

  Table<K, Held<V>> table() {
    return table;
  }

  /**
   * Takes a record of {@link Input#topic}. A tombstone removes what stood under its key.
   *
   * @return what stood there before
   */
  // The topic's own serdes made key and value, so they are what the topic says.
  @SuppressWarnings("unchecked")
  @Nullable V take(Object key, @Nullable Object value, long offset) {
    K typedKey = (K) key;
    @Nullable Held<V> before = table.get(typedKey);
    table.put(typedKey, value == null ? null : new Held<>((V) value, offset));
    return before == null ? null : before.value();
  }
}
