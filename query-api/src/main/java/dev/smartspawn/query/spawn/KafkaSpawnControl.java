package dev.smartspawn.query.spawn;

import dev.smartspawn.query.attachment.AttachmentStore;
import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spawns by their topics. Every written record is read back before the response, since the order in
 * the log decides which of two requests with the same id counts.
 */
public final class KafkaSpawnControl implements SpawnControl, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaSpawnControl.class);

  /** About 2 KB each in memory. */
  private static final int KEPT = 20_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Longer than a broker's failover, during which committed records cannot be read. */
  private static final Duration READ_BACK_PATIENCE = Duration.ofSeconds(20);

  private static final String REQUESTED_BY = "the REST API";

  private final TopicWriter writer;
  private final AttachmentStore attachments;
  private final SpawnTable table;
  private final SpawnArchive archive;
  private final SpawnLog spawns;
  private final Clock clock;

  /**
   * @param spawns fills the table
   */
  KafkaSpawnControl(
      TopicWriter writer,
      AttachmentStore attachments,
      SpawnTable table,
      SpawnArchive archive,
      SpawnLog spawns,
      Clock clock) {
    this.writer = writer;
    this.attachments = attachments;
    this.table = table;
    this.archive = archive;
    this.spawns = spawns;
    this.clock = clock;
  }

  /** Returns at once; the topics are read in the background. */
  public static KafkaSpawnControl open(
      KafkaClients clients,
      TopicWriter writer,
      AttachmentStore attachments,
      Clock clock,
      MeterRegistry registry) {
    SpawnTable table = new SpawnTable(KEPT, new PastSpawns(SpawnReader.LOOKBACK, clock));
    SpawnLog spawns = SpawnLog.open(clients, table, new SpawnMeter(registry, table, clock), clock);
    SpawnArchive archive = new SpawnArchive(() -> SpawnArchive.consumer(clients));
    spawns.metrics().bindTo(registry);
    return new KafkaSpawnControl(writer, attachments, table, archive, spawns, clock);
  }

  /**
   * Restoring until the earlier spawns have been read, because writes wait for them. After that,
   * ready unless reading has stopped for good: known spawns are shown while Kafka is away.
   */
  public Readiness readiness() {
    if (spawns.readiness() instanceof Readiness.Failed failed) {
      return failed;
    }
    return spawns.hasCaughtUp()
        ? Readiness.READY
        : new Readiness.Restoring("earlier spawns are still being read");
  }

  @Override
  public KnownSpawn submit(SpawnRequest request, List<Attachment> files, RequestId requestId) {
    awaitCaughtUp();
    Optional<SpawnId> chosen = request.chosenId();
    Optional<KnownSpawn> known = chosen.flatMap(this::find);
    if (known.isPresent()) {
      return requireSame(known.get(), request);
    }
    SpawnId id = chosen.orElseThrow(() -> new IllegalArgumentException("a request without an id"));
    if (!files.isEmpty()) {
      attachments.keep(files);
    }
    try {
      awaitRead(writer.write(Topics.SPAWN_REQUESTS, id, request, requestId));
    } catch (TopicUnavailableException e) {
      throw new SpawnNotConfirmedException(id, e);
    }
    log.info("spawn {} requested: {}, budget {}", id, request.mode(), request.budget());
    return requireSame(find(id).orElseThrow(), request);
  }

  /** Waits for the topics to be read before it calls a spawn unknown. */
  @Override
  public Optional<KnownSpawn> known(SpawnId id) {
    Optional<KnownSpawn> known = find(id);
    if (known.isPresent()) {
      return known;
    }
    awaitCaughtUp();
    return find(id);
  }

  @Override
  public SpawnPage newest(@Nullable SpawnStatus status, int limit) {
    return table.newest(status, limit);
  }

  @Override
  public Optional<SpawnDetail> detail(SpawnId id) {
    return known(id).map(this::detail);
  }

  @Override
  public Optional<KnownSpawn> cancel(SpawnId id, RequestId requestId) {
    awaitCaughtUp();
    Optional<KnownSpawn> known = known(id);
    known.ifPresent(
        spawn -> {
          requireUnfinished(spawn);
          SpawnStep step = new SpawnStep.CancelRequested(REQUESTED_BY);
          awaitRead(
              writer.write(
                  Topics.SPAWN_EVENTS,
                  id,
                  new SpawnEvent(id, clock.instant(), null, step),
                  requestId));
        });
    return known.flatMap(spawn -> find(id));
  }

  @Override
  public Optional<SpawnOutcome> rate(SpawnId id, SpawnRating rating, RequestId requestId) {
    awaitCaughtUp();
    return known(id)
        .map(
            spawn -> {
              if (!spawn.isOver()) {
                throw new SpawnConflictException(
                    "not_ended",
                    "spawn %s is %s: it can be rated once it has ended"
                        .formatted(id, spawn.status()));
              }
              SpawnOutcome outcome =
                  new SpawnOutcome(id, rating.rating(), rating.comment(), clock.instant());
              awaitRead(writer.write(Topics.SPAWN_OUTCOMES, id, outcome, requestId));
              return outcome;
            });
  }

  @Override
  public AutoCloseable watch(SpawnId id, long after, Consumer<RecordedEvent> watcher) {
    SpawnWatch watch = new SpawnWatch(after, watcher);
    spawns.watch(id, watch);
    try {
      watch.past(offsets(id).map(offsets -> archive.events(offsets, after)).orElse(List.of()));
    } catch (RuntimeException e) {
      spawns.unwatch(id, watch);
      throw e;
    }
    return () -> spawns.unwatch(id, watch);
  }

  @Override
  public void close() {
    spawns.close();
    archive.close();
  }

  private Optional<KnownSpawn> find(SpawnId id) {
    return table.find(id).or(() -> table.past(id).map(past -> archive.spawn(id, past)));
  }

  private Optional<EventOffsets> offsets(SpawnId id) {
    return table.find(id).map(KnownSpawn::offsets).or(() -> table.past(id).map(PastSpawn::offsets));
  }

  private SpawnDetail detail(KnownSpawn spawn) {
    @Nullable SpawnRequest request =
        spawn.request() == null ? null : request(spawn.request().position());
    if (!spawn.isOver()) {
      return new SpawnDetail(spawn, request, null);
    }
    SpawnResult result =
        archive.events(spawn.offsets(), spawn.offsets().last() - 1).stream()
            .map(recorded -> recorded.event().step())
            .filter(SpawnStep.Finished.class::isInstance)
            .map(step -> ((SpawnStep.Finished) step).result())
            .findFirst()
            .orElse(null);
    return new SpawnDetail(spawn, request, result);
  }

  /** Absent if the topic no longer has it. */
  private @Nullable SpawnRequest request(RecordPosition position) {
    TopicPartition partition =
        new TopicPartition(Topics.SPAWN_REQUESTS.name(), position.partition());
    byte[] value = archive.value(partition, position.offset());
    return RequestRecord.of(position, value) instanceof RequestRecord.Good good
        ? good.request()
        : null;
  }

  private static KnownSpawn requireSame(KnownSpawn known, SpawnRequest request) {
    RequestSummary summary = known.request();
    if (summary == null || !summary.digest().equals(RequestSummary.digest(request))) {
      throw new SpawnConflictException(
          "id_taken",
          "spawn %s was requested with a different body: expected the same body, or a new id or Idempotency-Key"
              .formatted(known.id()));
    }
    return known;
  }

  private static void requireUnfinished(KnownSpawn spawn) {
    if (spawn.isOver()) {
      throw new SpawnConflictException(
          "already_ended", "spawn %s is %s already".formatted(spawn.id(), spawn.status()));
    }
  }

  private void awaitCaughtUp() {
    try {
      if (!spawns.awaitCaughtUp(PATIENCE)) {
        throw new TopicUnavailableException(
            "earlier spawns are still being read: try again in a moment");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void awaitRead(RecordMetadata written) {
    TopicPartition partition = new TopicPartition(written.topic(), written.partition());
    try {
      if (!spawns.awaitRead(partition, written.offset(), READ_BACK_PATIENCE)) {
        throw new TopicUnavailableException(
            "%s-%d was written but not read back within %d s"
                .formatted(partition, written.offset(), READ_BACK_PATIENCE.toSeconds()));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static TopicUnavailableException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TopicUnavailableException("interrupted while waiting for the topics", e);
  }
}
