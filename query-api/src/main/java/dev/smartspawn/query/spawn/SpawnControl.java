package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.trace.RequestId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Submits and reads spawns. All but {@link #newest} may wait for Kafka and throw {@link
 * dev.smartspawn.query.topic.TopicUnavailableException} if that takes too long.
 */
public interface SpawnControl {

  /**
   * Returns once the request is in its topic, or if it already was.
   *
   * @param request with an id or an idempotency key
   * @param files that came with the request, which names them; they are kept before it is written
   * @param requestId for the headers of the record
   * @throws SpawnConflictException if a different request has the id
   * @throws SpawnNotConfirmedException if the request may or may not be in its topic
   */
  KnownSpawn submit(SpawnRequest request, List<Attachment> files, RequestId requestId);

  /** Without its texts. */
  Optional<KnownSpawn> known(SpawnId id);

  /**
   * @param status null for any
   */
  SpawnPage newest(@Nullable SpawnStatus status, int limit);

  Optional<SpawnDetail> detail(SpawnId id);

  /**
   * Requests its cancellation; its worker stops at the next step.
   *
   * @return its present state; empty for an unknown spawn
   * @throws SpawnConflictException if it has ended
   */
  Optional<KnownSpawn> cancel(SpawnId id, RequestId requestId);

  /**
   * @return empty for an unknown spawn
   * @throws SpawnConflictException if it has not ended
   */
  Optional<SpawnOutcome> rate(SpawnId id, SpawnRating rating, RequestId requestId);

  /**
   * Gives the watcher every event after an offset, each once and in order: existing ones before
   * this returns, later ones from another thread as they arrive. The last one is the end.
   *
   * @param after only events after this offset; -1 for all
   * @return stops it
   */
  AutoCloseable watch(SpawnId id, long after, Consumer<RecordedEvent> watcher);
}
