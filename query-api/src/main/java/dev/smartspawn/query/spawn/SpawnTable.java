package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The newest spawns. One thread writes, any may read. */
final class SpawnTable {

  private final int kept;
  private final Map<SpawnId, KnownSpawn> spawns = new ConcurrentHashMap<>();
  private final NavigableSet<Place> places = new ConcurrentSkipListSet<>();

  private record Place(Instant since, SpawnId id) implements Comparable<Place> {

    private static final Comparator<Place> OLDEST_FIRST =
        Comparator.comparing(Place::since).thenComparing(Place::id);

    static Place of(KnownSpawn spawn) {
      return new Place(spawn.since(), spawn.id());
    }

    @Override
    public int compareTo(Place other) {
      return OLDEST_FIRST.compare(this, other);
    }
  }

  /**
   * @param kept how many it remembers
   */
  SpawnTable(int kept) {
    this.kept = kept;
  }

  Optional<KnownSpawn> find(SpawnId id) {
    return Optional.ofNullable(spawns.get(id));
  }

  /**
   * @param status null for any
   */
  SpawnPage newest(@Nullable SpawnStatus status, int limit) {
    List<KnownSpawn> page = new ArrayList<>();
    int total = 0;
    int filtered = 0;
    for (Place place : places.descendingSet()) {
      KnownSpawn spawn = spawns.get(place.id());
      total++;
      if (spawn != null && (status == null || spawn.status() == status)) {
        filtered++;
        if (page.size() < limit) {
          page.add(spawn);
        }
      }
    }
    return new SpawnPage(page, total, filtered);
  }

  /** The one of this status that was asked for first. */
  Optional<KnownSpawn> oldest(SpawnStatus status) {
    return places.stream()
        .map(place -> spawns.get(place.id()))
        .filter(spawn -> spawn != null && spawn.status() == status)
        .findFirst();
  }

  /**
   * @param at since when there is such a spawn, if this is the first one hears of it
   */
  void change(SpawnId id, Instant at, UnaryOperator<KnownSpawn> change) {
    KnownSpawn before = spawns.get(id);
    KnownSpawn after = change.apply(before == null ? KnownSpawn.unknown(id, at) : before);
    spawns.put(id, after);
    if (before == null || !before.since().equals(after.since())) {
      places.add(Place.of(after));
      if (before != null) {
        places.remove(Place.of(before));
      }
    }
    while (spawns.size() > kept) {
      Place oldest = places.pollFirst();
      if (oldest != null) {
        spawns.remove(oldest.id());
      }
    }
  }
}
