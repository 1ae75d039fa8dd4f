package dev.smartspawn.query.view.kafka;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.status.StatusEndpoint;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewBuilderTest {

  private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-20T16:00:00Z");

  private final Map<String, Map<String, byte[]>> tables = new HashMap<>();
  private final List<String> reads = new ArrayList<>();
  private final NewestView view = new NewestView();
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");
  private final AtomicInteger rechecks = new AtomicInteger();
  private Instant now = SECOND;
  private @Nullable ClosedRefresh closed;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private ViewBuilder builder = builder(folder);

  @BeforeEach
  void builderInItsFolder() {
    file = folder.resolve("models.json");
    Source.ALL.forEach(source -> status(ended(source)));
    builder = builder(folder);
  }

  @Test
  void withoutAnyTableTheStatusIsStarting() throws IOException {
    builder.build();
    assertThat(status().path("status").asText()).isEqualTo("starting");
    assertThat(file).doesNotExist();
  }

  @Test
  void modelsAreNotServedBeforeTheirRunIsReported() {
    put(model("a/one").score(CODING, 80).build());
    builder.build();
    assertThat(view.get().catalogue().size()).isZero();
    assertThat(view.get().isWhole(clock.instant())).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void incompleteTableLeavesTheOneBeforeInPlace() {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    EnrichedModel two = model("b/two").score(CODING, 70).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();

    put(two);
    builder.build();
    assertThat(view.get().catalogue().size()).isEqualTo(1);

    run(SECOND, "pull-2", one, two);
    builder.build();
    assertThat(view.get().catalogue().size()).isEqualTo(2);
  }

  @Test
  void leadersOfAClosedRefreshReplaceTheOnesBefore() {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();
    assertThat(view.get().catalogue().leaders()).isEmpty();

    Leader leader = new Leader(CODING, Budget.LOW, one.id(), SECOND, null);
    closed = new ClosedRefresh(SECOND, Map.of(), Map.of(), List.of(leader));
    String before = view.get().catalogue().entityTag();
    run(FIRST, "pull-1", one);
    builder.build();

    assertThat(view.get().catalogue().leaders()).containsExactly(leader);
    assertThat(view.get().catalogue().entityTag()).isNotEqualTo(before);
    assertThat(view.get().freshness().lastClosed()).isEqualTo(SECOND);
  }

  @Test
  void firstTableAwaitsEverySourceForSomeTimeAndThenIsWholeWithoutIt() {
    table(Topics.SOURCE_STATUS).remove(Source.LIVEBENCH.id());
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();
    assertThat(view.get().isWhole(clock.instant())).isFalse();
    assertThat(view.get().catalogue().awaiting()).containsExactly(Source.LIVEBENCH);
    assertThat(file).doesNotExist();
    assertThat(rechecks).hasPositiveValue();
    ServedCatalogue awaited = view.get().catalogue();

    now = now.plus(ViewBuilder.LONGEST_WAIT);
    builder.build();
    assertThat(view.get().isWhole(clock.instant())).isTrue();
    assertThat(view.get().catalogue().awaiting()).containsExactly(Source.LIVEBENCH);
    assertThat(file).exists();

    status(ended(Source.LIVEBENCH));
    builder.build();
    assertThat(view.get().catalogue().awaiting()).isEmpty();
    assertThat(view.get().catalogue().entityTag()).isNotEqualTo(awaited.entityTag());
  }

  @Test
  void sourceThatEndedIsAwaitedUntilItsRecordsAreInTheTable() {
    status(
        new SourceStatusBuilder(ended(Source.LIVEBENCH))
            .records("livebench-1", FIRST, 3, SourceStatus.Origin.LIVE)
            .build());
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();

    assertThat(view.get().catalogue().awaiting()).containsExactly(Source.LIVEBENCH);
  }

  @Test
  void aPullIsAppliedWhenTheTableIsExactlyTheRuns() throws IOException {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    EnrichedModel two = model("b/two").score(CODING, 70).build();
    put(one);
    run(FIRST, "pull-1", one, two);
    builder.build();
    assertThat(view.get().freshness().applied()).isEmpty();
    assertThat(view.get().catalogue().size()).isZero();
    assertThat(file).doesNotExist();

    put(two);
    builder.build();
    assertThat(view.get().freshness().applied()).containsKey(Source.OPENROUTER);
    assertThat(view.get().freshness().lastRefresh()).isEqualTo(FIRST);
    JsonNode written = Json.MAPPER.readTree(file.toFile());
    assertThat(written.at("/data/0/id").asText()).isEqualTo("a/one");
    assertThat(written.at("/meta/total").asInt()).isEqualTo(2);
    assertThat(written.at("/meta/lastRefresh").asText()).isEqualTo(FIRST.toString());
  }

  @Test
  void halfAppliedTablesKeepTheLastRefresh() {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();

    EnrichedModel better = model("a/one").score(CODING, 90).build();
    run(SECOND, "pull-2", better);
    builder.build();
    assertThat(view.get().freshness().lastRefresh()).isEqualTo(FIRST);

    put(better);
    builder.build();
    assertThat(view.get().freshness().lastRefresh()).isEqualTo(SECOND);
  }

  @Test
  void theFileIsWrittenOncePerSetOfPulls() throws IOException {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();
    Files.delete(file);

    run(SECOND, "pull-1", one);
    builder.build();
    assertThat(file).doesNotExist();

    run(SECOND, "pull-2", one);
    builder.build();
    assertThat(file).exists();
    assertThat(folder).isDirectoryContaining("glob:**/models.json");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void removedModelsAreNotServed() {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-0", one);
    builder.build();
    table(Topics.ENRICHED_MODELS).clear();
    run(FIRST, "pull-1");
    builder.build();
    assertThat(view.get().catalogue().find(CanonicalId.of("a/one"))).isEmpty();
    assertThat(view.get().freshness().applied()).containsKey(Source.OPENROUTER);
  }

  @Test
  void aStatusAloneChangesNothingAboutModels() {
    EnrichedModel one = model("a/one").score(CODING, 80).build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();
    ServedCatalogue before = view.get().catalogue();
    status(SourceStatus.never(Source.OPENROUTER));
    builder.build();
    assertThat(view.get().catalogue()).isSameAs(before);
  }

  @Test
  void theFileLeavesEvidenceOutAndKeepsEstimates() throws IOException {
    EnrichedModel one =
        model("a/one")
            .score(CODING, 80)
            .estimate(CODING, 74, 2, 3)
            .evidence("artificial-analysis/coding_index", 48, null)
            .build();
    put(one);
    run(FIRST, "pull-1", one);
    builder.build();
    JsonNode written = Json.MAPPER.readTree(file.toFile()).at("/data/0");
    assertThat(written.has("evidence")).isFalse();
    assertThat(written.at("/estimates/coding/low").asDouble()).isEqualTo(72);
  }

  @Test
  void namesAreLeftAsTheyAre() {
    UnresolvedNames names = new UnresolvedNames(List.of(), "others");
    view.publish(names);
    put(model("a/one").score(CODING, 80).build());
    builder.build();
    assertThat(view.get().names()).isSameAs(names);
    assertThat(reads).doesNotContain(Topics.UNRESOLVED_NAMES.name());
  }

  private Map<String, byte[]> read(Topic<?, ?> topic) {
    reads.add(topic.name());
    return table(topic);
  }

  private ViewBuilder builder(Path folder) {
    return new ViewBuilder(
        this::read,
        RankingSetting.EVIDENCE,
        new ModelsFile(folder),
        view,
        clock,
        rechecks::incrementAndGet);
  }

  private Map<String, byte[]> table(Topic<?, ?> topic) {
    return tables.computeIfAbsent(topic.name(), name -> new HashMap<>());
  }

  private void put(EnrichedModel model) {
    table(Topics.ENRICHED_MODELS).put(model.id().value(), bytes(Topics.ENRICHED_MODELS, model));
  }

  private void status(SourceStatus status) {
    table(Topics.SOURCE_STATUS).put(status.source().id(), bytes(Topics.SOURCE_STATUS, status));
  }

  /** Pulled without a record. */
  private static SourceStatus ended(Source source) {
    return new SourceStatusBuilder(source)
        .outcome(SourceStatus.Outcome.OK, null)
        .finishedAt(FIRST)
        .build();
  }

  private void run(Instant at, String pull, EnrichedModel... models) {
    TableFingerprint fingerprint = new TableFingerprint();
    for (EnrichedModel model : models) {
      fingerprint.change(model.id().value(), null, bytes(Topics.ENRICHED_MODELS, model));
    }
    EnrichmentRun run =
        new EnrichmentRun(
            at,
            models.length,
            fingerprint.value(),
            Map.of(Source.OPENROUTER, pull),
            at,
            Map.of(),
            null,
            Map.of(),
            closed);
    table(Topics.ENRICHMENT_RUNS).put(EnrichmentRun.KEY, bytes(Topics.ENRICHMENT_RUNS, run));
  }

  private static <V> byte[] bytes(Topic<?, V> topic, V value) {
    return topic.valueSerde().serializer().serialize(topic.name(), value);
  }

  private JsonNode status() throws IOException {
    Response response = new StatusEndpoint(view, clock).answer(new QueryRequest("", ""));
    return Json.MAPPER.readTree(response.body().array()).path("data");
  }
}
