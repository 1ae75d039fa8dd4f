package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ended spawns of which only the record positions are kept. One thread writes, any may read. */
final class PastSpawns {

  private final Duration remembered;
  private final Clock clock;

  /** In the order of addition, which is roughly that of age. */
  private final Map<SpawnId, PastSpawn> spawns = new LinkedHashMap<>();

  /**
   * @param remembered how long after its request
   */
  PastSpawns(Duration remembered, Clock clock) {
    this.remembered = remembered;
    this.clock = clock;
  }

  synchronized Optional<PastSpawn> find(SpawnId id) {
    return Optional.ofNullable(spawns.get(id));
  }

  synchronized void add(KnownSpawn ended) {
    forgetOld();
    spawns.put(ended.id(), PastSpawn.of(ended));
  }

  /**
   * @return whether there is such a spawn
   */
  synchronized boolean change(SpawnId id, UnaryOperator<PastSpawn> change) {
    return spawns.computeIfPresent(id, (same, past) -> change.apply(past)) != null;
  }

  private void forgetOld() {
    long from = clock.instant().minus(remembered).toEpochMilli();
    Iterator<PastSpawn> oldestFirst = spawns.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().sinceMillis() < from) {
      oldestFirst.remove();
    }
  }
}
