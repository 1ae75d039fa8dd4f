package dev.smartspawn.enrich;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Stores whose bytes outlive the test driver that wrote them, as a changelog's do: the driver
 * itself restores nothing.
 */
final class SurvivingStores {

  private final Map<String, NavigableMap<Bytes, byte[]>> contents = new HashMap<>();

  KeyValueBytesStoreSupplier store(String name) {
    NavigableMap<Bytes, byte[]> rows = contents.computeIfAbsent(name, n -> new TreeMap<>());
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        return new SurvivingStore(name, rows);
      }

      @Override
      public String metricsScope() {
        return "surviving";
      }
    };
  }

  /** Takes all rows away, as a restoration that reads nothing does. */
  void lose(String name) {
    Objects.requireNonNull(contents.get(name), name).clear();
  }

  void loseAll() {
    contents.values().forEach(Map::clear);
  }

  /** As a version left them that wrote no marks. */
  void unmark() {
    contents.values().forEach(rows -> rows.keySet().removeIf(SurvivingStores::isMark));
  }

  /** By store, how many rows it has, apart from its mark. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    contents.forEach(
        (name, held) -> rows.put(name, held.keySet().stream().filter(key -> !isMark(key)).count()));
    return rows;
  }

  long marks() {
    return contents.values().stream()
        .filter(rows -> rows.keySet().stream().anyMatch(SurvivingStores::isMark))
        .count();
  }

  int stores() {
    return contents.size();
  }

  private static boolean isMark(Bytes key) {
    return key.get().length > 0 && key.get()[0] == -1;
  }

  private static final class SurvivingStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final NavigableMap<Bytes, byte[]> rows;
    private boolean open;

    SurvivingStore(String name, NavigableMap<Bytes, byte[]> rows) {
      this.name = name;
      this.rows = rows;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
      context.register(root, (key, value) -> put(Bytes.wrap(key), value));
      open = true;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public byte[] get(Bytes key) {
      return rows.get(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
      if (value == null) {
        rows.remove(key);
      } else {
        rows.put(key, value);
      }
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
      return rows.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
      entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
      return rows.remove(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
      return iterate(rows.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
      return iterate(rows);
    }

    @Override
    public long approximateNumEntries() {
      return rows.size();
    }

    @Override
    public boolean persistent() {
      return false;
    }

    @Override
    public Position getPosition() {
      return Position.emptyPosition();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }

    private static KeyValueIterator<Bytes, byte[]> iterate(NavigableMap<Bytes, byte[]> rows) {
      Iterator<Map.Entry<Bytes, byte[]>> entries = new TreeMap<>(rows).entrySet().iterator();
      return new KeyValueIterator<>() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
          Map.Entry<Bytes, byte[]> entry = entries.next();
          return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public Bytes peekNextKey() {
          throw new UnsupportedOperationException("nothing here peeks");
        }

        @Override
        public void close() {
          // Nothing is held open.
        }
      };
    }
  }
}
