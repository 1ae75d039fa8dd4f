package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.trace.RequestId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where spawns are asked for and asked after. All but {@link #newest} may wait for Kafka, and throw
 * {@link dev.smartspawn.query.topic.TopicUnavailableException} when that takes too long.
 */
public interface SpawnControl {

  /**
   * Returns once the request stands in its topic, or stood there already under this id.
   *
   * @param requestId who asks, for the record's headers
   * @throws SpawnConflictException when another request has the id
   */
  KnownSpawn submit(SpawnRequest request, RequestId requestId);

  /** Without its texts. */
  Optional<KnownSpawn> known(SpawnId id);

  /**
   * @param status null for any
   */
  SpawnPage newest(@Nullable SpawnStatus status, int limit);

  Optional<SpawnDetail> detail(SpawnId id);

  /**
   * Asks for its end; whoever works on it stops at its next step.
   *
   * @return as it stands now; empty for a spawn nobody knows
   * @throws SpawnConflictException when it has ended
   */
  Optional<KnownSpawn> cancel(SpawnId id, RequestId requestId);

  /**
   * @return empty for a spawn nobody knows
   * @throws SpawnConflictException when it has not ended
   */
  Optional<SpawnOutcome> rate(SpawnId id, SpawnRating rating, RequestId requestId);

  /**
   * Gives the watcher every event after an offset, each once and in order: those there are before
   * this returns, later ones from another thread as they come, the last one being the end.
   *
   * @param after offset of the last event that is not wanted any more, -1 for none
   * @return stops it
   */
  AutoCloseable watch(SpawnId id, long after, Consumer<RecordedEvent> watcher);
}
