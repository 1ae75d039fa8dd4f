package dev.smartspawn.query;

import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.RecordedEvent;
import dev.smartspawn.query.spawn.SpawnControl;
import dev.smartspawn.query.spawn.SpawnDetail;
import dev.smartspawn.query.spawn.SpawnPage;
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

/** For tests without Kafka: there are no spawns, and none may be asked for. */
final class UnusedSpawnControl implements SpawnControl {

  @Override
  public KnownSpawn submit(SpawnRequest request, List<Attachment> files, RequestId requestId) {
    throw new IllegalStateException("no spawn was expected: " + request);
  }

  @Override
  public Optional<KnownSpawn> known(SpawnId id) {
    return Optional.empty();
  }

  @Override
  public SpawnPage newest(@Nullable SpawnStatus status, int limit) {
    return new SpawnPage(List.of(), 0, 0);
  }

  @Override
  public Optional<SpawnDetail> detail(SpawnId id) {
    return Optional.empty();
  }

  @Override
  public Optional<KnownSpawn> cancel(SpawnId id, RequestId requestId) {
    return Optional.empty();
  }

  @Override
  public Optional<SpawnOutcome> rate(SpawnId id, SpawnRating rating, RequestId requestId) {
    return Optional.empty();
  }

  @Override
  public AutoCloseable watch(SpawnId id, long after, Consumer<RecordedEvent> watcher) {
    throw new IllegalStateException("no watch was expected: " + id);
  }
}
