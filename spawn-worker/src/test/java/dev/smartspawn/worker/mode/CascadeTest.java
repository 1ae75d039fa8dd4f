package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeTest {

  private static final SpawnId ID = new SpawnId("job-1");

  /** Replies of judges, one after the other; the last one repeats. */
  private static ScriptedChat judges(String... verdicts) {
    int[] asked = {0};
    return new ScriptedChat(
        (model, prompt) ->
            isVerdict(prompt)
                ? verdict(prompt, verdicts[Math.min(asked[0]++, verdicts.length - 1)])
                : ScriptedChat.reply("answer of " + model));
  }

  private static boolean isVerdict(Prompt prompt) {
    return prompt.messages().get(0).text().startsWith("You grade");
  }

  private static ProviderAnswer verdict(Prompt prompt, String words) {
    String system = prompt.messages().get(0).text();
    String code = system.replaceAll("(?s).*carry the code (\\S+)\\. .*", "$1");
    return ScriptedChat.reply(words.replace("CODE", code));
  }

  private static String grade(int score) {
    return "{\"code\": \"CODE\", \"score\": " + score + ", \"reason\": \"fair\"}";
  }

  private static SpawnResult run(Workbench bench) {
    try {
      return bench.run(
          ID,
          SpawnRequest.of(
              (com.fasterxml.jackson.databind.node.ObjectNode)
                  Json.MAPPER.readTree("{\"mode\":\"cascade\",\"task\":\"Name three primes.\"}")));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> parts(Workbench bench) {
    return bench.ledger().steps(ID).stream()
        .filter(SpawnStep.CallStarted.class::isInstance)
        .map(SpawnStep.CallStarted.class::cast)
        .map(call -> call.part() + " by " + call.model())
        .toList();
  }

  private static ListedModels listed(String... idsAndPrices) {
    return new ListedModels(
        Arrays.stream(idsAndPrices)
            .map(each -> each.split("="))
            .map(
                each ->
                    PlannedModel.of(
                        CanonicalId.of(each[0]), ModelPrice.of(each[1], each[1]), "listed"))
            .toList());
  }

  @Test
  void thinkingStaysBesideTheAnswerAndOutOfPrompts() {
    ScriptedChat chat =
        new ScriptedChat(
            (model, prompt) ->
                isVerdict(prompt)
                    ? verdict(prompt, grade(2))
                    : new ProviderAnswer.Answered(
                        "answer of " + model,
                        "a secret thought",
                        ProviderAnswer.Whole.YES,
                        ReportedUsage.NONE));
    Workbench bench = new Workbench(new TestModels(), chat);

    SpawnResult result = run(bench);

    assertThat(result.outputs())
        .extracting(ModelOutput::thinking)
        .containsExactly("a secret thought", "a secret thought");
    assertThat(result.estimatedCalls()).isEqualTo(2);
    assertThat(chat.calls())
        .allMatch(call -> !call.prompt().toString().contains("a secret thought"));
  }

  @Test
  void unreadableVerdictIsAskedForOnceMore() {
    Workbench bench = new Workbench(new TestModels(), judges("I'd say nine.", grade(9)));

    assertThat(run(bench).model()).hasToString("deepseek/cheap");
    assertThat(parts(bench))
        .containsExactly(
            "answer by deepseek/cheap", "judge by openai/dear", "judge-again by openai/dear");
  }

  @Test
  void judgeThatNeverGradesIsFollowedByAnother() {
    Workbench bench = new Workbench(new TestModels(), judges("Nine.", "Nine!", grade(8)));

    SpawnResult result = run(bench);

    assertThat(result.model()).hasToString("deepseek/cheap");
    assertThat(parts(bench)).contains("other-judge by google/middle");
    assertThat(result.reasons())
        .contains("openai/dear gave no readable grade", "judged 8 of 10, 7 needed: fair");
  }

  @Test
  void judgeThatFailsTheSecondTimeIsFollowedByAnother() {
    int[] asked = {0};
    Workbench bench =
        new Workbench(
            new TestModels(),
            new ScriptedChat(
                (model, prompt) -> {
                  if (!isVerdict(prompt)) {
                    return ScriptedChat.reply("answer");
                  }
                  asked[0]++;
                  if (asked[0] == 2) {
                    return ScriptedChat.failed(FailureKind.CONTENT_FILTER, "flagged");
                  }
                  return verdict(prompt, asked[0] == 1 ? "Nine." : grade(9));
                }));

    assertThat(run(bench).model()).hasToString("deepseek/cheap");
    assertThat(parts(bench)).last().isEqualTo("other-judge by google/middle");
  }

  @Test
  void ungradedAnswerEscalatesWithoutAGrade() {
    Workbench bench = new Workbench(new TestModels(), judges("Nine."));

    SpawnResult result = run(bench);

    assertThat(result.model()).hasToString("anthropic/dear");
    assertThat(bench.ledger().steps(ID))
        .noneMatch(SpawnStep.Judged.class::isInstance)
        .contains(new SpawnStep.Escalated("no judge graded it"));
  }

  @Test
  void ungradedAnswerIsKeptWhereTheOperatorSaysSo() {
    Workbench bench = new Workbench(new TestModels(), judges("Nine."), Unjudged.KEEP);

    SpawnResult result = run(bench);

    assertThat(result.model()).hasToString("deepseek/cheap");
    assertThat(result.reasons()).anyMatch(reason -> reason.endsWith("no judge graded it"));
  }

  @Test
  void equallyCheapModelIsNoEscalation() {
    Workbench bench =
        new Workbench(listed("ollama/a=0", "ollama/b=0", "ollama/c=0"), judges(grade(2)));

    SpawnResult result = run(bench);

    assertThat(result.model()).hasToString("ollama/a");
    assertThat(parts(bench)).containsExactly("answer by ollama/a", "judge by ollama/b");
    assertThat(result.reasons())
        .contains(
            "the cheap answer is kept although no judge accepted it: "
                + "no model ranks above ollama/a and costs more");
  }

  @Test
  void modelThatRanksLowerIsNoEscalation() {
    Workbench bench = new Workbench(listed("ollama/a=1", "ollama/b=5"), judges(grade(2)));

    assertThat(run(bench).model()).hasToString("ollama/a");
  }

  @Test
  void cheapestOfTheListAnswersAndTheBestEscalates() {
    Workbench bench =
        new Workbench(listed("ollama/a=5", "ollama/b=2", "ollama/c=1"), judges(grade(2)));

    assertThat(run(bench).model()).hasToString("ollama/a");
    assertThat(parts(bench)).contains("answer by ollama/c", "escalation by ollama/a");
  }

  @Test
  void failedEscalationGoesOnlyToModelsThatCostMore() {
    Advisor models = listed("ollama/a=5", "ollama/free=0.1", "ollama/b=2", "ollama/c=1");
    Workbench bench =
        new Workbench(
            models,
            new ScriptedChat(
                (model, prompt) -> {
                  if (isVerdict(prompt)) {
                    return verdict(prompt, grade(1));
                  }
                  return model.equals("ollama/a") || model.equals("ollama/free")
                      ? ScriptedChat.failed(FailureKind.MODEL_GONE, "gone")
                      : ScriptedChat.reply("answer");
                }));

    assertThat(run(bench).model()).hasToString("ollama/b");
    assertThat(parts(bench))
        .containsSubsequence("escalation by ollama/a", "escalation by ollama/b")
        .doesNotContain("escalation by ollama/free", "escalation by ollama/c");
  }
}
