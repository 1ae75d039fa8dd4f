package dev.smartspawn.worker.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stub.TestResults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoldTopologyTest {

  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final SpawnId ID = new SpawnId("job-1");
  private static final RecordPosition RECORD = new RecordPosition(0, 0);

  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> requests;
  private TestInputTopic<SpawnId, SpawnEvent> events;
  private TestOutputTopic<SpawnId, SpawnResult> results;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void start() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    driver = new TopologyTestDriver(FoldTopology.build(StateHistory.NONE), config, NOON);
    requests =
        driver.createInputTopic(
            Topics.SPAWN_REQUESTS.name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            NOON,
            Duration.ZERO);
    events =
        driver.createInputTopic(
            Topics.SPAWN_EVENTS.name(),
            Topics.SPAWN_EVENTS.keySerde().serializer(),
            Topics.SPAWN_EVENTS.valueSerde().serializer(),
            NOON,
            Duration.ZERO);
    results =
        driver.createOutputTopic(
            Topics.SPAWN_RESULTS.name(),
            Topics.SPAWN_RESULTS.keySerde().deserializer(),
            Topics.SPAWN_RESULTS.valueSerde().deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void firstEndIsTheResultAndLaterOnesAreNot() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", new SpawnStep.Finished(result("first")));
    write("b", new SpawnStep.Finished(result("second")));

    assertThat(results.readValuesToList()).extracting(SpawnResult::answer).containsExactly("first");
  }

  @Test
  void costIsTakenFromTheLedger() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("lost", "0.5"));
    write("b", new SpawnStep.Claimed(RECORD, 2));
    write("a", started("void", "0.7"));
    write("b", started("paid", "0.3"));
    write(
        "b",
        new SpawnStep.CallFinished(
            "paid", "x", null, false, new TokenUsage(1, 2), Usd.of("0.00000001"), true, false, 1));
    write("b", new SpawnStep.Finished(result("x")));

    SpawnResult result = results.readValue();
    assertThat(result.costUsd()).isEqualTo(Usd.of("0.50000001"));
    assertThat(result.calls()).isEqualTo(2);
    assertThat(result.ambiguousCalls()).isEqualTo(1);
  }

  @Test
  void missedDeadlineIsAFailure() {
    publish("{\"task\":\"t\",\"id\":\"job-1\",\"timeoutSeconds\":10}");

    driver.advanceWallClockTime(Duration.ofSeconds(9));
    assertThat(results.isEmpty()).isTrue();
    driver.advanceWallClockTime(Duration.ofSeconds(2));

    SpawnResult result = results.readValue();
    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons()).containsExactly("no worker took it before its deadline");
    driver.advanceWallClockTime(Duration.ofSeconds(60));
    assertThat(results.isEmpty()).isTrue();
  }

  @Test
  void cancellationEndsTheSpawnAndCountsOpenCalls() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("open", "0.25"));
    write(null, new SpawnStep.CancelRequested("somebody"));
    write("a", new SpawnStep.Finished(result("too late")));

    List<SpawnResult> all = results.readValuesToList();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).status()).isEqualTo(SpawnStatus.CANCELLED);
    assertThat(all.get(0).costUsd()).isEqualTo(Usd.of("0.25"));
    assertThat(all.get(0).reasons()).containsExactly("cancelled by somebody");
  }

  @Test
  void invalidSecondRecordDoesNotAffectTheFirst() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    publish("{\"id\":\"job-1\"}");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", new SpawnStep.Finished(result("fine")));

    assertThat(results.readValuesToList()).extracting(SpawnResult::answer).containsExactly("fine");
  }

  @Test
  void requestWithoutAnIdIsNamedByItsPosition() {
    publish("{}");

    SpawnResult result = results.readValue();
    assertThat(result.id()).isEqualTo(SpawnId.ofPosition(0, 0));
    assertThat(result.reasons()).containsExactly("'task' is missing or blank: expected a text");
  }

  @Test
  void unreadableRecordBecomesADeadLetter() {
    publish("no json");

    TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
    assertThat(letter.value()).isEqualTo("no json".getBytes(StandardCharsets.UTF_8));
    assertThat(letter.headers().lastHeader("smart-spawn-reason").value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("not valid JSON");
    assertThat(results.isEmpty()).isTrue();
  }

  @Test
  void ofAnEndedSpawnOnlyItsEndIsKept() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    assertThat(kept("spawns")).isEqualTo(1);
    write("a", new SpawnStep.Finished(result("first")));

    assertThat(kept("spawns")).isZero();
    assertThat(kept("due")).isZero();
    assertThat(kept("ended")).isEqualTo(1);
  }

  @Test
  void endIsRememberedWhileItsRequestCanBeDelivered() {
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("a", new SpawnStep.Finished(result("first")));

    driver.advanceWallClockTime(Duration.ofDays(30));
    publish("{\"task\":\"t\",\"id\":\"job-1\"}");
    write("b", new SpawnStep.Finished(result("second")));
    assertThat(results.readValuesToList()).extracting(SpawnResult::answer).containsExactly("first");

    driver.advanceWallClockTime(Duration.ofDays(1));
    assertThat(kept("ended")).isZero();
  }

  /** Without the mark that every store has. */
  private long kept(String store) {
    return driver.getKeyValueStore(store).approximateNumEntries() - 1;
  }

  private void publish(String json) {
    requests.pipeInput(null, json.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String attemptId, SpawnStep step) {
    events.pipeInput(ID, new SpawnEvent(ID, NOON, attemptId, step));
  }

  private static SpawnStep.CallStarted started(String callId, String reserved) {
    return new SpawnStep.CallStarted(
        callId, "answer", CanonicalId.of("maker/model"), "openrouter", Usd.of(reserved));
  }

  private static SpawnResult result(String answer) {
    return TestResults.completed(ID, answer, NOON);
  }
}
