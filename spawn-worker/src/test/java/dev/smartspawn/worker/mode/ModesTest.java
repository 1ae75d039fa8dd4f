package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.plan.Advice;
import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.AdvisorUnreachableException;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The modes' event sequences are golden files in resources/golden. After an intended change, run
 * with {@code -Dgolden.write=true} to update them.
 */
class ModesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final SpawnId ID = new SpawnId("job-1");

  @Test
  void singleCallsTheBestModel() {
    Workbench bench =
        new Workbench(new TestModels(), new ScriptedChat((m, p) -> ScriptedChat.reply("2, 3, 5")));

    SpawnResult result = bench.run(ID, request("{}"));

    assertThat(result.answer()).isEqualTo("2, 3, 5");
    assertThat(result.model()).hasToString("openai/dear");
    assertThat(result.savingsUsd()).isEqualTo(Usd.of("0.00019"));
    assertGolden("single", bench);
  }

  @Test
  void failingModelGivesWayToTheNextBest() {
    Workbench bench =
        new Workbench(
            new TestModels(),
            new ScriptedChat(
                (model, prompt) -> {
                  if (model.equals("openai/dear")) {
                    return ScriptedChat.failed(FailureKind.MODEL_GONE, "answered 404");
                  }
                  return ScriptedChat.reply("2, 3, 5");
                }));

    SpawnResult result = bench.run(ID, request("{}"));

    assertThat(result.model()).hasToString("google/middle");
    assertThat(result.reasons()).containsExactly("openai/dear for answer failed: answered 404");
    assertGolden("single-next-best", bench);
  }

  @Test
  void rateLimitedModelIsRetriedAfterTheRequestedWait() {
    int[] calls = {0};
    Workbench bench =
        new Workbench(
            new TestModels(),
            new ScriptedChat(
                (model, prompt) -> {
                  if (calls[0]++ == 0) {
                    return new ProviderAnswer.Failed(
                        FailureKind.RATE_LIMITED,
                        "answered 429",
                        Optional.of(Duration.ofMillis(20)),
                        Optional.empty(),
                        "",
                        ProviderAnswer.Charge.NOTHING,
                        ReportedUsage.NONE);
                  }
                  return ScriptedChat.reply("2, 3, 5");
                }));

    assertThat(bench.run(ID, request("{}")).model()).hasToString("openai/dear");
    assertGolden("single-retry", bench);
  }

  @Test
  void collectiveMergesAnswersOfDifferentMakers() {
    Workbench bench =
        new Workbench(
            new TestModels(), new ScriptedChat((m, p) -> ScriptedChat.reply(m + " says 2, 3, 5")));

    SpawnResult result = bench.run(ID, request("{'mode':'collective'}"));

    assertThat(result.answer()).isEqualTo("anthropic/dear says 2, 3, 5");
    assertThat(result.outputs())
        .extracting(output -> output.model().value())
        .containsExactly("openai/dear", "google/middle", "deepseek/cheap");
    assertGolden("collective", bench);
  }

  @Test
  void collectiveContinuesWithoutAFailedMember() {
    Workbench bench =
        new Workbench(
            new TestModels(),
            new ScriptedChat(
                (model, prompt) -> {
                  if (model.startsWith("google")) {
                    return ScriptedChat.failed(FailureKind.EMPTY, "the answer is empty");
                  }
                  return ScriptedChat.reply(model);
                }));

    SpawnResult result = bench.run(ID, request("{'mode':'collective'}"));

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(result.outputs()).hasSize(2);
    assertGolden("collective-partial", bench);
  }

  @Test
  void unknownMergeModelFailsBeforeAnythingIsPaid() {
    ScriptedChat chat = new ScriptedChat((m, p) -> ScriptedChat.reply(m));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result =
        bench.run(ID, request("{'mode':'collective','mergeModel':'anthropic/deer'}"));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons()).last().asString().contains("there is no model anthropic/deer");
    assertThat(chat.calls()).isEmpty();
  }

  @Test
  void cascadeKeepsItsAnswerWhenNoJudgeIsLeft() {
    PlannedModel only =
        PlannedModel.of(CanonicalId.of("ollama/llama3.3"), ModelPrice.of("0", "0"), "listed");
    Workbench bench =
        new Workbench(
            new ListedModels(List.of(only)),
            new ScriptedChat((m, p) -> ScriptedChat.reply("2, 3, 5")));

    SpawnResult result = bench.run(ID, request("{'mode':'cascade'}"));

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(result.answer()).isEqualTo("2, 3, 5");
  }

  @Test
  void collectiveShrinksToItsBudget() {
    Workbench bench =
        new Workbench(new TestModels(), new ScriptedChat((m, p) -> ScriptedChat.reply(m)));

    SpawnResult result =
        bench.run(ID, request("{'mode':'collective','collectiveCount':4,'maxCostUsd':0.09}"));

    assertThat(result.reasons().get(0)).startsWith("2 models instead of 4");
    assertGolden("collective-shrunk", bench);
  }

  @Test
  void cascadeAcceptsAGoodCheapAnswer() {
    Workbench bench = new Workbench(new TestModels(), judgedBy(9));

    SpawnResult result = bench.run(ID, request("{'mode':'cascade'}"));

    assertThat(result.model()).hasToString("deepseek/cheap");
    assertThat(result.savingsUsd()).isNotNull();
    assertGolden("cascade-content", bench);
  }

  @Test
  void cascadeEscalatesABadCheapAnswer() {
    Workbench bench = new Workbench(new TestModels(), judgedBy(6));

    SpawnResult result = bench.run(ID, request("{'mode':'cascade'}"));

    assertThat(result.model()).hasToString("anthropic/dear");
    assertGolden("cascade-escalated", bench);
  }

  @Test
  void cascadeDoesNotEscalateBeyondItsBudget() {
    Workbench bench = new Workbench(new TestModels(), judgedBy(6));

    SpawnResult result = bench.run(ID, request("{'mode':'cascade','maxCostUsd':0.023}"));

    assertThat(result.model()).hasToString("deepseek/cheap");
    assertThat(result.reasons()).anyMatch(reason -> reason.contains("it may cost up to"));
    assertGolden("cascade-no-money", bench);
  }

  @Test
  void unreachableQueryApiMeansOneFallbackModelAndAReason() {
    Workbench bench =
        new Workbench(new Unreachable(), new ScriptedChat((m, p) -> ScriptedChat.reply("2, 3, 5")));

    SpawnResult result = bench.run(ID, request("{'mode':'collective','category':'research'}"));

    assertThat(result.model()).hasToString("google/gemini-3.5-flash");
    assertThat(result.reasons().get(0))
        .isEqualTo("fallback model, single mode only: query-api cannot be reached");
    assertGolden("fallback", bench);
  }

  @Test
  void dryRunMakesNoCall() {
    ScriptedChat chat = new ScriptedChat((m, p) -> ScriptedChat.reply("never"));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result = bench.run(ID, request("{'mode':'cascade','dryRun':true}"));

    assertThat(chat.calls()).isEmpty();
    assertThat(result.plan())
        .extracting(call -> call.part() + " " + call.model())
        .containsExactly("answer deepseek/cheap", "judge openai/dear", "escalation anthropic/dear");
    assertThat(result.costUsd()).isEqualTo(Usd.ZERO);
  }

  @Test
  void allModelsFailingIsAFailedResult() {
    Workbench bench =
        new Workbench(
            new TestModels(),
            new ScriptedChat(
                (model, prompt) -> {
                  return ScriptedChat.failed(FailureKind.REFUSED, "answered 402");
                }));

    SpawnResult result = bench.run(ID, request("{}"));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons())
        .containsExactly(
            "openai/dear for answer failed: answered 402",
            "google/middle for answer failed: answered 402",
            "deepseek/cheap for answer failed: answered 402",
            "qwen/cheap for answer failed: answered 402",
            "answer: none of 4 models gave an answer");
  }

  @Test
  void lostCallIsRepeatedAndFinishedCallsAreNot() {
    boolean[] dies = {true};
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) -> {
              if (model.equals("google/middle") && dies[0]) {
                throw new AssertionError("the worker dies here");
              }
              return ScriptedChat.reply(model);
            });
    Workbench bench = new Workbench(new TestModels(), chat);
    SpawnRequest request = request("{'mode':'collective'}");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.attempt(ID, request))
        .hasMessageContaining("dies here");
    dies[0] = false;

    SpawnResult result = bench.run(ID, request);

    assertThat(result.outputs()).hasSize(3);
    assertThat(result.ambiguousCalls()).isEqualTo(1);
    assertThat(chat.calls().stream().filter(call -> call.model().equals("openai/dear"))).hasSize(1);
    assertThat(chat.calls().stream().filter(call -> call.model().equals("google/middle")))
        .hasSize(2);
    assertGolden("collective-resumed", bench);
  }

  private static ScriptedChat judgedBy(int score) {
    return new ScriptedChat(
        (model, prompt) -> {
          String system = prompt.messages().get(0).text();
          if (!system.startsWith("You grade")) {
            return ScriptedChat.reply("answer of " + model);
          }
          String code = system.replaceAll("(?s).*carry the code (\\S+)\\. .*", "$1");
          return ScriptedChat.reply(
              "{\"code\":\"%s\",\"score\":%d,\"reason\":\"fair\"}".formatted(code, score));
        });
  }

  private static SpawnRequest request(String json) {
    try {
      var fields =
          (com.fasterxml.jackson.databind.node.ObjectNode)
              Json.MAPPER.readTree(json.replace('\'', '"'));
      return SpawnRequest.of(fields.put("task", "Name three primes."));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertGolden(String name, Workbench bench) {
    String story =
        bench.ledger().steps(ID).stream()
            .map(StepLine::of)
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = GOLDEN.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(GOLDEN);
        Files.writeString(file, story);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(file).content().isEqualTo(story);
  }

  /** Never answers. */
  private static final class Unreachable implements Advisor {
    @Override
    public Advice best(ModelQuery query) {
      throw new AdvisorUnreachableException("query-api cannot be reached");
    }

    @Override
    public Advice several(ModelQuery query, int count) {
      return best(query);
    }

    @Override
    public dev.smartspawn.schema.spawn.PlannedModel named(
        dev.smartspawn.schema.enriched.CanonicalId id) {
      throw new AdvisorUnreachableException("query-api cannot be reached");
    }
  }

  /** A step on one line, without times. */
  private static final class StepLine {
    private StepLine() {}

    static String of(SpawnStep step) {
      String name = step.getClass().getSimpleName();
      if (step instanceof SpawnStep.Planned planned) {
        List<String> models = planned.models().stream().map(m -> m.model().value()).toList();
        return "%s %s %s".formatted(name, planned.part(), models);
      } else if (step instanceof SpawnStep.CallStarted call) {
        return "%s %s %s by %s, reserved %s"
            .formatted(name, call.callId(), call.part(), call.model(), call.reservedUsd());
      } else if (step instanceof SpawnStep.CallFinished call) {
        return "%s %s cost %s: %s".formatted(name, call.callId(), call.costUsd(), call.text());
      } else if (step instanceof SpawnStep.RetryScheduled retry) {
        return "%s %s by %s: %s".formatted(name, retry.part(), retry.model(), retry.reason());
      } else if (step instanceof SpawnStep.Finished finished) {
        return "%s %s, cost %s, %s calls"
            .formatted(
                name,
                finished.result().status(),
                finished.result().costUsd(),
                finished.result().calls());
      }
      return step.toString();
    }
  }
}
