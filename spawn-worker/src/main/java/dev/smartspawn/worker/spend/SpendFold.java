package dev.smartspawn.worker.spend;

import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.stage.GuardedStore;
import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.stage.StateGuard;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the cost of each call to its row of {@code spend}. A row depends on the ledger's records
 * alone, never on the time at which they are read, so a rebuild writes the same rows.
 */
final class SpendFold implements Processor<byte[], byte[], Object, Object> {

  private static final Logger log = LoggerFactory.getLogger(SpendFold.class);

  private static final StageStore<SpawnId, OpenSpawn> SPAWNS =
      new StageStore<>("spend-spawns", SpawnId.serde(), JsonSerde.tolerant(OpenSpawn.class));
  private static final StageStore<SpawnId, Long> ENDED =
      new StageStore<>("spend-ended", SpawnId.serde(), Serdes.Long());
  private static final StageStore<SpendKey, SpendRow> ROWS =
      new StageStore<>("spend-rows", SpendKey.serde(), JsonSerde.tolerant(SpendRow.class));
  private static final StageStore<SavingsKey, SavingsRow> SAVINGS =
      new StageStore<>("spend-savings", SavingsKey.serde(), JsonSerde.tolerant(SavingsRow.class));
  private static final StageStore<String, Long> PROGRESS =
      new StageStore<>("spend-progress", Serdes.String(), Serdes.Long());

  static final List<StageStore<?, ?>> STORES = List.of(SPAWNS, ENDED, ROWS, SAVINGS, PROGRESS);

  private static final String FIRST_DAY = "first day";
  private static final String NEXT_OFFSET = "next offset";

  /** Of the log's time: what is forgotten must not depend on when the log is read. */
  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  /** A spawn lives one day at most. Later events of the same id make no calls. */
  private static final Duration LONGEST_SPAWN = Duration.ofDays(2);

  /** A call is settled within its spawn's life, so no older row changes. */
  private static final int OPEN_DAYS = 4;

  private final String spendSink;
  private final String savingsSink;
  private final StateGuard guard;
  private final StateHistory history;
  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable GuardedStore<SpawnId, OpenSpawn> spawns;
  private @Nullable GuardedStore<SpawnId, Long> ended;
  private @Nullable GuardedStore<SpendKey, SpendRow> rows;
  private @Nullable GuardedStore<SavingsKey, SavingsRow> savings;
  private @Nullable GuardedStore<String, Long> progress;

  /**
   * @param spendSink name of the sink for {@code spend}
   * @param savingsSink name of the sink for {@code savings}
   */
  SpendFold(String spendSink, String savingsSink, StateGuard guard, StateHistory history) {
    this.spendSink = spendSink;
    this.savingsSink = savingsSink;
    this.guard = guard;
    this.history = history;
  }

  @Override
  public void init(ProcessorContext<Object, Object> initial) {
    context = initial;
    guard.check(initial, STORES.stream().map(StageStore::name).toList());
    spawns = SPAWNS.open(initial);
    ended = ENDED.open(initial);
    rows = ROWS.open(initial);
    savings = SAVINGS.open(initial);
    progress = PROGRESS.open(initial);
    initial.schedule(FORGET_EVERY, PunctuationType.STREAM_TIME, this::forget);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (isFolded(context().recordMetadata().orElseThrow().offset())) {
      return;
    }
    try {
      SpawnEvent event =
          Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(null, record.value());
      if (event != null) {
        fold(event, record.timestamp());
      }
    } catch (UnreadableRecordException e) {
      // The fold of results reads it too, and copies it to the dead letters.
      log.debug("an unreadable event costs nothing: {}", e.getMessage());
    }
  }

  /**
   * Whether the rows have the record already. A broker may forget the group's offsets after a long
   * pause, and then sends everything again; the stores remain.
   */
  private boolean isFolded(long offset) {
    @Nullable Long next = progress().get(NEXT_OFFSET);
    if (next != null && offset < next) {
      return true;
    }
    progress().put(NEXT_OFFSET, offset + 1);
    return false;
  }

  private void fold(SpawnEvent event, long atMillis) {
    SpawnId id = event.spawnId();
    if (ended().get(id) != null) {
      return;
    }
    LocalDate first = firstDay(day(atMillis));
    OpenSpawn before = Objects.requireNonNullElse(spawns().get(id), OpenSpawn.EMPTY);
    OpenSpawn.Step step = before.after(event, day(atMillis), atMillis);
    if (step.spawn().account().ended()) {
      spawns().delete(id);
      ended().put(id, atMillis);
    } else {
      spawns().put(id, step.spawn());
    }
    step.change()
        .filter(change -> !change.day().isBefore(first))
        .ifPresent(change -> add(change, atMillis));
    step.end()
        .filter(end -> !end.day().isBefore(first))
        .ifPresent(end -> end.changes(partition()).forEach((key, row) -> add(key, row, atMillis)));
  }

  private void add(SpendChange change, long atMillis) {
    SpendKey key = SpendKey.of(change.day(), change.model(), change.labels(), partition());
    SpendRow row =
        Objects.requireNonNullElse(rows().get(key), SpendRow.NOTHING).plus(change.amount());
    rows().put(key, row);
    context().forward(new Record<>(key, row, atMillis), spendSink);
  }

  private void add(SavingsKey key, SavingsRow more, long atMillis) {
    SavingsRow row = Objects.requireNonNullElse(savings().get(key), SavingsRow.NOTHING).plus(more);
    savings().put(key, row);
    context().forward(new Record<>(key, row, atMillis), savingsSink);
  }

  /**
   * The first day that the log has as a whole. Rows of earlier days were written while the log
   * still had them, and stay as they are. Where the log begins in the middle of a day, spawns of
   * this day that go on into the next one are incomplete too.
   */
  private LocalDate firstDay(LocalDate read) {
    @Nullable Long known = progress().get(FIRST_DAY);
    if (known == null) {
      boolean whole = history.beginning(partition()) == 0;
      known = whole ? LocalDate.EPOCH.toEpochDay() : read.plusDays(2).toEpochDay();
      progress().put(FIRST_DAY, known);
    }
    return LocalDate.ofEpochDay(known);
  }

  /** What no later event can change. */
  private void forget(long streamMillis) {
    long oldest = streamMillis - LONGEST_SPAWN.toMillis();
    LocalDate open = day(streamMillis).minusDays(OPEN_DAYS);
    spawns().removeIf((id, spawn) -> spawn.touchedMillis() < oldest);
    ended().removeIf((id, endedAt) -> endedAt < oldest);
    rows().removeIf((key, row) -> key.day().isBefore(open));
    savings().removeIf((key, row) -> key.day().isBefore(open));
  }

  private int partition() {
    return context().taskId().partition();
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  private ProcessorContext<Object, Object> context() {
    return initialised(context);
  }

  private GuardedStore<SpawnId, OpenSpawn> spawns() {
    return initialised(spawns);
  }

  private GuardedStore<SpawnId, Long> ended() {
    return initialised(ended);
  }

  private GuardedStore<SpendKey, SpendRow> rows() {
    return initialised(rows);
  }

  private GuardedStore<SavingsKey, SavingsRow> savings() {
    return initialised(savings);
  }

  private GuardedStore<String, Long> progress() {
    return initialised(progress);
  }

  private static <T> T initialised(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("not initialised");
    }
    return value;
  }
}
