package dev.smartspawn.schema.stage;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds lost state before a stage uses it. From the first commit on, each store of a stage holds a
 * mark: a row that lists the names of all stores that have one. A store that is rightly empty still
 * has its mark; a store that was lost has none, and the marks of the other stores name it.
 *
 * <p>If no store has a mark, the stage is new, its state was written by a version without marks, or
 * all of it was lost. Then Kafka is asked: without committed offsets the stage is new; with them,
 * each store must have as many rows as its changelog.
 */
public final class StateGuard {

  private static final Logger log = LoggerFactory.getLogger(StateGuard.class);

  /** Not UTF-8, and as a time it is before 1970, so no other key has these bytes. Sorts last. */
  private static final Bytes MARK = Bytes.wrap(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1});

  private final String stage;
  private final StateHistory history;

  /**
   * @param stage its name in messages
   */
  public StateGuard(String stage, StateHistory history) {
    this.stage = stage;
    this.history = history;
  }

  /** For {@code init} of the stage's processor, before it uses a store. */
  public void check(ProcessingContext context, Collection<String> names) {
    Map<String, KeyValueStore<Bytes, byte[]>> stores = new TreeMap<>();
    names.forEach(name -> stores.put(name, context.getStateStore(name)));
    SortedSet<String> unmarked = new TreeSet<>();
    SortedSet<String> marked = new TreeSet<>();
    stores.forEach(
        (name, store) -> {
          byte[] mark = store.get(MARK);
          if (mark == null) {
            unmarked.add(name);
          } else {
            marked.addAll(names(mark));
          }
        });
    if (unmarked.isEmpty()) {
      return;
    }
    int partition = context.taskId().partition();
    rejectLoss(marked.isEmpty() ? lost(stores, partition) : both(unmarked, marked), partition);
    stores.values().forEach(store -> store.put(MARK, mark(stores.keySet())));
  }

  static boolean isMark(Bytes key) {
    return MARK.equals(key);
  }

  private SortedSet<String> lost(Map<String, KeyValueStore<Bytes, byte[]>> stores, int partition) {
    SortedSet<String> lost = new TreeSet<>();
    if (!history.hasCommitted(partition)) {
      return lost;
    }
    long written = 0;
    for (Map.Entry<String, KeyValueStore<Bytes, byte[]>> store : stores.entrySet()) {
      StateHistory.Changelog changelog = history.changelog(store.getKey(), partition);
      written += changelog.written();
      if (changelog.rows() != rows(store.getValue())) {
        lost.add(store.getKey());
      }
    }
    if (written == 0) {
      // Someone deleted the changelogs: whatever was committed left something in them.
      lost.addAll(stores.keySet());
    }
    if (lost.isEmpty()) {
      log.info("state of the {}, partition {}, gets its marks", stage, partition);
    }
    return lost;
  }

  private void rejectLoss(SortedSet<String> lost, int partition) {
    if (!lost.isEmpty()) {
      throw new UnsafeStateException(
          """
          the stored state of the %s (partition %d) is not what was committed; lost or incomplete: \
          %s. Nothing was published from it. A restart reads it again from Kafka; if this message \
          returns, docs/operations.md says what to do\
          """
              .formatted(stage, partition, String.join(", ", lost)));
    }
  }

  private static long rows(KeyValueStore<Bytes, byte[]> store) {
    long rows = 0;
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      for (; all.hasNext(); all.next()) {
        rows++;
      }
    }
    return rows;
  }

  private static SortedSet<String> both(SortedSet<String> some, SortedSet<String> others) {
    SortedSet<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }

  private static byte[] mark(Collection<String> names) {
    return String.join("\n", names).getBytes(StandardCharsets.UTF_8);
  }

  private static SortedSet<String> names(byte[] mark) {
    return new TreeSet<>(new String(mark, StandardCharsets.UTF_8).lines().toList());
  }
}
