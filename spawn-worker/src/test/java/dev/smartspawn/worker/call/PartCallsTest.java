package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows a call that failed. */
class PartCallsTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final SpawnRequest REQUEST = SpawnRequest.of("Name three primes.");

  private static ProviderAnswer rateLimited(Duration retryAfter) {
    return new ProviderAnswer.Failed(
        FailureKind.RATE_LIMITED,
        "answered 429",
        Optional.of(retryAfter),
        Optional.empty(),
        "",
        Charge.NOTHING,
        ReportedUsage.NONE);
  }

  @Test
  void exceptionInACallIsThatCallsFailureAtItsWorstCase() {
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) -> {
              if (model.equals("openai/dear")) {
                throw new ArithmeticException("long overflow");
              }
              return ScriptedChat.reply("2, 3, 5");
            });
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result = bench.run(ID, REQUEST);

    assertThat(result.model()).hasToString("google/middle");
    assertThat(result.ambiguousCalls()).isEqualTo(1);
    assertThat(result.costUsd().isAbove(Usd.of("0.016"))).isTrue();
    assertThat(chat.calls()).hasSize(2);
  }

  @Test
  void waitBeyondTheDeadlineGoesToTheNextModelAtOnce() {
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) ->
                model.equals("openai/dear")
                    ? rateLimited(Duration.ofHours(1))
                    : ScriptedChat.reply("2, 3, 5"));
    Workbench bench = new Workbench(new TestModels(), chat);

    assertThat(bench.run(ID, REQUEST).model()).hasToString("google/middle");
    assertThat(chat.calls()).hasSize(2);
  }

  @Test
  void emptyAccountIsNotAskedAgainForAWhile() {
    ScriptedChat chat =
        new ScriptedChat((model, prompt) -> ScriptedChat.failed(FailureKind.NO_CREDIT, "top up"));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result = bench.run(ID, REQUEST);

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons()).anyMatch(reason -> reason.contains("top up"));
    assertThat(chat.calls()).hasSize(1);
  }

  @Test
  void refusedKeyIsNotTriedWithEveryModel() {
    ScriptedChat chat =
        new ScriptedChat((model, prompt) -> ScriptedChat.failed(FailureKind.UNAUTHORIZED, "no"));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult first = bench.run(ID, REQUEST);
    bench.run(new SpawnId("job-2"), REQUEST);

    assertThat(first.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(first.reasons()).anyMatch(reason -> reason.contains("does not accept the key"));
    assertThat(chat.calls()).hasSize(2);
  }

  /** As gateways report it, when their own key for one maker is wrong. */
  @Test
  void keyThatOneModelRefusesIsTriedWithTheNext() {
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) ->
                model.equals("openai/dear")
                    ? ScriptedChat.failed(FailureKind.UNAUTHORIZED, "no")
                    : ScriptedChat.reply("2, 3, 5"));
    Workbench bench = new Workbench(new TestModels(), chat);

    assertThat(bench.run(ID, REQUEST).answer()).isEqualTo("2, 3, 5");
    assertThat(bench.run(new SpawnId("job-2"), REQUEST).answer()).isEqualTo("2, 3, 5");
    assertThat(chat.calls()).hasSize(4);
  }

  @Test
  void modelHasOneReasonHoweverOftenItFails() {
    ScriptedChat chat = new ScriptedChat((model, prompt) -> rateLimited(Duration.ofMillis(1)));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result = bench.run(ID, REQUEST);

    assertThat(chat.calls()).hasSizeGreaterThan(4);
    assertThat(result.reasons()).hasSize(5);
    assertThat(result.reasons())
        .first()
        .isEqualTo("openai/dear for answer failed 3 times; at last: answered 429");
    assertThat(result.reasons()).last().isEqualTo("answer: none of 4 models gave an answer");
  }

  @Test
  void openCircuitsAreToldOnce() {
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) -> ScriptedChat.failed(FailureKind.DISCONNECTED, "it broke"));
    Workbench bench = new Workbench(new TestModels(), chat);
    SpawnRequest request =
        SpawnRequest.of(
            Json.MAPPER
                .createObjectNode()
                .put("task", "Name three primes.")
                .put("timeoutSeconds", 5));
    for (int i = 0; i < 5; i++) {
      bench.run(new SpawnId("failing-" + i), request);
    }

    SpawnResult result = bench.run(new SpawnId("paused"), request);

    assertThat(result.reasons())
        .filteredOn(reason -> reason.contains("has failed too often"))
        .hasSize(1);
  }
}
