package dev.smartspawn.enrich.intake;

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
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final String POSITIONS = "positions";

  private final Slot<String, Raw<OpenRouterModel>> openRouter;
  private final Slot<String, Raw<ArtificialAnalysisModel>> artificialAnalysis;
  private final Slot<String, Raw<HfEvaluation>> hfLeaderboard;
  private final Slot<String, Raw<ArenaRating>> arena;
  private final Slot<String, Raw<LiveBenchResult>> liveBench;
  private final Slot<String, Alias> aliases;
  private final Slot<CanonicalId, ModelOverride> overrides;
  private final Map<String, Slot<?, ?>> byTopic = new HashMap<>();
  private final Progress progress;

  private Intake(ProcessingContext context) {
    openRouter = Slot.open(Input.OPENROUTER, context);
    artificialAnalysis = Slot.open(Input.ARTIFICIAL_ANALYSIS, context);
    hfLeaderboard = Slot.open(Input.HF_LEADERBOARD, context);
    arena = Slot.open(Input.LMARENA, context);
    liveBench = Slot.open(Input.LIVEBENCH, context);
    aliases = Slot.open(Input.ALIASES, context);
    overrides = Slot.open(Input.OVERRIDES, context);
    Slot<String, SourceStatus> statuses = Slot.open(Input.STATUS, context);
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
    progress = new Progress(Table.over(context.getStateStore(POSITIONS)), statuses.table());
  }

  /** With what its stores hold. */
  public static Intake open(ProcessingContext context) {
    return new Intake(context);
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
            Stream.of(positions), Input.ALL.stream().map(input -> store(input, storage)))
        .toList();
  }

  /**
   * Takes a record in. One that makes no sense is passed over, and what stood under its key stays.
   *
   * @param value null for a tombstone
   * @return whether the table of enriched models, or what of it is applied, may differ now
   */
  public boolean take(String topic, long offset, @Nullable Object key, @Nullable Object value) {
    Slot<?, ?> slot = Objects.requireNonNull(byTopic.get(topic), topic);
    Optional<String> objection = Sense.objection(key, value);
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

  public Progress progress() {
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
      Input<K, V> input, Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stores.keyValueStoreBuilder(
        storage.apply(input.storeName()), input.topic().keySerde(), input.storeSerde());
  }
}
