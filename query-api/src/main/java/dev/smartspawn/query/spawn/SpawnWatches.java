package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** The watchers of each spawn's events. */
final class SpawnWatches {

  private final Map<SpawnId, Set<SpawnWatch>> watches = new ConcurrentHashMap<>();

  void add(SpawnId id, SpawnWatch watch) {
    watches.compute(
        id,
        (same, others) -> {
          Set<SpawnWatch> all = others == null ? new CopyOnWriteArraySet<>() : others;
          all.add(watch);
          return all;
        });
  }

  void remove(SpawnId id, SpawnWatch watch) {
    watches.computeIfPresent(
        id,
        (same, all) -> {
          all.remove(watch);
          return all.isEmpty() ? null : all;
        });
  }

  void tell(RecordedEvent event) {
    watches.getOrDefault(event.event().spawnId(), Set.of()).forEach(watch -> watch.live(event));
  }
}
