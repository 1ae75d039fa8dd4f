package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.EnrichmentInput;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.SourceStatus;
import java.time.LocalDate;
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
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the enricher has been told. */
public final class InputRecords {

  private static final Logger LOG = LoggerFactory.getLogger(InputRecords.class);
  private static final String POSITIONS = "positions";

  private final InputStore<String, Raw<OpenRouterModel>> openRouter;
  private final InputStore<String, Raw<ArtificialAnalysisModel>> artificialAnalysis;
  private final InputStore<String, Raw<HfEvaluation>> hfLeaderboard;
  private final InputStore<String, Raw<ArenaRating>> arena;
  private final InputStore<String, Raw<LiveBenchResult>> liveBench;
  private final InputStore<String, Alias> aliases;
  private final InputStore<CanonicalId, ModelOverride> overrides;
  private final Map<String, InputStore<?, ?>> byTopic = new HashMap<>();
  private final PullProgress progress;

  private InputRecords(ProcessingContext context) {
    openRouter = InputStore.open(InputTopic.OPENROUTER, context);
    artificialAnalysis = InputStore.open(InputTopic.ARTIFICIAL_ANALYSIS, context);
    hfLeaderboard = InputStore.open(InputTopic.HF_LEADERBOARD, context);
    arena = InputStore.open(InputTopic.LMARENA, context);
    liveBench = InputStore.open(InputTopic.LIVEBENCH, context);
    aliases = InputStore.open(InputTopic.ALIASES, context);
    overrides = InputStore.open(InputTopic.OVERRIDES, context);
    InputStore<String, SourceStatus> statuses = InputStore.open(InputTopic.STATUS, context);
    Stream.of(
            openRouter,
            artificialAnalysis,
            hfLeaderboard,
            arena,
            liveBench,
            aliases,
            overrides,
            statuses)
        .forEach(slot -> byTopic.put(slot.input().topic().name(), slot));
    progress =
        new PullProgress(CachedStore.over(context.getStateStore(POSITIONS)), statuses.table());
  }

  /** With what its stores hold. */
  public static InputRecords open(ProcessingContext context) {
    return new InputRecords(context);
  }

  /**
   * One a topic, and how far each topic was read.
   *
   * @param storage where a store of that name keeps its bytes
   */
  public static List<StoreBuilder<?>> stores(Function<String, KeyValueBytesStoreSupplier> storage) {
    StoreBuilder<?> positions =
        Stores.keyValueStoreBuilder(storage.apply(POSITIONS), Serdes.String(), Serdes.Long());
    return Stream.concat(
            Stream.of(positions), InputTopic.ALL.stream().map(input -> store(input, storage)))
        .toList();
  }

  /**
   * Takes a record in. One that makes no sense is passed over, and what stood under its key stays.
   *
   * @param value null for a tombstone
   * @return whether the table of enriched models, or what of it is applied, may differ now
   */
  public boolean take(String topic, long offset, @Nullable Object key, @Nullable Object value) {
    InputStore<?, ?> slot = Objects.requireNonNull(byTopic.get(topic), topic);
    Optional<String> objection = RecordCheck.objection(key, value);
    boolean differs = true;
    if (key == null || objection.isPresent()) {
      LOG.warn("{} offset {}, key '{}': passed over: {}", topic, offset, key, objection.orElse(""));
    } else {
      @Nullable Object before = slot.take(key, value, offset);
      differs = !(value instanceof SourceStatus now) || movesOn((SourceStatus) before, now);
    }
    if (slot.input().source() != null) {
      progress.readUpTo(slot.input().source(), offset + 1);
    }
    return differs;
  }

  /** A status is also written when a source is about to be asked, which changes nothing here. */
  private static boolean movesOn(@Nullable SourceStatus before, SourceStatus now) {
    return before == null
        ? now.pullId() != null
        : before.rawEndOffset() != now.rawEndOffset()
            || !Objects.equals(before.pullId(), now.pullId());
  }

  public PullProgress progress() {
    return progress;
  }

  /** Nothing has ever come in. */
  public boolean isEmpty() {
    return byTopic.values().stream().allMatch(slot -> slot.table().rows().isEmpty());
  }

  /** A view of what stands now. */
  public EnrichmentInput input(LocalDate today) {
    return new EnrichmentInput(
        openRouter.table().rows().values(),
        artificialAnalysis.table().rows().values(),
        hfLeaderboard.table().rows().values(),
        arena.table().rows().values(),
        liveBench.table().rows().values(),
        aliases.table().rows().values(),
        overrides.table().rows(),
        today);
  }

  private static <K, V> StoreBuilder<?> store(
      InputTopic<K, V> input, Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stores.keyValueStoreBuilder(
        storage.apply(input.storeName()), input.topic().keySerde(), input.storeSerde());
  }
}
