package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.schema.spawn.Usd;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpawnTableTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final SpawnId ID = new SpawnId("job");
  private static final RecordPosition RECORD = new RecordPosition(0, 7);
  private static final SpawnRequest REQUEST = SpawnRequest.of("Name three primes.");
  private static final CanonicalId MODEL = CanonicalId.of("acme/quick");

  private final SpawnTable table = new SpawnTable(3);
  private long offset = 100;

  @Test
  void aRequestAloneIsQueued() {
    request(ID, RECORD, REQUEST);

    assertThat(spawn().status()).isEqualTo(SpawnStatus.QUEUED);
    assertThat(spawn().asked().mode()).isEqualTo(SpawnMode.SINGLE);
    assertThat(spawn().since()).isEqualTo(NOW);
  }

  @Test
  void requestAndEventsComeInAnyOrder() {
    event(new SpawnStep.Requested(RECORD, REQUEST, NOW.plusSeconds(600)), null);
    KnownSpawn byEvent = spawn();
    request(ID, RECORD, REQUEST);

    assertThat(spawn()).isEqualTo(byEvent);
    assertThat(spawn().asked().deadline()).isEqualTo(NOW.plusSeconds(600));
  }

  @Test
  void theFirstRequestUnderAnIdIsTheOne() {
    request(ID, RECORD, REQUEST);
    request(ID, new RecordPosition(0, 8), SpawnRequest.of("Something else."));

    assertThat(spawn().asked().position()).isEqualTo(RECORD);
    assertThat(spawn().asked().digest()).isEqualTo(Asked.digest(REQUEST));
  }

  @Test
  void itFollowsASpawnToItsEndAndNoFurther() {
    request(ID, RECORD, REQUEST);
    work();
    assertThat(spawn().status()).isEqualTo(SpawnStatus.RUNNING);
    assertThat(spawn().category()).isEqualTo(Category.GENERAL);
    assertThat(spawn().models()).containsExactly(MODEL);
    assertThat(spawn().account().cost()).isEqualTo(Usd.of("0.002"));

    event(new SpawnStep.Finished(result(SpawnStatus.COMPLETED)), "a");
    KnownSpawn ended = spawn();
    event(new SpawnStep.Finished(result(SpawnStatus.FAILED)), "b");

    assertThat(spawn()).isSameAs(ended);
    assertThat(ended.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(ended.ending().model()).isEqualTo(MODEL);
    assertThat(ended.trail().last()).isEqualTo(offset - 2);
    assertThat(ended.trail().offsetsAfter(100).boxed()).containsExactly(101L, 102L, 103L, 104L);
  }

  @Test
  void anOutcomeIsKept() {
    request(ID, RECORD, REQUEST);
    SpawnOutcome outcome = new SpawnOutcome(ID, 4, null, NOW);
    table.change(ID, NOW, known -> known.after(outcome));

    assertThat(spawn().outcome()).isEqualTo(outcome);
  }

  @Test
  void theNewestComeFirstAndTheOldestGo() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      SpawnId id = new SpawnId("job-" + i);
      Asked asked = Asked.of(new RecordPosition(0, i), REQUEST, NOW.plusSeconds(number));
      table.change(id, NOW, known -> known.after(asked));
    }

    SpawnPage page = table.newest(null, 2);

    assertThat(page.spawns())
        .extracting(spawn -> spawn.id().value())
        .containsExactly("job-4", "job-3");
    assertThat(page.total()).isEqualTo(3);
    assertThat(table.find(new SpawnId("job-1"))).isEmpty();
    assertThat(table.newest(SpawnStatus.FAILED, 9).filtered()).isZero();
  }

  @Test
  void aLongTaskIsCutBetweenCharacters() {
    request(ID, RECORD, SpawnRequest.of("🦊".repeat(500)));

    assertThat(spawn().asked().task()).isEqualTo("🦊".repeat(200) + "…");
  }

  private void work() {
    event(new SpawnStep.Claimed(RECORD, 1), "a");
    event(
        new SpawnStep.Planned(
            "answer",
            List.of(new PlannedModel(MODEL, ModelPrice.of("1", "2"), "best")),
            Category.GENERAL),
        "a");
    event(new SpawnStep.CallStarted("c", "answer", MODEL, "openrouter", Usd.of("0.01")), "a");
    event(
        new SpawnStep.CallFinished(
            "c", "2, 3, 5", false, new TokenUsage(5, 2), Usd.of("0.002"), true, 12),
        "a");
  }

  private void request(SpawnId id, RecordPosition position, SpawnRequest request) {
    table.change(id, NOW, known -> known.after(Asked.of(position, request, NOW)));
  }

  private void event(SpawnStep step, String attempt) {
    long at = offset++;
    table.change(ID, NOW, known -> known.after(new SpawnEvent(ID, NOW, attempt, step), 2, at));
  }

  private KnownSpawn spawn() {
    return table.find(ID).orElseThrow();
  }

  private static SpawnResult result(SpawnStatus status) {
    return new SpawnResult(
        ID,
        status,
        SpawnMode.SINGLE,
        Category.GENERAL,
        null,
        false,
        MODEL,
        "2, 3, 5",
        List.of(),
        List.of(),
        Usd.ZERO,
        TokenUsage.NONE,
        null,
        1,
        0,
        List.of(),
        NOW,
        NOW.plusSeconds(1));
  }
}
