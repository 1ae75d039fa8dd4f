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
 * The history of every spawn. Open spawns keep their full history. Ended spawns, by far the most,
 * keep only the fact that they ended. One thread adds events; any thread may read.
 */
final class Histories {

  private final Map<SpawnId, SpawnHistory> open = new ConcurrentHashMap<>();
  private final NavigableMap<LocalDate, Set<SpawnId>> ended = new ConcurrentSkipListMap<>();
  private final long daysKept;

  /**
   * @param kept how long an ended spawn is remembered
   */
  Histories(Duration kept) {
    this.daysKept = kept.toDays();
  }

  /** Empty for a spawn without events. */
  SpawnHistory of(SpawnId id) {
    SpawnHistory history = open.get(id);
    if (history != null) {
      return history;
    }
    return hasEnded(id) ? SpawnHistory.ENDED : new SpawnHistory();
  }

  /**
   * @param day the UTC day the event was written
   * @return the change in the spawn's cost
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

  /** Adds the spawn to the ended ones first, so that a concurrent reader always finds it. */
  private void end(SpawnId id, LocalDate day) {
    ended.computeIfAbsent(day, first -> ConcurrentHashMap.newKeySet()).add(id);
    open.remove(id);
    ended.headMap(day.minusDays(daysKept)).clear();
  }
}
