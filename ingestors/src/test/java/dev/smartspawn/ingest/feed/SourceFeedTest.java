package dev.smartspawn.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.ingest.Fault;
import dev.smartspawn.ingest.Fetching;
import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.StubHost;
import dev.smartspawn.ingest.artificialanalysis.ArtificialAnalysisReader;
import dev.smartspawn.ingest.openrouter.OpenRouterReader;
import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFeedTest {

  private static final Instant NOW = Instant.parse("2026-07-22T10:00:00Z");
  private static final PullSchedule SCHEDULE =
      new PullSchedule(Duration.ofHours(6), Duration.ofMinutes(1));
  private static final SourceStatus NEVER = SourceStatus.never(Source.OPENROUTER);

  @TempDir Path referenceDir;
  private final StubHost host = new StubHost();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void recordsCarryThePullThatBroughtThem() throws Exception {
    offer(1);

    PullResult<Raw<OpenRouterModel>> result = feed().pull(pull(NEVER, 0));

    Raw<OpenRouterModel> value = everything(result).values().get("maker/m0");
    assertThat(value.pullId()).isEqualTo("openrouter@2026-07-22T10:00:00Z");
    assertThat(value.pulledAt()).isEqualTo(NOW);
    assertThat(result.requests()).isEqualTo(1);
  }

  @Test
  void pullIdAloneMakesNoDifference() throws Exception {
    offer(1);
    Raw<OpenRouterModel> one = everything(feed().pull(pull(NEVER, 0))).values().get("maker/m0");
    Raw<OpenRouterModel> later = new Raw<>("later", NOW.plusSeconds(1), one.record());

    assertThat(feed().hasSameContent(one, later)).isTrue();
  }

  @Test
  void shrunkAnswerIsRefused() throws Exception {
    offer(7);

    assertThat(reason(feed().pull(pull(live(10), 10))))
        .isEqualTo("OpenRouter sent 7 records where it last had 10: expected at least 8 (80 %)");
  }

  @Test
  void snapshotReplacesASourceThatWasNeverReached() throws Exception {
    host.misbehave(Fault.SERVER_ERROR);
    writeSnapshot(2);

    PullResult.Failed<Raw<OpenRouterModel>> failed = failed(feed().pull(pull(NEVER, 0)));

    PullResult.StandIn<Raw<OpenRouterModel>> standIn = failed.standIn().orElseThrow();
    assertThat(standIn.asOf()).isEqualTo(LocalDate.of(2026, 7, 22));
    assertThat(standIn.values()).containsOnlyKeys("maker/m0", "maker/m1");
    assertThat(failed.reason()).contains("answered 500");
    assertThat(failed.requests()).isEqualTo(4);
  }

  @Test
  void snapshotDoesNotReplaceRecordsOfTheSource() throws Exception {
    host.misbehave(Fault.SERVER_ERROR);
    writeSnapshot(2);

    assertThat(failed(feed().pull(pull(live(10), 10))).standIn()).isEmpty();
  }

  @Test
  void snapshotServedAlreadyIsOfferedAgain() throws Exception {
    host.misbehave(Fault.SERVER_ERROR);
    writeSnapshot(3);

    assertThat(failed(feed().pull(pull(status(2, Origin.SNAPSHOT), 2))).standIn()).isPresent();
  }

  @Test
  void missingSnapshotLeavesNothing() throws Exception {
    host.misbehave(Fault.SERVER_ERROR);

    assertThat(failed(feed().pull(pull(NEVER, 0))).standIn()).isEmpty();
  }

  @Test
  void brokenSnapshotIsReported() throws Exception {
    host.misbehave(Fault.SERVER_ERROR);
    Path file = OfflineSnapshot.fileOf(referenceDir, Source.OPENROUTER);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"asOf\": \"2026-07-22\"}");

    assertThat(reason(feed().pull(pull(NEVER, 0))))
        .contains("answered 500")
        .contains("openrouter.json cannot be read");
  }

  @Test
  void disabledSourceIsNotFilled() throws Exception {
    writeSnapshot(2);
    var feed =
        new SourceFeed<>(
            new ArtificialAnalysisReader(host.address(), null),
            SCHEDULE,
            OfflineSnapshot.fileOf(referenceDir, Source.OPENROUTER),
            Fetching::fetcher);

    assertThat(feed.pull(pull(NEVER, 0))).isInstanceOf(PullResult.Disabled.class);
  }

  @Test
  void conditionIsSentOnlyWhileAllItsRecordsAreHeld() throws Exception {
    host.route(
        "/api/v1/models",
        asked ->
            asked.headers().containsKey("If-None-Match")
                ? Reply.status(304)
                : Reply.json(answer(10)).with("ETag", "\"1\""));
    Map<String, String> validators = everything(feed().pull(pull(NEVER, 0))).validators();
    SourceStatus known = new SourceStatusBuilder(live(10)).validators(validators).build();
    SourceStatus snapshot =
        new SourceStatusBuilder(status(10, Origin.SNAPSHOT)).validators(validators).build();

    assertThat(feed().pull(pull(known, 10))).isInstanceOf(PullResult.Unchanged.class);
    assertThat(feed().pull(pull(known, 9))).isInstanceOf(PullResult.Complete.class);
    assertThat(feed().pull(pull(snapshot, 10))).isInstanceOf(PullResult.Complete.class);
  }

  private SourceFeed<OpenRouterModel> feed() {
    return new SourceFeed<>(
        new OpenRouterReader(host.address()),
        SCHEDULE,
        OfflineSnapshot.fileOf(referenceDir, Source.OPENROUTER),
        Fetching::fetcher);
  }

  private void offer(int models) {
    host.route("/api/v1/models", Reply.json(answer(models)));
  }

  private static String answer(int models) {
    String entries =
        IntStream.range(0, models)
            .mapToObj(
                i ->
                    """
                    {"id": "maker/m%d", "name": "M", "pricing": {"prompt": "0", "completion": "0"}}
                    """
                        .formatted(i))
            .collect(Collectors.joining(","));
    return "{\"data\": [" + entries + "]}";
  }

  private void writeSnapshot(int models) throws Exception {
    String records =
        IntStream.range(0, models)
            .mapToObj(
                i ->
                    """
                    {"id": "maker/m%d", "name": "M", "contextLength": 1000,
                     "pricing": {"prompt": 0.000001, "completion": 0.000002}}
                    """
                        .formatted(i))
            .collect(Collectors.joining(","));
    Path file = OfflineSnapshot.fileOf(referenceDir, Source.OPENROUTER);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"asOf\": \"2026-07-22\", \"records\": [" + records + "]}");
  }

  private static PullContext pull(SourceStatus last, int held) {
    Set<String> keys =
        IntStream.range(0, held).mapToObj(i -> "maker/m" + i).collect(Collectors.toSet());
    return new PullContext(Source.OPENROUTER, NOW, last, keys);
  }

  private static SourceStatus live(int count) {
    return status(count, Origin.LIVE);
  }

  private static SourceStatus status(int count, @Nullable Origin origin) {
    return new SourceStatusBuilder(NEVER)
        .records(pull(NEVER, 0).pullId(), pull(NEVER, 0).begunAt(), count, origin)
        .build();
  }

  private static PullResult.Complete<Raw<OpenRouterModel>> everything(
      PullResult<Raw<OpenRouterModel>> result) {
    return (PullResult.Complete<Raw<OpenRouterModel>>) result;
  }

  private static PullResult.Failed<Raw<OpenRouterModel>> failed(
      PullResult<Raw<OpenRouterModel>> result) {
    return (PullResult.Failed<Raw<OpenRouterModel>>) result;
  }

  private static String reason(PullResult<Raw<OpenRouterModel>> result) {
    return failed(result).reason();
  }
}
