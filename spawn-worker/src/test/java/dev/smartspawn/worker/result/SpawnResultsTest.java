package dev.smartspawn.worker.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.ledger.SpawnHistory;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpawnResultsTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final Instant ASKED_AT = Instant.parse("2026-07-22T12:00:00Z");
  private static final Instant ENDED_AT = ASKED_AT.plusSeconds(9);
  private static final CanonicalId MODEL = CanonicalId.of("maker/model");
  private static final SpawnRequest REQUEST =
      SpawnRequest.of(
          Json.MAPPER
              .createObjectNode()
              .put("task", "Name three primes.")
              .put("mode", "cascade")
              .put("label", "primes"));

  private final SpawnHistory history = new SpawnHistory();

  @Test
  void everyResultDescribesTheSpawnAndItsCost() {
    callOnce();
    EndingSpawn spawn = EndingSpawn.of(ID, REQUEST, ASKED_AT, history);

    List<SpawnResult> results =
        List.of(
            SpawnResults.completed(spawn, answer(false), null, null, List.of(), ENDED_AT),
            SpawnResults.planned(spawn, List.of(), ENDED_AT),
            SpawnResults.failed(spawn, "a reason", ENDED_AT),
            SpawnResults.cancelled(spawn, "somebody", ENDED_AT),
            SpawnResults.overdue(spawn, ENDED_AT));

    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.id()).isEqualTo(ID);
              assertThat(result.mode()).isEqualTo(SpawnMode.CASCADE);
              assertThat(result.category()).isEqualTo(Category.CODING);
              assertThat(result.label()).isEqualTo("primes");
              assertThat(result.costUsd()).isEqualTo(Usd.of("0.25"));
              assertThat(result.tokens()).isEqualTo(new TokenUsage(100, 20));
              assertThat(result.calls()).isEqualTo(1);
              assertThat(result.requestedAt()).isEqualTo(ASKED_AT);
              assertThat(result.finishedAt()).isEqualTo(ENDED_AT);
              assertThat(result.reasons())
                  .startsWith("fallback model, single mode only: query-api cannot be reached");
            });
    assertThat(results)
        .extracting(SpawnResult::status)
        .containsExactly(
            SpawnStatus.COMPLETED,
            SpawnStatus.COMPLETED,
            SpawnStatus.FAILED,
            SpawnStatus.CANCELLED,
            SpawnStatus.FAILED);
  }

  @Test
  void completedSpawnHasItsAnswerAndRemarks() {
    EndingSpawn spawn = EndingSpawn.of(ID, REQUEST, ASKED_AT, history);

    SpawnResult result =
        SpawnResults.completed(
            spawn, answer(true), null, Usd.of("0.5"), List.of("only one model answered"), ENDED_AT);

    assertThat(result.model()).isEqualTo(MODEL);
    assertThat(result.answer()).isEqualTo("2, 3, 5");
    assertThat(result.savingsUsd()).isEqualTo(Usd.of("0.5"));
    assertThat(result.reasons()).hasSize(2).startsWith("only one model answered");
    assertThat(result.reasons()).last().asString().startsWith("the answer's end is missing");
  }

  @Test
  void dryRunNamesItsCallsAndTheirWorstCase() {
    EndingSpawn spawn = EndingSpawn.of(ID, REQUEST, ASKED_AT, history);
    PlannedCall call = new PlannedCall("answer", MODEL, Usd.of("0.125"), "best");

    SpawnResult result = SpawnResults.planned(spawn, List.of(call, call), ENDED_AT);

    assertThat(result.plan()).containsExactly(call, call);
    assertThat(result.reasons())
        .containsExactly("dry run: no model was called; the spawn would cost at most $0.25");
  }

  @Test
  void overdueSpawnSaysWhetherAWorkerTookIt() {
    SpawnResult untouched =
        SpawnResults.overdue(EndingSpawn.of(ID, REQUEST, ASKED_AT, history), ENDED_AT);
    callOnce();
    SpawnResult late =
        SpawnResults.overdue(EndingSpawn.of(ID, REQUEST, ASKED_AT, history), ENDED_AT);

    assertThat(untouched.reasons()).containsExactly("no worker took it before its deadline");
    assertThat(late.reasons()).last().isEqualTo("it was not done by its deadline");
  }

  @Test
  void rejectedRequestHasOnlyItsMistakes() {
    SpawnResult result = SpawnResults.rejected(ID, List.of("a mistake"), ENDED_AT);

    assertThat(result)
        .isEqualTo(
            SpawnResult.builder(ID, SpawnStatus.FAILED, ENDED_AT)
                .reasons(List.of("a mistake"))
                .build());
  }

  @Test
  void savingsCompareWithTheBestModelAlone() {
    callOnce();

    Usd savings = Savings.of(answer(false), history, ModelPrice.of("10000", "100000"));

    assertThat(savings).isEqualTo(Usd.of("2.75"));
  }

  private void callOnce() {
    add(new SpawnStep.Claimed(new RecordPosition(0, 7), 1));
    add(new SpawnStep.FellBack("answer", "query-api cannot be reached"));
    PlannedModel planned = PlannedModel.of(MODEL, ModelPrice.of("1", "2"), "test");
    add(new SpawnStep.Planned("answer", List.of(planned), Category.CODING));
    add(new SpawnStep.CallStarted("call-1", "answer", MODEL, "openrouter", Usd.of("0.5")));
    add(
        new SpawnStep.CallFinished(
            "call-1",
            "2, 3, 5",
            null,
            false,
            new TokenUsage(100, 20),
            Usd.of("0.25"),
            true,
            false,
            1));
  }

  private void add(SpawnStep step) {
    SpawnHistory.Spending unused =
        history.add(
            new SpawnEvent(ID, ASKED_AT, "attempt-1", step),
            LocalDate.ofInstant(ASKED_AT, ZoneOffset.UTC));
  }

  private static SpawnAnswer answer(boolean cut) {
    return SpawnAnswer.of(
        new Output("call-1", "answer", MODEL, "2, 3, 5", null, cut, new TokenUsage(100, 20)));
  }
}
