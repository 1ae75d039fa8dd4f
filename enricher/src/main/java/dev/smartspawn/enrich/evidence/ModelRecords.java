package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.MatchedRecord;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every record that is about one model. */
public final class ModelRecords {

  public static final ModelRecords NONE = new ModelRecords(null, Map.of());

  private final @Nullable TopicValue<Raw<OpenRouterModel>> embedding;
  private final Map<Leaderboard<?>, List<? extends MatchedRecord<?>>> byLeaderboard;

  /**
   * @param embedding the listing that embeds indices of Artificial Analysis; absent where none does
   * @param byLeaderboard each list in the order of its topic's keys; of the leaderboard's type
   */
  ModelRecords(
      @Nullable TopicValue<Raw<OpenRouterModel>> embedding,
      Map<Leaderboard<?>, List<? extends MatchedRecord<?>>> byLeaderboard) {
    this.embedding = embedding;
    this.byLeaderboard = byLeaderboard;
  }

  /** The listing that embeds indices of Artificial Analysis; absent where none does. */
  public @Nullable TopicValue<Raw<OpenRouterModel>> embedding() {
    return embedding;
  }

  /** Those that have a record of the model, in the order of the sources. */
  public Set<Leaderboard<?>> leaderboards() {
    return Collections.unmodifiableSet(byLeaderboard.keySet());
  }

  /** In the order of their topic's keys. */
  // Records are kept under the leaderboard of their type.
  @SuppressWarnings("unchecked")
  public <T extends RawRecord> List<MatchedRecord<T>> on(Leaderboard<T> leaderboard) {
    return (List<MatchedRecord<T>>) byLeaderboard.getOrDefault(leaderboard, List.of());
  }

  /** The efforts that the records name. */
  public Set<String> efforts() {
    return byLeaderboard.values().stream()
        .flatMap(Collection::stream)
        .map(record -> record.match().effort())
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Where a leaderboard has no record here, its records in {@code origin}. A record that names a
   * variant itself is better evidence about it than its base's.
   *
   * @param order of all leaderboards
   */
  ModelRecords orElse(ModelRecords origin, List<Leaderboard<?>> order) {
    Map<Leaderboard<?>, List<? extends MatchedRecord<?>>> either = new LinkedHashMap<>();
    for (Leaderboard<?> leaderboard : order) {
      List<? extends MatchedRecord<?>> records =
          on(leaderboard).isEmpty() ? origin.on(leaderboard) : on(leaderboard);
      if (!records.isEmpty()) {
        either.put(leaderboard, records);
      }
    }
    return new ModelRecords(embedding == null ? origin.embedding : embedding, either);
  }

  /** When the newest of the records, and at the earliest {@code catalogued}, was pulled. */
  public Instant newestPull(Instant catalogued) {
    Stream<Instant> embedded =
        embedding == null ? Stream.empty() : Stream.of(embedding.value().pulledAt());
    return Stream.concat(
            embedded,
            byLeaderboard.values().stream()
                .flatMap(Collection::stream)
                .map(MatchedRecord::pulledAt))
        .reduce(catalogued, (a, b) -> a.isAfter(b) ? a : b);
  }
}
