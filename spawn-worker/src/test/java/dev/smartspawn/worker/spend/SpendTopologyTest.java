package dev.smartspawn.worker.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.AnswerLength;
import dev.smartspawn.schema.price.Baseline;
import dev.smartspawn.schema.price.BaselineKind;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestBuilder;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;

class SpendTopologyTest {

  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-07-22");
  private static final SpawnId ID = new SpawnId("job-1");
  private static final RecordPosition RECORD = new RecordPosition(0, 0);
  private static final CanonicalId MODEL = CanonicalId.of("maker/model");
  private static final PriceReference PRICE = PriceReference.ofRecord("raw-openrouter", 0, 7);
  private static final CallLabels ANSWER =
      new CallLabels("default", SpawnMode.CASCADE, Category.CODING, CallPurpose.ANSWER);

  /** An event and the time at which it was written. */
  private record Written(SpawnEvent event, Instant at) {}

  private final List<Written> log = new ArrayList<>();
  private Instant now = NOON;

  @Test
  void callCountsAtItsReservationAndThenAtItsCost() {
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("c", "0.5"));
    assertThat(rows(log)).containsOnlyKeys(key(DAY, CallPurpose.ANSWER));
    assertThat(rows(log).values())
        .containsExactly(
            new SpendRow(Usd.of("0.5"), Usd.of("0.5"), 1, 1, 0, 0, 0, TokenUsage.NONE, 0, 0, 0));

    write("a", finished("c", "0.2", 30));

    assertThat(rows(log).values())
        .containsExactly(
            new SpendRow(
                Usd.of("0.2"), Usd.ZERO, 1, 0, 0, 0, 0, new TokenUsage(10, 30), 1, 30, 900));
  }

  @Test
  void callOfUnknownOutcomeStaysAmbiguous() {
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("c", "0.5"));
    write(
        "a",
        new SpawnStep.CallAmbiguous("c", FailureKind.TIMEOUT, "too late", Usd.of("0.5"), null));

    SpendRow row = rows(log).values().iterator().next();
    assertThat(row.costUsd()).isEqualTo(row.ambiguousUsd()).isEqualTo(Usd.of("0.5"));
    assertThat(row.ambiguousCalls()).isEqualTo(1);
  }

  @Test
  void callIsChargedToTheDayOnWhichItBegan() {
    now = Instant.parse("2026-07-22T23:59:59Z");
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("c", "0.5"));
    now = Instant.parse("2026-07-23T00:00:03Z");
    write("a", finished("c", "0.2", 30));

    assertThat(rows(log)).containsOnlyKeys(key(DAY, CallPurpose.ANSWER));
  }

  @Test
  void eventsThatDoNotCountCostNothing() {
    write("a", started("unclaimed", "0.5"));
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("b", new SpawnStep.Claimed(RECORD, 2));
    write("a", started("lost", "0.5"));
    write("b", new SpawnStep.Finished(result()));
    write("b", started("late", "0.5"));

    assertThat(rows(log)).isEmpty();
  }

  @Test
  void eventsOfOlderReleasesAreLabelledByTheirSpawn() {
    SpawnRequest request =
        new SpawnRequestBuilder(SpawnRequest.of("t")).mode(SpawnMode.CASCADE).build();
    write(null, new SpawnStep.Requested(RECORD, request, now.plusSeconds(60)));
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", new SpawnStep.Planned("answer", List.of(), Category.CODING));
    write("a", new SpawnStep.CallStarted("c", "judge", MODEL, "openrouter", Usd.of("0.5")));

    Map<SpendKey, SpendRow> rows = rows(log);
    assertThat(rows).containsOnlyKeys(key(DAY, CallPurpose.JUDGE));
    assertThat(rows.values().iterator().next().unpricedCalls()).isEqualTo(1);
  }

  @Test
  void endedSpawnIsComparedWithEachBaseline() {
    Baseline best =
        Baseline.of(
            BaselineKind.BEST,
            CanonicalId.of("maker/expensive"),
            ModelPrice.of("10", "50"),
            PRICE,
            1_000,
            new AnswerLength(2_000, 1_000, 4_000, AnswerLength.Basis.OBSERVED));
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", started("c", "0.5"));
    write("a", finished("c", "0.2", 30));
    write("a", new SpawnStep.Judged(9, 7, "right"));
    write("a", new SpawnStep.Finished(completed(), List.of(best)));
    write("b", new SpawnStep.Finished(completed(), List.of(best)));

    assertThat(savings(log))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "2026-07-22 default coding cascade goodEnough - - 0",
                new SavingsRow(1, Usd.of("0.2"), Usd.ZERO, Usd.ZERO, Usd.ZERO),
                "2026-07-22 default coding cascade goodEnough best maker/expensive 0",
                new SavingsRow(1, Usd.of("0.2"), Usd.of("0.11"), Usd.of("0.06"), Usd.of("0.21"))));
  }

  @Test
  void endOfCascadeSaysWhatBecameOfTheCheapAnswer() {
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", new SpawnStep.Judged(3, 7, "wrong"));
    write("a", new SpawnStep.Finished(completed()));
    assertThat(savings(log).keySet()).allMatch(key -> key.contains(" cascade kept "));

    log.remove(log.size() - 1);
    write("a", new SpawnStep.Escalated("scored 3, below 7"));
    write("a", new SpawnStep.Finished(completed()));
    assertThat(savings(log).keySet()).allMatch(key -> key.contains(" cascade escalated "));
  }

  @Test
  void dryRunIsNoSpawnThatCostSomething() {
    SpawnResult planned = SpawnResult.builder(ID, SpawnStatus.COMPLETED, NOON).dryRun(true).build();
    write("a", new SpawnStep.Claimed(RECORD, 1));
    write("a", new SpawnStep.Finished(planned));

    assertThat(savings(log)).isEmpty();
  }

  @Test
  void sumsAreTheLedgersAndRebuiltToTheSameBytes() {
    Random random = new Random(7);
    Map<SpawnId, SpawnAccount> ledger = new HashMap<>();
    for (int i = 0; i < 4000; i++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(120)));
      SpawnId id = new SpawnId("job-" + (i / 40 + random.nextInt(8)));
      String attempt = "a" + random.nextInt(2);
      String call = "c" + random.nextInt(5);
      SpawnStep step =
          switch (random.nextInt(7)) {
            case 0 -> new SpawnStep.Claimed(RECORD, 1 + random.nextInt(3));
            case 1, 2 -> started(call, "0.0" + (1 + random.nextInt(9)));
            case 3, 4 -> finished(call, "0.00000" + random.nextInt(999), random.nextInt(500));
            case 5 ->
                new SpawnStep.CallAmbiguous(
                    call, FailureKind.TIMEOUT, "too late", Usd.of("0.05"), null);
            default ->
                random.nextInt(8) == 0
                    ? new SpawnStep.Finished(result())
                    : SpawnStep.CallFailed.free(call, FailureKind.REFUSED, "no");
          };
      SpawnEvent event = new SpawnEvent(id, now, attempt, step);
      log.add(new Written(event, now));
      ledger.merge(id, SpawnAccount.EMPTY.after(event), (account, first) -> account.after(event));
    }

    Map<SpendKey, SpendRow> rows = rows(log);

    SpendRow sum = rows.values().stream().reduce(SpendRow.NOTHING, SpendRow::plus);
    assertThat(sum.costUsd())
        .isEqualTo(Usd.sum(ledger.values().stream().map(SpawnAccount::cost).toList()));
    assertThat(sum.calls()).isEqualTo(ledger.values().stream().mapToInt(SpawnAccount::calls).sum());
    assertThat(sum.ambiguousCalls())
        .isEqualTo(ledger.values().stream().mapToInt(SpawnAccount::unknownOutcomes).sum());
    assertThat(bytes(rows(log))).isEqualTo(bytes(rows));
    assertThat(rows.keySet().stream().map(SpendKey::day).distinct()).hasSizeGreaterThan(2);
  }

  @Test
  void rebuildLeavesDaysAloneThatTheLogHasInPart() {
    for (int day = 0; day < 4; day++) {
      write("a" + day, new SpawnStep.Claimed(RECORD, 1 + day));
      write("a" + day, started("c" + day, "0.5"));
      now = now.plus(Duration.ofDays(1));
    }

    assertThat(rows(log, 0).keySet().stream().map(SpendKey::day))
        .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
    assertThat(rows(log, 12).keySet().stream().map(SpendKey::day))
        .containsExactly(DAY.plusDays(2), DAY.plusDays(3));
  }

  private static SpawnStep.CallStarted started(String call, String reserved) {
    return new SpawnStep.CallStarted(
        call, "answer", MODEL, "openrouter", Usd.of(reserved), ANSWER, PRICE);
  }

  private static SpawnStep.CallFinished finished(String call, String cost, int tokens) {
    return new SpawnStep.CallFinished(
        call, "x", null, false, new TokenUsage(10, tokens), Usd.of(cost), true, false, 1);
  }

  private static SpawnResult result() {
    return SpawnResult.builder(ID, SpawnStatus.FAILED, NOON).build();
  }

  private static SpawnResult completed() {
    return SpawnResult.builder(ID, SpawnStatus.COMPLETED, NOON)
        .mode(SpawnMode.CASCADE)
        .category(Category.CODING)
        .build();
  }

  private static SpendKey key(LocalDate day, CallPurpose purpose) {
    return new SpendKey(day, "default", MODEL, Category.CODING, SpawnMode.CASCADE, purpose, 0);
  }

  private void write(String attempt, SpawnStep step) {
    log.add(new Written(new SpawnEvent(ID, now, attempt, step), now));
  }

  private static Map<SpendKey, SpendRow> rows(List<Written> log) {
    return rows(log, 0);
  }

  /** The rows of a stage that reads the log for the first time. */
  private static Map<SpendKey, SpendRow> rows(List<Written> log, long beginning) {
    Map<SpendKey, SpendRow> latest = new TreeMap<>(Comparator.comparing(SpendKey::toString));
    latest.putAll(output(log, beginning, Topics.SPEND));
    return latest;
  }

  private static Map<String, SavingsRow> savings(List<Written> log) {
    Map<String, SavingsRow> rows = new HashMap<>();
    output(log, 0, Topics.SAVINGS).forEach((key, row) -> rows.put(key.toString(), row));
    return rows;
  }

  private static <K, V> Map<K, V> output(List<Written> log, long beginning, Topic<K, V> topic) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    try (TopologyTestDriver driver =
        new TopologyTestDriver(SpendTopology.build(beginningAt(beginning)), config, NOON)) {
      TestInputTopic<SpawnId, SpawnEvent> events =
          driver.createInputTopic(
              Topics.SPAWN_EVENTS.name(),
              Topics.SPAWN_EVENTS.keySerde().serializer(),
              Topics.SPAWN_EVENTS.valueSerde().serializer());
      TestOutputTopic<K, V> rows =
          driver.createOutputTopic(
              topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
      log.forEach(each -> events.pipeInput(each.event().spawnId(), each.event(), each.at()));
      Map<K, V> latest = new HashMap<>();
      rows.readKeyValuesToList().forEach(row -> latest.put(row.key, row.value));
      return latest;
    }
  }

  private static StateHistory beginningAt(long offset) {
    return new StateHistory() {
      @Override
      public boolean hasCommitted(int partition) {
        return false;
      }

      @Override
      public long beginning(int partition) {
        return offset;
      }

      @Override
      public Changelog changelog(String store, int partition) {
        return new Changelog(0, 0);
      }
    };
  }

  private static List<String> bytes(Map<SpendKey, SpendRow> rows) {
    return rows.entrySet().stream()
        .map(
            row ->
                row.getKey()
                    + new String(
                        Topics.SPEND.valueSerde().serializer().serialize(null, row.getValue()),
                        StandardCharsets.UTF_8))
        .toList();
  }
}
