package dev.smartspawn.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.stub.TestResults;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 7, 22);

  private final Histories histories = new Histories(Duration.ofDays(30));

  @Test
  void openSpawnKeepsItsFullHistory() {
    add(ID, claimed(), DAY);
    Usd reserved = add(ID, started("0.5"), DAY);

    assertThat(reserved).isEqualTo(Usd.of("0.5"));
    assertThat(histories.of(ID).account().isHeldBy("a")).isTrue();
    assertThat(histories.of(ID).openCalls()).hasSize(1);
  }

  @Test
  void ofAnEndedSpawnOnlyItsEndIsKept() {
    add(ID, claimed(), DAY);
    add(ID, started("0.5"), DAY);
    Usd change = add(ID, finished(), DAY);

    assertThat(change).isEqualTo(Usd.ZERO);
    assertThat(histories.of(ID)).isSameAs(SpawnHistory.ENDED);
    assertThat(histories.of(ID).account().ended()).isTrue();
  }

  @Test
  void afterTheEndNothingCounts() {
    add(ID, claimed(), DAY);
    add(ID, finished(), DAY);
    add(ID, claimed(), DAY.plusDays(1));

    assertThat(add(ID, started("0.5"), DAY.plusDays(1))).isEqualTo(Usd.ZERO);
    assertThat(histories.of(ID).account().ended()).isTrue();
  }

  @Test
  void endIsRememberedWhileItsRequestCanBeDelivered() {
    add(ID, finished(), DAY);

    add(new SpawnId("job-2"), finished(), DAY.plusDays(30));
    assertThat(histories.of(ID).account().ended()).isTrue();
    add(new SpawnId("job-3"), finished(), DAY.plusDays(31));
    assertThat(histories.of(ID).account().ended()).isFalse();
  }

  @Test
  void callIsChargedToTheDayItStarted() {
    add(ID, claimed(), DAY);
    add(ID, started("9"), DAY);

    SpawnHistory.Spending settled =
        histories.add(
            new SpawnEvent(
                ID,
                NOON,
                "a",
                new SpawnStep.CallFinished(
                    "call", "x", null, false, TokenUsage.NONE, Usd.of("1"), true, false, 1)),
            DAY.plusDays(1));

    assertThat(settled.day()).isEqualTo(DAY);
    assertThat(settled.amount()).isEqualTo(Usd.of("1").minus(Usd.of("9")));
  }

  private Usd add(SpawnId id, SpawnStep step, LocalDate day) {
    return histories.add(new SpawnEvent(id, NOON, "a", step), day).amount();
  }

  private static SpawnStep claimed() {
    return new SpawnStep.Claimed(new RecordPosition(0, 0), 1);
  }

  private static SpawnStep started(String reserved) {
    return new SpawnStep.CallStarted(
        "call", "answer", CanonicalId.of("maker/model"), "openrouter", Usd.of(reserved));
  }

  private static SpawnStep finished() {
    return new SpawnStep.Finished(TestResults.completed(ID, "answer", NOON));
  }
}
