package dev.smartspawn.worker.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.stub.MemoryLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static final RequestId REQUEST_ID = new RequestId("from-a-test");

  private static final SpawnId ID = new SpawnId("job-1");
  private static final RecordPosition RECORD = new RecordPosition(0, 7);
  private static final RecordPosition TWIN = new RecordPosition(2, 9);
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger deliveries = new AtomicInteger();
  private final Claims claims =
      new Claims(ledger, Clock.systemUTC(), () -> "a" + attempts.incrementAndGet());

  @Test
  void redeliveryClaimsAgainAndVoidsTheOldClaim() {
    Attempt first = claim(RECORD).orElseThrow();
    Attempt second = claim(RECORD).orElseThrow();

    second.rejectIfOver();
    assertThatThrownBy(first::rejectIfOver)
        .isInstanceOf(AttemptOverException.class)
        .hasMessageContaining("another attempt has claimed");
  }

  @Test
  void oldDeliveryDoesNotTakeOverFromANewerOne() {
    Attempt current = claim(RECORD, 2).orElseThrow();

    assertThat(claim(RECORD, 1)).isEmpty();
    current.rejectIfOver();
    assertThat(ledger.history(ID).account().attempts()).isEqualTo(1);
  }

  @Test
  void secondRecordWithTheSameIdIsNotRun() {
    Attempt first = claim(RECORD).orElseThrow();

    assertThat(claim(TWIN)).isEmpty();
    first.rejectIfOver();
  }

  @Test
  void ofTwoRecordsWithOneIdTheFirstAcceptedIsRun() {
    append(null, new SpawnStep.Requested(RECORD, SpawnRequest.of("one"), LATER));
    append(null, new SpawnStep.Requested(TWIN, SpawnRequest.of("other"), LATER));

    assertThat(claim(TWIN)).isEmpty();
    assertThat(claim(RECORD)).isPresent();
  }

  @Test
  void endedSpawnIsNotClaimed() {
    append(null, new SpawnStep.CancelRequested("somebody"));

    assertThat(claim(RECORD)).isEmpty();
  }

  @Test
  void callStartedUnderAVoidClaimDoesNotCount() {
    Attempt frozen = claim(RECORD).orElseThrow();
    claim(RECORD).orElseThrow();

    assertThatThrownBy(() -> frozen.record(started("late")))
        .isInstanceOf(AttemptOverException.class);
    append("a1", started("later"));

    assertThat(ledger.history(ID).account().cost()).isEqualTo(Usd.ZERO);
    assertThat(ledger.history(ID).account().calls()).isZero();
  }

  @Test
  void openCallsOfALostAttemptCountAtTheirReservation() {
    claim(RECORD).orElseThrow().record(started("lost"));
    claim(RECORD).orElseThrow();

    assertThat(ledger.history(ID).account().cost()).isEqualTo(Usd.of("0.5"));
    assertThat(ledger.history(ID).openCalls()).hasSize(1);
  }

  @Test
  void callIsSettledOnce() {
    Attempt attempt = claim(RECORD).orElseThrow();
    attempt.record(started("c"));
    attempt.settle(
        new SpawnStep.CallAmbiguous("c", FailureKind.WORKER_LOST, "lost", Usd.of("0.5"), null));
    attempt.settle(
        new SpawnStep.CallFinished(
            "c", "late", null, false, TokenUsage.NONE, Usd.of("0.1"), true, false, 1));

    assertThat(ledger.history(ID).account().cost()).isEqualTo(Usd.of("0.5"));
    assertThat(ledger.history(ID).output("answer")).isEmpty();
  }

  private Optional<Attempt> claim(RecordPosition record) {
    return claim(record, deliveries.incrementAndGet());
  }

  private Optional<Attempt> claim(RecordPosition record, int delivery) {
    return claims.claim(ID, record, REQUEST_ID, delivery, LATER);
  }

  private static SpawnStep.CallStarted started(String callId) {
    return new SpawnStep.CallStarted(
        callId, "answer", CanonicalId.of("maker/model"), "openrouter", Usd.of("0.5"));
  }

  private void append(String attemptId, SpawnStep step) {
    ledger.append(new SpawnEvent(ID, Clock.systemUTC().instant(), attemptId, step), REQUEST_ID);
  }
}
