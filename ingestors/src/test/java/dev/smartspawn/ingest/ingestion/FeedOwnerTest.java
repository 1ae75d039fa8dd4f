package dev.smartspawn.ingest.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.smartspawn.ingest.feed.Feed;
import dev.smartspawn.ingest.feed.PullContext;
import dev.smartspawn.ingest.feed.PullResult;
import dev.smartspawn.ingest.publication.CommandPosition;
import dev.smartspawn.ingest.publication.FeedPublisher;
import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the decisions of a partition's owner. Kafka's own mock producer replaces Kafka. */
class FeedOwnerTest {

  private static final Instant START = Instant.parse("2026-07-22T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final ExecutorService puller = Executors.newSingleThreadExecutor();
  private final PullableFeed feed = new PullableFeed();
  private final Map<String, Alias> held = new HashMap<>();
  private SourceStatus before = SourceStatus.never(Source.OPENROUTER);
  private FeedOwner<Alias> owner = open();

  @AfterEach
  void close() {
    owner.close();
    puller.shutdownNow();
  }

  @Test
  void firstPullBeginsAtOnceAndIsAnnounced() {
    owner.beginPull();

    SourceStatus status = lastStatus();
    assertThat(status.isUnderWay()).isTrue();
    assertThat(status.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(status.attemptedAt()).isEqualTo(START);
    assertThat(status.notBefore()).isEqualTo(START.plus(MINUTE));
    assertThat(status.nextPull()).isEqualTo(START.plus(Duration.ofHours(6)));
    assertThat(owner.isIdle()).isFalse();
  }

  @Test
  void outcomeChangesAndOffsetsCommitTogether() {
    pull(everything("a", "b"));

    assertThat(published("reference-aliases")).containsOnlyKeys("a", "b");
    SourceStatus status = lastStatus();
    assertThat(status.outcome()).isEqualTo(Outcome.OK);
    assertThat(status.pullId()).isEqualTo("openrouter@2026-07-22T10:00:00Z");
    assertThat(status.lastPull()).isEqualTo(START);
    assertThat(status.count()).isEqualTo(2);
    assertThat(status.origin()).isEqualTo(Origin.LIVE);
    assertThat(status.rawEndOffset()).isEqualTo(2);
    assertThat(status.finishedAt()).isEqualTo(START.plusSeconds(3));
    assertThat(status.durationMillis()).isEqualTo(3000);
    assertThat(status.requests()).isEqualTo(5);
    assertThat(status.validators()).containsEntry("address", "tag");
    assertThat(status.isUnderWay()).isFalse();
    assertThat(producer.consumerGroupOffsetsHistory().get(0).values())
        .containsExactly(
            Map.of(new TopicPartition("refresh-commands", 0), new OffsetAndMetadata(42)));
    assertThat(producer.commitCount()).as("announcement and outcome").isEqualTo(2);
  }

  @Test
  void secondPullWithoutNewsPublishesOnlyItsOutcome() {
    pull(everything("a", "b"));
    long end = lastStatus().rawEndOffset();
    producer.clear();
    clock.advance(MINUTE);
    owner.command(1);

    pull(everything("a", "b"));

    assertThat(published("reference-aliases")).isEmpty();
    assertThat(lastStatus().rawEndOffset()).isEqualTo(end);
    assertThat(lastStatus().tally().unchanged()).isEqualTo(2);
    assertThat(lastStatus().lastPull()).isAfter(START);
  }

  @Test
  void vanishedRecordsBecomeTombstonesAndComeFirst() {
    pull(everything("a", "b", "c"));
    producer.clear();
    clock.advance(MINUTE);
    owner.command(1);

    pull(everything("a", "b"));

    List<ProducerRecord<byte[], byte[]>> records = recordsOf("reference-aliases");
    assertThat(records).hasSize(2);
    assertThat(records.get(0).value()).isNull();
    assertThat(text(records.get(0).key())).isEqualTo("c");
    assertThat(records.get(1).value()).isNotNull();
  }

  /** A pull takes seconds, and tombstones have no other time than their record's. */
  @Test
  void everyRecordHasTheTimeOfItsPull() {
    pull(everything("a", "b"));
    assertThat(producer.history()).hasSize(4).allMatch(record -> time(record).equals(START));
    producer.clear();
    clock.advance(MINUTE);
    Instant begun = clock.instant();
    owner.command(1);

    pull(everything("b", "c"));

    assertThat(producer.history()).filteredOn(record -> record.value() == null).hasSize(1);
    assertThat(producer.history()).allMatch(record -> time(record).equals(begun));
    assertThat(lastStatus().attemptedAt()).isEqualTo(begun);
  }

  private static Instant time(ProducerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }

  @Test
  void failureKeepsWhatIsHeld() {
    pull(everything("a", "b"));
    producer.clear();
    clock.advance(MINUTE);
    owner.command(1);

    pull(PullResult.Failed.of("it answered 500", 4));

    SourceStatus status = lastStatus();
    assertThat(published("reference-aliases")).isEmpty();
    assertThat(status.outcome()).isEqualTo(Outcome.STALE);
    assertThat(status.reason()).isEqualTo("it answered 500");
    assertThat(status.count()).isEqualTo(2);
    assertThat(status.pullId()).isEqualTo("openrouter@2026-07-22T10:00:00Z");
    assertThat(status.lastPull()).isEqualTo(START);
    assertThat(status.validators()).containsEntry("address", "tag");
    assertThat(status.nextPull()).isEqualTo(status.finishedAt().plus(Duration.ofMinutes(15)));
  }

  @Test
  void failureWithoutHeldRecordsIsAnError() {
    pull(PullResult.Failed.of("it answered 500", 4));

    assertThat(lastStatus().outcome()).isEqualTo(Outcome.ERROR);
    assertThat(lastStatus().pullId()).isNull();
    assertThat(lastStatus().rawEndOffset()).isZero();
  }

  @Test
  void longRetryAfterDelaysTheNextPull() {
    pull(
        new PullResult.Failed<>(
            "it answered 429", 1, Optional.of(Duration.ofMinutes(40)), Optional.empty()));

    Instant asked = START.plusSeconds(3).plus(Duration.ofMinutes(40));
    assertThat(lastStatus().notBefore()).isEqualTo(asked);
    assertThat(lastStatus().nextPull()).isEqualTo(asked);
  }

  @Test
  void firstRealPullReplacesTheWholeSnapshot() {
    pull(standIn("x", "y"));

    assertThat(published("reference-aliases")).containsOnlyKeys("x", "y");
    assertThat(lastStatus().outcome()).isEqualTo(Outcome.STALE);
    assertThat(lastStatus().origin()).isEqualTo(Origin.SNAPSHOT);
    assertThat(lastStatus().count()).isEqualTo(2);
    assertThat(lastStatus().reason())
        .isEqualTo("no connection; the snapshot of 2026-07-22 is served");

    clock.advance(MINUTE);
    owner.command(1);
    producer.clear();
    pull(everything("y"));

    assertThat(published("reference-aliases")).containsEntry("x", "").containsKey("y");
    assertThat(lastStatus().outcome()).isEqualTo(Outcome.OK);
    assertThat(lastStatus().origin()).isEqualTo(Origin.LIVE);
  }

  @Test
  void snapshotServedAgainIsNotANewPull() {
    pull(standIn("x", "y"));
    String pullId = lastStatus().pullId();
    producer.clear();
    clock.advance(MINUTE);
    owner.command(1);

    pull(standIn("x", "y"));

    assertThat(published("reference-aliases")).isEmpty();
    assertThat(lastStatus().pullId()).isEqualTo(pullId);
    assertThat(lastStatus().origin()).isEqualTo(Origin.SNAPSHOT);
  }

  @Test
  void disabledSourceMayBeAskedAsSoonAsThereIsAKey() {
    pull(new PullResult.Disabled<>("no key", 0));

    assertThat(lastStatus().outcome()).isEqualTo(Outcome.DISABLED);
    assertThat(lastStatus().notBefore()).isNull();
    assertThat(lastStatus().attemptedAt()).isNull();
  }

  @Test
  void disabledSourceKeepsWhatItHas() {
    pull(everything("a"));
    clock.advance(MINUTE);
    owner.command(1);

    pull(new PullResult.Disabled<>("no key", 0));

    assertThat(lastStatus().outcome()).isEqualTo(Outcome.DISABLED);
    assertThat(lastStatus().count()).isEqualTo(1);
    assertThat(lastStatus().pullId()).isNotNull();
  }

  @Test
  void commandDuringAPullJoinsIt() {
    owner.beginPull();
    owner.command(1);
    owner.command(3);
    end(everything("a"));
    clock.advance(MINUTE);
    owner.beginPull();

    assertThat(owner.isIdle()).as("no further pull").isTrue();
  }

  @Test
  void commandBeforeTheMinimumIntervalIsRefused() {
    pull(everything("a"));
    int told = producer.history().size();
    owner.command(1);
    clock.advance(MINUTE);
    owner.beginPull();

    assertThat(owner.isIdle()).as("nothing was put off").isTrue();
    assertThat(producer.history()).hasSize(told);
  }

  @Test
  void commandAfterTheMinimumIntervalStartsAPull() {
    pull(everything("a"));
    clock.advance(MINUTE);
    owner.command(1);
    owner.beginPull();

    assertThat(owner.isIdle()).isFalse();
  }

  @Test
  void scheduleStartsAPull() {
    pull(everything("a"));
    clock.advance(Duration.ofHours(6).minusSeconds(4));
    owner.beginPull();
    assertThat(owner.isIdle()).isTrue();

    clock.advance(Duration.ofSeconds(1));
    owner.beginPull();
    assertThat(owner.isIdle()).isFalse();
  }

  @Test
  void restartInAPullWaitsForTheMinimumInterval() {
    owner.beginPull();
    before = lastStatus();
    FeedOwner<Alias> restarted = open();
    clock.advance(MINUTE.minusMillis(1));
    restarted.beginPull();
    assertThat(restarted.isIdle()).isTrue();

    clock.advance(Duration.ofMillis(1));
    restarted.beginPull();
    assertThat(restarted.isIdle()).isFalse();
  }

  @Test
  void unexpectedFailureIsReportedAndSurvived() {
    feed.deliveries.add(
        () -> {
          throw new IllegalStateException("a bug");
        });
    owner.beginPull();
    finish();

    assertThat(lastStatus().outcome()).isEqualTo(Outcome.ERROR);
    assertThat(lastStatus().reason()).isEqualTo("an unexpected error, see the log");
  }

  @Test
  void quietFeedReportsOnlyChanges() {
    feed.reporting = Feed.Reporting.CHANGES;
    pull(everything("a"));
    assertThat(producer.history()).as("record and status, no announcement").hasSize(2);
    clock.advance(MINUTE);
    owner.command(1);
    pull(everything("a"));
    assertThat(producer.history()).hasSize(2);

    clock.advance(MINUTE);
    owner.command(1);
    pull(PullResult.Failed.of("line 3: a tab", 0));
    assertThat(lastStatus().outcome()).isEqualTo(Outcome.STALE);
    assertThat(producer.history()).hasSize(3);
  }

  @Test
  void emptiedTableHasNoEnd() {
    feed.reporting = Feed.Reporting.CHANGES;
    pull(everything("a"));
    clock.advance(MINUTE);
    owner.command(1);

    pull(everything());

    assertThat(lastStatus().rawEndOffset()).isZero();
    assertThat(lastStatus().count()).isZero();
    assertThat(lastStatus().origin()).isNull();
  }

  private FeedOwner<Alias> open() {
    if (!producer.transactionInitialized()) {
      return new FeedOwner<>(feed, new FeedPublisher(producer), puller, clock, held, before);
    }
    MockProducer<byte[], byte[]> next =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    return new FeedOwner<>(feed, new FeedPublisher(next), puller, clock, held, before);
  }

  private void pull(PullResult<Alias> result) {
    owner.beginPull();
    end(result);
  }

  private void end(PullResult<Alias> result) {
    feed.deliveries.add(() -> result);
    clock.advance(Duration.ofSeconds(3));
    finish();
  }

  private void finish() {
    await()
        .until(
            () -> {
              owner.finishPull(FeedOwnerTest::position);
              return owner.isIdle();
            });
  }

  private static CommandPosition position() {
    return new CommandPosition(
        Map.of(new TopicPartition("refresh-commands", 0), new OffsetAndMetadata(42)),
        new MockConsumer<byte[], byte[]>("earliest").groupMetadata());
  }

  private static PullResult.Complete<Alias> everything(String... names) {
    return PullResult.Complete.of(values(names), 0, Map.of(), Map.of("address", "tag"), 5);
  }

  private static PullResult<Alias> standIn(String... names) {
    return new PullResult.Failed<>(
        "no connection",
        4,
        Optional.empty(),
        Optional.of(new PullResult.StandIn<>(LocalDate.of(2026, 7, 22), values(names))));
  }

  private static Map<String, Alias> values(String... names) {
    Map<String, Alias> values = new LinkedHashMap<>();
    for (String name : names) {
      values.put(name, new Alias(name, CanonicalId.of("maker/model")));
    }
    return values;
  }

  /** The key and value of each published record, with "" for a tombstone. */
  private Map<String, String> published(String topic) {
    Map<String, String> values = new LinkedHashMap<>();
    recordsOf(topic)
        .forEach(r -> values.put(text(r.key()), r.value() == null ? "" : text(r.value())));
    return values;
  }

  private List<ProducerRecord<byte[], byte[]>> recordsOf(String topic) {
    return producer.history().stream().filter(r -> r.topic().equals(topic)).toList();
  }

  private SourceStatus lastStatus() {
    List<ProducerRecord<byte[], byte[]>> told = recordsOf("source-status");
    return Topics.SOURCE_STATUS
        .valueSerde()
        .deserializer()
        .deserialize("source-status", told.get(told.size() - 1).value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A feed whose pulls run until the test provides their results. */
  private static final class PullableFeed implements Feed<Alias> {

    private final BlockingQueue<java.util.function.Supplier<PullResult<Alias>>> deliveries =
        new LinkedBlockingQueue<>();
    private Reporting reporting = Reporting.EVERY_PULL;

    @Override
    public Source source() {
      return Source.OPENROUTER;
    }

    @Override
    public Topic<?, Alias> topic() {
      return Topics.REFERENCE_ALIASES;
    }

    @Override
    public PullTiming timing() {
      return new PullSchedule(Duration.ofHours(6), MINUTE);
    }

    @Override
    public Reporting reporting() {
      return reporting;
    }

    @Override
    public boolean hasSameContent(Alias one, Alias other) {
      return one.equals(other);
    }

    @Override
    public PullResult<Alias> pull(PullContext pull) throws InterruptedException {
      return deliveries.take().get();
    }
  }

  private static final class MovableClock extends Clock {

    private Instant now = START;

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
