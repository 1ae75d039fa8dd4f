package dev.smartspawn.enrich;

import dev.smartspawn.enrich.benchmark.IndexBasis;
import dev.smartspawn.enrich.evidence.ArenaBasis;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.intake.InputRecords;
import dev.smartspawn.enrich.publication.Publication;
import dev.smartspawn.enrich.publication.TableBefore;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.table.EnrichedTable;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.stage.StateGuard;
import dev.smartspawn.schema.stage.UnsafeStateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only stage of the topology. A name is resolved against the whole catalogue and all aliases,
 * so the stage keeps every record and computes the whole table again when something has changed.
 */
final class EnrichmentStage implements Processor<Object, Object, Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichmentStage.class);

  /**
   * While a run is due or awaited. Every tick makes Kafka Streams commit, so there is none else.
   */
  private static final Duration TICK = Duration.ofMillis(25);

  /** Otherwise: a new day may change the table. */
  private static final Duration IDLE_TICK = Duration.ofMinutes(1);

  private final Clock clock;
  private final List<SourceReading<?>> readings;
  private final Set<String> stores;
  private final EnrichmentPast past;

  // Streams calls init before anything else.
  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<Object, Object> context;

  @SuppressWarnings("NullAway.Init")
  private InputRecords intake;

  @SuppressWarnings("NullAway.Init")
  private Publication publication;

  @SuppressWarnings("NullAway.Init")
  private RefreshClosing closing;

  private final ResolutionCache names = new ResolutionCache();
  private final RunPacing pace = new RunPacing();
  private @Nullable LocalDate lastRunOn;
  private IndexBasis.@Nullable Kind lastBasis;
  private @Nullable ArenaBasis lastArena;
  private boolean owesChanges;

  /** When the pull of the catalogue ended whose names were read ahead. */
  private @Nullable Instant readAheadFor;

  /** What the first table is compared with; absent once there was one. */
  private @Nullable TableBefore unjudged;

  private Set<String> loggedReasons = Set.of();

  /** Absent while nothing is pending. */
  private @Nullable Cancellable ticks;

  /**
   * @param stores names of all its stores
   */
  EnrichmentStage(
      Clock clock, List<SourceReading<?>> readings, Set<String> stores, EnrichmentPast past) {
    this.clock = clock;
    this.readings = readings;
    this.stores = stores;
    this.past = past;
  }

  /** Starts with what the stores hold; a new release may compute another table from it. */
  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    new StateGuard(Enricher.NAME, past.history()).check(context, stores);
    TableBefore before = past.published().get();
    intake = InputRecords.open(context, readings);
    publication = Publication.open(context, before);
    closing = new RefreshClosing(intake.progress());
    closing.heard(context.currentSystemTimeMs());
    unjudged = before;
    if (!intake.isEmpty()) {
      arrived();
    }
    context.schedule(IDLE_TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<Object, Object> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    if (intake.take(origin.topic(), origin.offset(), record.key(), record.value())) {
      arrived();
    }
    if (record.value() instanceof SourceStatus) {
      closing.heard(context.currentSystemTimeMs());
      if (closing.isPending(publication.lastClosed(), clock.instant())) {
        tickSoon();
      }
    }
  }

  private void arrived() {
    pace.arrived(context.currentSystemTimeMs());
    tickSoon();
  }

  private void tickSoon() {
    if (ticks == null) {
      ticks = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }
  }

  private void tick(long nowMillis) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean settled = isSettled(nowMillis);
    boolean closes = closing.isDue(publication.lastClosed(), now, nowMillis);
    boolean dateChanged = lastRunOn != null && !lastRunOn.equals(today);
    if (dateChanged
        || closes
        || pace.isDue(nowMillis, intake.progress().isAtPullBoundary(), closing.isPullUnderWay(now))
        || (owesChanges && settled)) {
      run(intake.input(today), settled, closes);
      lastRunOn = today;
    } else if (pace.isPending() && closing.isPullUnderWay(now)) {
      readAhead(today);
    }
    if (ticks != null
        && !pace.isPending()
        && !owesChanges
        && !closing.isPending(publication.lastClosed(), now)) {
      ticks.cancel();
      ticks = null;
    }
  }

  /** Once for each new catalogue: other pulls are under way, and most bring names known before. */
  private void readAhead(LocalDate today) {
    @Nullable Instant catalogue = intake.progress().ended().get(Source.OPENROUTER);
    if (catalogue != null
        && !catalogue.equals(readAheadFor)
        && intake.progress().isAtPullBoundary()) {
      readAheadFor = catalogue;
      EnrichedTable.readAhead(intake.input(today), names);
    }
  }

  private void run(EnrichmentInput input, boolean settled, boolean closes) {
    EnrichedTable enrichment = EnrichedTable.of(input, names);
    Instant now = clock.instant();
    logRefused(enrichment.refusals());
    judgeFirst(enrichment, settled);
    publication.publish(
        enrichment.models(),
        intake.progress(),
        enrichment.refused(),
        enrichment.arenaBasis().uses(),
        closes,
        now);
    owesChanges = !settled;
    if (settled) {
      publication.publishUnresolved(enrichment.unresolved(), now);
      publication.tellChanges(enrichment.models(), now);
      logBasis(enrichment.indexBasis());
      logArena(enrichment.arenaBasis());
    }
    pace.ran();
    context.commit();
  }

  /** State that was lost in a way that nothing else noticed must not be published. */
  private void judgeFirst(EnrichedTable enrichment, boolean settled) {
    TableBefore before = unjudged;
    unjudged = null;
    if (before == null) {
      return;
    }
    before
        .objection(enrichment.models().keySet(), publication.applied(intake.progress()), settled)
        .ifPresent(objection -> decide(objection, before.isOfAnotherRelease()));
  }

  private void decide(String objection, boolean otherRelease) {
    if (otherRelease) {
      LOG.warn("{}; it is published, because this is another release", objection);
    } else if (past.implausible() == ImplausibleTable.PUBLISH) {
      LOG.warn(
          "{}; it is published, because {} says so",
          objection,
          Setting.IMPLAUSIBLE_TABLE.variable());
    } else {
      throw new UnsafeStateException(
          "%s. It was not published. A restart computes it again; if it is right, %s=publish publishes it"
              .formatted(objection, Setting.IMPLAUSIBLE_TABLE.variable()));
    }
  }

  /** Each reason once: the records stay, so every run finds it again. */
  private void logRefused(List<String> refusals) {
    Set<String> reasons = new TreeSet<>(refusals);
    reasons.stream()
        .filter(reason -> !loggedReasons.contains(reason))
        .forEach(reason -> LOG.warn("left out: {}", reason));
    loggedReasons = reasons;
  }

  private void logBasis(IndexBasis basis) {
    if (basis.kind() != lastBasis) {
      LOG.info("indices of Artificial Analysis are taken from {}", basis);
      lastBasis = basis.kind();
    }
  }

  private void logArena(ArenaBasis arena) {
    if (!arena.equals(lastArena) && !arena.uses().isEmpty()) {
      LOG.info("ratings of LMArena are taken from {}", arena);
    }
    lastArena = arena;
  }

  /**
   * Whether the table contains only whole pulls. Records whose outcome never comes belong to no
   * pull: someone else wrote them, and after a while they count as they are.
   */
  private boolean isSettled(long nowMillis) {
    return intake.progress().isAtPullBoundary()
        || (!intake.progress().awaitsRecords() && pace.isQuietFor(RunPacing.PATIENCE, nowMillis));
  }
}
