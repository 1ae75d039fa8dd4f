package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What every spawn amounts to. Of one that may still be run everything is kept; of one that has
 * ended, and these are by far the most, only that it has. One thread adds, any may ask.
 */
final class Histories {

  private final Map<SpawnId, SpawnHistory> open = new ConcurrentHashMap<>();
  private final NavigableMap<LocalDate, Set<SpawnId>> ended = new ConcurrentSkipListMap<>();
  private final long daysKept;

  /**
   * @param kept how long it is remembered that a spawn has ended
   */
  Histories(Duration kept) {
    this.daysKept = kept.toDays();
  }

  /** Empty for a spawn nobody has written about. */
  SpawnHistory of(SpawnId id) {
    SpawnHistory history = open.get(id);
    if (history != null) {
      return history;
    }
    return hasEnded(id) ? SpawnHistory.ENDED : new SpawnHistory();
  }

  /**
   * @param day the event was written, UTC
   * @return what the event makes its spawn cost
   */
  SpawnHistory.Spending add(SpawnEvent event, LocalDate day) {
    SpawnId id = event.spawnId();
    SpawnHistory history = of(id);
    SpawnHistory.Spending spending = history.add(event, day);
    if (!history.account().ended()) {
      open.put(id, history);
    } else if (!hasEnded(id)) {
      end(id, day);
    }
    return spending;
  }

  private boolean hasEnded(SpawnId id) {
    return ended.values().stream().anyMatch(ids -> ids.contains(id));
  }

  /** Whoever asks meanwhile finds it here or there. */
  private void end(SpawnId id, LocalDate day) {
    ended.computeIfAbsent(day, first -> ConcurrentHashMap.newKeySet()).add(id);
    open.remove(id);
    ended.headMap(day.minusDays(daysKept)).clear();
  }
}
