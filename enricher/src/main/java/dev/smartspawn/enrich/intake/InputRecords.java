package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.stage.StageStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest record of every key of every input topic. */
public final class InputRecords {

  private static final Logger LOG = LoggerFactory.getLogger(InputRecords.class);
  private static final StageStore<String, Long> POSITIONS =
      new StageStore<>("positions", Serdes.String(), Serdes.Long());

  private final InputStore<String, Raw<OpenRouterModel>> openRouter;
  private final InputStore<String, Alias> aliases;
  private final InputStore<CanonicalId, ModelOverride> overrides;
  private final List<SourceStore<?>> sources = new ArrayList<>();
  private final Map<String, InputStore<?, ?>> byTopic = new HashMap<>();
  private final PullProgress progress;

  private InputRecords(ProcessingContext context, List<SourceReading<?>> readings) {
    openRouter = InputStore.open(InputTopic.OPENROUTER, context);
    aliases = InputStore.open(InputTopic.ALIASES, context);
    overrides = InputStore.open(InputTopic.OVERRIDES, context);
    InputStore<String, SourceStatus> statuses = InputStore.open(InputTopic.STATUS, context);
    readings.forEach(reading -> sources.add(SourceStore.open(reading, context)));
    Stream.concat(
            Stream.of(openRouter, aliases, overrides, statuses),
            sources.stream().map(SourceStore::store))
        .forEach(store -> byTopic.put(store.input().topic().name(), store));
    progress =
        new PullProgress(
            InputTopic.sources(readings),
            CachedStore.over(POSITIONS.open(context)),
            statuses.table());
  }

  /** A source's store, beside the reading of its type. */
  private record SourceStore<T extends RawRecord>(
      SourceReading<T> reading, InputStore<String, Raw<T>> store) {

    private static <T extends RawRecord> SourceStore<T> open(
        SourceReading<T> reading, ProcessingContext context) {
      return new SourceStore<>(reading, InputStore.open(InputTopic.of(reading), context));
    }

    private SourceRecords<T> records() {
      return new SourceRecords<>(reading, store.table().rows().values());
    }
  }

  /** Starts with what its stores hold. */
  public static InputRecords open(ProcessingContext context, List<SourceReading<?>> readings) {
    return new InputRecords(context, readings);
  }

  /**
   * One store per topic, and one for how far each topic was read.
   *
   * @param storage where the store of that name keeps its bytes
   */
  public static List<StoreBuilder<?>> stores(
      List<SourceReading<?>> readings, Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stream.<StageStore<?, ?>>concat(
            Stream.of(POSITIONS), InputTopic.all(readings).stream().map(InputTopic::store))
        .<StoreBuilder<?>>map(store -> store.builder(storage))
        .toList();
  }

  /**
   * Takes a record. An invalid one is skipped, and the record before it stays.
   *
   * @param value null for a tombstone
   * @return whether the table of enriched models, or the set of applied pulls, may differ now
   */
  public boolean take(String topic, long offset, @Nullable Object key, @Nullable Object value) {
    InputStore<?, ?> slot = Objects.requireNonNull(byTopic.get(topic), topic);
    Optional<String> objection = RecordCheck.objection(key, value);
    boolean differs = true;
    if (key == null || objection.isPresent()) {
      LOG.warn("{} offset {}, key '{}': skipped: {}", topic, offset, key, objection.orElse(""));
    } else {
      @Nullable Object before = slot.take(key, value, offset);
      differs = !(value instanceof SourceStatus now) || movesOn((SourceStatus) before, now);
    }
    if (slot.input().source() != null) {
      progress.readUpTo(slot.input().source(), offset + 1);
    }
    return differs;
  }

  /** A status is also written before a source is asked; that changes nothing here. */
  private static boolean movesOn(@Nullable SourceStatus before, SourceStatus now) {
    return before == null
        ? now.pullId() != null
        : before.rawEndOffset() != now.rawEndOffset()
            || !Objects.equals(before.pullId(), now.pullId());
  }

  public PullProgress progress() {
    return progress;
  }

  /** No record was ever read. */
  public boolean isEmpty() {
    return byTopic.values().stream().allMatch(slot -> slot.table().rows().isEmpty());
  }

  /** A view of the current records. */
  public EnrichmentInput input(LocalDate today) {
    return new EnrichmentInput(
        openRouter.table().rows().values(),
        sources.stream().<SourceRecords<?>>map(SourceStore::records).toList(),
        aliases.table().rows().values(),
        overrides.table().rows(),
        today);
  }
}
