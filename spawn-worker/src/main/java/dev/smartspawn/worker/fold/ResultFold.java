package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.stage.GuardedStore;
import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.stage.StateGuard;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.result.SpawnResults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Folds the ledger into results. The first end in a spawn's log is its result; cost and calls are
 * taken from the log. The fold itself ends spawns that were cancelled or missed their deadline.
 */
final class ResultFold implements Processor<byte[], byte[], Object, Object> {

  private static final StageStore<SpawnId, FoldState> SPAWNS =
      new StageStore<>("spawns", SpawnId.serde(), JsonSerde.tolerant(FoldState.class));
  private static final StageStore<SpawnId, Long> ENDED =
      new StageStore<>("ended", SpawnId.serde(), Serdes.Long());
  private static final StageStore<Bytes, SpawnId> DUE =
      new StageStore<>("due", Serdes.Bytes(), SpawnId.serde());

  static final List<StageStore<?, ?>> STORES = List.of(SPAWNS, ENDED, DUE);

  /** While a spawn is open. Every check makes Kafka Streams commit, so there is none else. */
  private static final Duration CHECK_EVERY = Duration.ofMillis(200);

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  /** Ended spawns are remembered as long as their requests can still be delivered. */
  private static final Duration REMEMBERED = Topics.REQUESTS_KEPT;

  private final String results;
  private final String events;
  private final String deadLetters;
  private @Nullable ProcessorContext<Object, Object> context;
  private final StateGuard guard;
  private @Nullable GuardedStore<SpawnId, FoldState> spawns;
  private @Nullable GuardedStore<SpawnId, Long> ended;
  private @Nullable GuardedStore<Bytes, SpawnId> due;

  /** Absent while no spawn is open. */
  private @Nullable Cancellable checks;

  ResultFold(String results, String events, String deadLetters, StateGuard guard) {
    this.guard = guard;
    this.results = results;
    this.events = events;
    this.deadLetters = deadLetters;
  }

  @Override
  public void init(ProcessorContext<Object, Object> initial) {
    context = initial;
    guard.check(initial, STORES.stream().map(StageStore::name).toList());
    spawns = SPAWNS.open(initial);
    ended = ENDED.open(initial);
    due = DUE.open(initial);
    if (!due().isEmpty()) {
      checkDeadlines();
    }
    initial.schedule(FORGET_EVERY, PunctuationType.WALL_CLOCK_TIME, this::forgetLongEnded);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    try {
      SpawnEvent event =
          Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(null, record.value());
      if (event != null) {
        fold(event, record.timestamp(), RequestId.of(record.headers()));
      }
    } catch (UnreadableRecordException e) {
      bury(record, String.valueOf(e.getMessage()));
    }
  }

  private void fold(SpawnEvent event, long timestamp, Optional<RequestId> requestId) {
    SpawnId id = event.spawnId();
    if (ended().get(id) != null) {
      return;
    }
    FoldState before = Objects.requireNonNullElse(spawns().get(id), FoldState.EMPTY);
    SpawnStep step = event.step();
    SpawnAccount account = before.account().after(event);
    FoldState after = before.with(account);
    if (step instanceof SpawnStep.Requested requested && !before.account().requested()) {
      after = requested(id, requested, event.at(), account);
    } else if (step instanceof SpawnStep.CancelRequested cancel
        && !before.account().cancelRequested()) {
      end(
          SpawnResults.cancelled(after.ending(id), cancel.requestedBy(), event.at()),
          timestamp,
          requestId);
    } else if (step instanceof SpawnStep.Rejected rejected && account.ended()) {
      SpawnResult result = SpawnResults.rejected(id, rejected.mistakes(), event.at());
      end(result, timestamp, requestId);
      publish(result, timestamp, requestId);
    } else if (step instanceof SpawnStep.Finished finished) {
      publish(finished.result().withLedger(before.account()), timestamp, requestId);
    }
    if (account.ended()) {
      rememberEnded(id, after, timestamp);
    } else if (!after.equals(before)) {
      spawns().put(id, after);
    }
  }

  private FoldState requested(
      SpawnId id, SpawnStep.Requested requested, Instant at, SpawnAccount account) {
    due().put(DeadlineKey.of(requested.deadline(), id), id);
    checkDeadlines();
    return new FoldState(
        account,
        requested.request().mode(),
        requested.request().label(),
        requested.request().dryRun(),
        at,
        requested.deadline());
  }

  /** Most spawns have ended, so only the time of their end is kept. */
  private void rememberEnded(SpawnId id, FoldState state, long timestamp) {
    ended().put(id, timestamp);
    spawns().delete(id);
    if (state.deadline() != null) {
      due().delete(DeadlineKey.of(state.deadline(), id));
    }
  }

  private void checkDeadlines() {
    if (checks == null) {
      checks = context().schedule(CHECK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::endOverdue);
    }
  }

  private void endOverdue(long nowMillis) {
    Instant now = Instant.ofEpochMilli(nowMillis);
    List<KeyValue<Bytes, SpawnId>> overdue = new ArrayList<>();
    due()
        .forEach(
            DeadlineKey.of(Instant.EPOCH),
            DeadlineKey.of(now),
            (deadline, id) -> overdue.add(KeyValue.pair(deadline, id)));
    for (KeyValue<Bytes, SpawnId> entry : overdue) {
      due().delete(entry.key);
      @Nullable FoldState state = spawns().get(entry.value);
      if (state != null) {
        end(SpawnResults.overdue(state.ending(entry.value), now), nowMillis, Optional.empty());
      }
    }
    if (checks != null && due().isEmpty()) {
      checks.cancel();
      checks = null;
    }
  }

  private void forgetLongEnded(long nowMillis) {
    long oldest = nowMillis - REMEMBERED.toMillis();
    ended().removeIf((id, endedAt) -> endedAt < oldest);
  }

  /** Writes the end to the log. If another end is there first, that one is the result. */
  private void end(SpawnResult result, long timestamp, Optional<RequestId> requestId) {
    SpawnEvent event =
        new SpawnEvent(result.id(), result.finishedAt(), null, new SpawnStep.Finished(result));
    forward(new Record<>(result.id(), event, timestamp), requestId, events);
  }

  private void publish(SpawnResult result, long timestamp, Optional<RequestId> requestId) {
    forward(new Record<>(result.id(), result, timestamp), requestId, results);
  }

  /** Passes on the request id of the event that caused the record; a deadline has none. */
  private void forward(Record<Object, Object> record, Optional<RequestId> requestId, String sink) {
    requestId.ifPresent(id -> id.putInto(record.headers()));
    context().forward(record, sink);
  }

  private void bury(Record<byte[], byte[]> record, String reason) {
    RecordMetadata where = context().recordMetadata().orElseThrow();
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of(
            where.topic(),
            where.partition(),
            where.offset(),
            record.key(),
            record.value(),
            FoldTopology.READER,
            reason);
    context()
        .forward(
            new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
            deadLetters);
  }

  private ProcessorContext<Object, Object> context() {
    return initialised(context);
  }

  private GuardedStore<SpawnId, FoldState> spawns() {
    return initialised(spawns);
  }

  private GuardedStore<SpawnId, Long> ended() {
    return initialised(ended);
  }

  private GuardedStore<Bytes, SpawnId> due() {
    return initialised(due);
  }

  private static <T> T initialised(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("not initialised");
    }
    return value;
  }
}
