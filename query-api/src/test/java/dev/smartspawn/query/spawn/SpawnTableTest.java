package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpawnTableTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final SpawnId ID = new SpawnId("job");
  private static final RecordPosition RECORD = new RecordPosition(0, 7);
  private static final SpawnRequest REQUEST = SpawnRequest.of("Name three primes.");
  private static final CanonicalId MODEL = CanonicalId.of("acme/quick");

  private final SpawnTable table =
      new SpawnTable(3, new PastSpawns(SpawnReader.LOOKBACK, Clock.fixed(NOW, ZoneOffset.UTC)));
  private long offset = 100;

  @Test
  void aRequestAloneIsQueued() {
    request(ID, RECORD, REQUEST);

    assertThat(spawn().status()).isEqualTo(SpawnStatus.QUEUED);
    assertThat(spawn().request().options().mode()).isEqualTo(SpawnMode.SINGLE);
    assertThat(spawn().since()).isEqualTo(NOW);
  }

  @Test
  void requestAndEventsComeInAnyOrder() {
    event(new SpawnStep.Requested(RECORD, REQUEST, NOW.plusSeconds(600)), null);
    KnownSpawn byEvent = spawn();
    request(ID, RECORD, REQUEST);

    assertThat(spawn()).isEqualTo(byEvent);
    assertThat(spawn().request().deadline()).isEqualTo(NOW.plusSeconds(600));
  }

  @Test
  void theFirstRequestWithAnIdWins() {
    request(ID, RECORD, REQUEST);
    request(ID, new RecordPosition(0, 8), SpawnRequest.of("Something else."));

    assertThat(spawn().request().position()).isEqualTo(RECORD);
    assertThat(spawn().request().digest()).isEqualTo(RequestSummary.digest(REQUEST));
  }

  @Test
  void aWatchEndsWithItsSpawn() {
    request(ID, RECORD, REQUEST);
    work();
    assertThat(spawn().status()).isEqualTo(SpawnStatus.RUNNING);
    assertThat(spawn().category()).isEqualTo(Category.GENERAL);
    assertThat(spawn().models()).containsExactly(MODEL);
    assertThat(spawn().account().cost()).isEqualTo(Usd.of("0.002"));

    event(new SpawnStep.Finished(SpawnTopicsUnderTest.result(ID, SpawnStatus.COMPLETED)), "a");
    KnownSpawn ended = spawn();
    event(new SpawnStep.Finished(SpawnTopicsUnderTest.result(ID, SpawnStatus.FAILED)), "b");

    assertThat(spawn()).isSameAs(ended);
    assertThat(ended.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(ended.ending().model()).isEqualTo(MODEL);
    assertThat(ended.offsets().last()).isEqualTo(offset - 2);
    assertThat(ended.offsets().offsetsAfter(100).boxed()).containsExactly(101L, 102L, 103L, 104L);
  }

  @Test
  void anOutcomeIsKept() {
    request(ID, RECORD, REQUEST);
    SpawnOutcome outcome = new SpawnOutcome(ID, 4, null, NOW);
    table.rate(new KnownSpawn.Rated(outcome, RECORD));

    assertThat(spawn().outcome()).isEqualTo(outcome);
  }

  @Test
  void anOutcomeReadBeforeItsSpawnIsKept() {
    SpawnOutcome outcome = new SpawnOutcome(ID, 4, null, NOW);
    table.rate(new KnownSpawn.Rated(outcome, RECORD));
    assertThat(table.find(ID)).isEmpty();

    request(ID, RECORD, REQUEST);

    assertThat(spawn().outcome()).isEqualTo(outcome);
  }

  @Test
  void theNewestComeFirstAndTheOldestEndedOnesAreDropped() {
    askForFive();
    SpawnPage all = table.newest(null, 2);
    assertThat(all.spawns())
        .extracting(spawn -> spawn.id().value())
        .containsExactly("job-4", "job-3");
    assertThat(all.total()).as("none has ended").isEqualTo(5);

    for (int i : new int[] {1, 3, 2, 4}) {
      finish(job(i));
    }

    assertThat(table.newest(null, 9).spawns())
        .extracting(spawn -> spawn.id().value())
        .containsExactly("job-4", "job-2", "job-0");
    assertThat(table.find(job(0)).orElseThrow().status()).isEqualTo(SpawnStatus.QUEUED);
    assertThat(table.newest(SpawnStatus.COMPLETED, 9).filtered()).isEqualTo(2);
  }

  @Test
  void recordsOfAPastSpawnCreateNoNewOne() {
    askForFive();
    finish(job(1));
    PastSpawn past = table.past(job(1)).orElseThrow();

    request(job(1), new RecordPosition(0, 9), SpawnRequest.of("Something else."));
    finish(job(1));
    assertThat(table.find(job(1))).isEmpty();
    assertThat(table.past(job(1))).hasValue(past);

    RecordPosition rating = new RecordPosition(0, 5);
    table.rate(new KnownSpawn.Rated(new SpawnOutcome(job(1), 2, null, NOW), rating));
    assertThat(table.find(job(1))).isEmpty();
    assertThat(table.past(job(1)).orElseThrow().rating()).isEqualTo(rating);
  }

  @Test
  void aLongTaskIsCutBetweenCharacters() {
    request(ID, RECORD, SpawnRequest.of("🦊".repeat(500)));

    assertThat(spawn().request().task()).isEqualTo("🦊".repeat(200) + "…");
  }

  private void work() {
    event(new SpawnStep.Claimed(RECORD, 1), "a");
    event(
        new SpawnStep.Planned(
            "answer",
            List.of(PlannedModel.of(MODEL, ModelPrice.of("1", "2"), "best")),
            Category.GENERAL),
        "a");
    event(new SpawnStep.CallStarted("c", "answer", MODEL, "openrouter", Usd.of("0.01")), "a");
    event(
        new SpawnStep.CallFinished(
            "c", "2, 3, 5", null, false, new TokenUsage(5, 2), Usd.of("0.002"), true, false, 12),
        "a");
  }

  private void askForFive() {
    for (int i = 0; i < 5; i++) {
      table.request(
          job(i), RequestSummary.of(new RecordPosition(0, i), REQUEST, NOW.plusSeconds(i)));
    }
  }

  private void finish(SpawnId id) {
    SpawnStep end = new SpawnStep.Finished(SpawnTopicsUnderTest.result(id, SpawnStatus.COMPLETED));
    long at = offset++;
    table.change(id, NOW, known -> known.after(new SpawnEvent(id, NOW, "a", end), 2, at));
  }

  private static SpawnId job(int number) {
    return new SpawnId("job-" + number);
  }

  private void request(SpawnId id, RecordPosition position, SpawnRequest request) {
    table.request(id, RequestSummary.of(position, request, NOW));
  }

  private void event(SpawnStep step, String attempt) {
    long at = offset++;
    table.change(ID, NOW, known -> known.after(new SpawnEvent(ID, NOW, attempt, step), 2, at));
  }

  private KnownSpawn spawn() {
    return table.find(ID).orElseThrow();
  }
}
