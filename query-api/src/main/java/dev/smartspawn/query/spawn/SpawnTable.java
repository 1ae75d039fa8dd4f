package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The newest spawns and all that have not ended; of older ones, the positions of their records. One
 * thread writes, any may read.
 */
final class SpawnTable {

  /** A rating can be read before its spawn, which is in another topic. */
  private static final int MOST_EARLY_RATINGS = 1_000;

  private final int kept;
  private final Map<SpawnId, KnownSpawn> spawns = new ConcurrentHashMap<>();
  private final NavigableSet<Place> places = new ConcurrentSkipListSet<>();
  private final NavigableSet<Place> ended = new TreeSet<>();
  private final PastSpawns past;

  private final Map<SpawnId, KnownSpawn.Rated> earlyRatings =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SpawnId, KnownSpawn.Rated> eldest) {
          return size() > MOST_EARLY_RATINGS;
        }
      };

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
   * @param kept how many to keep whole; all that have not ended are kept beyond that
   * @param past for older ones
   */
  SpawnTable(int kept, PastSpawns past) {
    this.kept = kept;
    this.past = past;
  }

  Optional<KnownSpawn> find(SpawnId id) {
    return Optional.ofNullable(spawns.get(id));
  }

  /** An ended spawn that {@link #find} no longer knows. */
  Optional<PastSpawn> past(SpawnId id) {
    return past.find(id);
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

  /** The one of this status that was requested first. */
  Optional<KnownSpawn> oldest(SpawnStatus status) {
    return places.stream()
        .map(place -> spawns.get(place.id()))
        .filter(spawn -> spawn != null && spawn.status() == status)
        .findFirst();
  }

  void request(SpawnId id, RequestSummary summary) {
    if (!past.change(id, ended -> ended.after(summary))) {
      change(id, summary.requestedAt(), known -> known.after(summary));
    }
  }

  /** The rating of an unknown spawn is held for a while, since its spawn may still be read. */
  void rate(KnownSpawn.Rated rated) {
    SpawnId id = rated.outcome().spawnId();
    if (spawns.containsKey(id)) {
      change(id, rated.outcome().at(), known -> known.after(rated));
    } else if (!past.change(id, ended -> ended.after(rated))) {
      earlyRatings.put(id, rated);
    }
  }

  /**
   * Records after the end change nothing.
   *
   * @param at when the spawn began, if this is its first record
   */
  void change(SpawnId id, Instant at, UnaryOperator<KnownSpawn> change) {
    KnownSpawn before = spawns.get(id);
    if (before == null && past.find(id).isPresent()) {
      return;
    }
    KnownSpawn after = change.apply(before == null ? first(id, at) : before);
    spawns.put(id, after);
    place(before, after);
    while (spawns.size() > kept && !ended.isEmpty()) {
      forget(ended.first());
    }
  }

  private KnownSpawn first(SpawnId id, Instant at) {
    KnownSpawn.Rated rated = earlyRatings.remove(id);
    KnownSpawn first = KnownSpawn.unknown(id, at);
    return rated == null ? first : first.after(rated);
  }

  private void place(@Nullable KnownSpawn before, KnownSpawn after) {
    Place place = Place.of(after);
    places.add(place);
    if (after.isOver()) {
      ended.add(place);
    }
    if (before != null && !before.since().equals(after.since())) {
      places.remove(Place.of(before));
      ended.remove(Place.of(before));
    }
  }

  /** It is added there before it is removed here, so that readers always find it. */
  private void forget(Place place) {
    KnownSpawn spawn = spawns.get(place.id());
    if (spawn != null) {
      past.add(spawn);
    }
    ended.remove(place);
    places.remove(place);
    spawns.remove(place.id());
  }
}
