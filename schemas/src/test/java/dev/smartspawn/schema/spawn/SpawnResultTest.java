package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpawnResultTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final RecordPosition RECORD = new RecordPosition(0, 7);

  @Test
  void unsetValuesAreAbsentEmptyOrZero() {
    SpawnResult result = SpawnResult.builder(ID, SpawnStatus.FAILED, NOON).build();

    assertThat(result)
        .isEqualTo(
            new SpawnResult(
                ID,
                SpawnStatus.FAILED,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Usd.ZERO,
                TokenUsage.NONE,
                null,
                0,
                0,
                0,
                List.of(),
                null,
                NOON));
  }

  @Test
  void ledgerReplacesOnlyCostTokensAndCalls() {
    SpawnResult claimed =
        SpawnResult.builder(ID, SpawnStatus.COMPLETED, NOON)
            .mode(SpawnMode.CASCADE)
            .label("primes")
            .model(CanonicalId.of("maker/model"))
            .answer("2, 3, 5")
            .costUsd(Usd.of("9"))
            .savingsUsd(Usd.of("1"))
            .calls(7)
            .reasons(List.of("a reason"))
            .requestedAt(NOON)
            .build();

    SpawnResult result = claimed.withLedger(account());

    assertThat(result.costUsd()).isEqualTo(Usd.of("0.75"));
    assertThat(result.tokens()).isEqualTo(new TokenUsage(1, 2));
    assertThat(result.calls()).isEqualTo(2);
    assertThat(result.ambiguousCalls()).isEqualTo(1);
    assertThat(result.estimatedCalls()).isEqualTo(1);
    assertThat(result.savingsUsd()).isEqualTo(Usd.of("9.25"));
    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields(
            "costUsd", "tokens", "calls", "ambiguousCalls", "estimatedCalls", "savingsUsd")
        .isEqualTo(claimed);
  }

  /** One call settled at $0.25, one open with $0.50 reserved. */
  private static SpawnAccount account() {
    return SpawnAccount.EMPTY
        .after(event(new SpawnStep.Claimed(RECORD, 1)))
        .after(event(started("paid")))
        .after(event(started("open")))
        .after(
            event(
                new SpawnStep.CallFinished(
                    "paid",
                    "x",
                    null,
                    false,
                    new TokenUsage(1, 2),
                    Usd.of("0.25"),
                    false,
                    true,
                    1)));
  }

  private static SpawnStep started(String callId) {
    return new SpawnStep.CallStarted(
        callId, "answer", CanonicalId.of("maker/model"), "openrouter", Usd.of("0.5"));
  }

  private static SpawnEvent event(SpawnStep step) {
    return new SpawnEvent(ID, NOON, "attempt-1", step);
  }
}
