package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.Workbench;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer has the form that the request asks for, or there is none. */
class ResponseFormatTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final String SCHEMA =
      "'responseFormat':{'type':'object','required':['n'],'properties':{'n':{'type':'integer'}}}";

  /** Texts of answers, one after the other; the last one repeats. */
  private static ScriptedChat answering(String... texts) {
    int[] asked = {0};
    return new ScriptedChat(
        (model, prompt) ->
            ScriptedChat.reply(
                prompt.messages().get(0).text().startsWith("You grade")
                    ? "no grade"
                    : texts[Math.min(asked[0]++, texts.length - 1)].replace('\'', '"')));
  }

  private static PlannedModel model(String id, String... parameters) {
    return PlannedModel.of(CanonicalId.of(id), ModelPrice.of("1", "1"), "listed")
        .withLimits(
            new ModelLimits(
                false, null, null, null, parameters.length == 0 ? null : List.of(parameters)));
  }

  private static Workbench bench(ScriptedChat chat, String... models) {
    return new Workbench(
        new ListedModels(Arrays.stream(models).map(ResponseFormatTest::model).toList()), chat);
  }

  private static SpawnRequest request(String fields) {
    try {
      return SpawnRequest.of(
          Json.MAPPER.readTree(("{'task':'t'," + fields + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String lastUserText(ScriptedChat.Call call) {
    List<Prompt.Message> messages = call.prompt().messages();
    return messages.get(messages.size() - 1).text();
  }

  @Test
  void validAnswerIsGivenAsAValueToo() {
    ScriptedChat chat = answering("{'n': 3}");
    SpawnResult result = bench(chat, "local/one").run(ID, request(SCHEMA));

    assertThat(result.answer()).isEqualTo("{\"n\": 3}");
    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":3}");
    assertThat(result.reasons()).isEmpty();
    assertThat(lastUserText(chat.calls().get(0)))
        .contains("valid against this JSON Schema:\n{\"type\":\"object\"");
  }

  @Test
  void invalidAnswerIsSentBackOnceWithItsMistakes() {
    ScriptedChat chat = answering("{'n': 'three'}", "{'n': 3}");
    SpawnResult result = bench(chat, "local/one", "other/two").run(ID, request(SCHEMA));

    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":3}");
    assertThat(chat.calls())
        .extracting(ScriptedChat.Call::model)
        .containsExactly("local/one", "local/one");
    assertThat(chat.calls().get(1).prompt().messages())
        .extracting(Prompt.Message::role)
        .containsExactly(Prompt.Role.USER, Prompt.Role.ASSISTANT, Prompt.Role.USER);
    assertThat(lastUserText(chat.calls().get(1)))
        .startsWith("This answer is not valid: $.n: string found, integer expected.");
    assertThat(result.reasons())
        .containsExactly(
            "local/one for answer gave an answer that is not valid: $.n: string found, integer"
                + " expected");
  }

  @Test
  void nextModelIsAskedAfterTwoInvalidAnswers() {
    ScriptedChat chat = answering("no", "no", "{'n': 3}");
    SpawnResult result = bench(chat, "local/one", "other/two").run(ID, request(SCHEMA));

    assertThat(result.model()).hasToString("other/two");
    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":3}");
    assertThat(chat.calls().get(2).prompt().messages()).hasSize(1);
  }

  @Test
  void noValidAnswerIsAFailureWithoutAValue() {
    ScriptedChat chat = answering("no");
    SpawnResult result = bench(chat, "local/one", "other/two").run(ID, request(SCHEMA));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.json()).isNull();
    assertThat(chat.calls()).hasSize(4);
    assertThat(result.costUsd()).isEqualTo(new dev.smartspawn.schema.money.Usd(4 * 3000));
  }

  @Test
  void anyJsonWillDoWhereNoSchemaIsGiven() {
    ScriptedChat chat = answering("Here: [1]", "```json\n[1]\n```");
    SpawnResult result = bench(chat, "local/one").run(ID, request("'responseFormat':'json'"));

    assertThat(String.valueOf(result.json())).isEqualTo("[1]");
    assertThat(chat.calls()).hasSize(2);
  }

  @Test
  void resumedSpawnCountsTheAnswersOfEarlierAttempts() {
    ScriptedChat chat = answering("no", "{'n': 3}");
    Workbench bench = bench(chat, "local/one", "other/two");
    SpawnResult result = bench.run(ID, request(SCHEMA));
    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":3}");

    // The log up to the first answer, as a killed worker leaves it.
    ScriptedChat after = answering("{'n': 4}");
    Workbench other = bench(after, "local/one", "other/two");
    SpawnId resumed = new SpawnId("job-2");
    dev.smartspawn.worker.claim.Attempt attempt =
        other.claim(resumed, request(SCHEMA)).orElseThrow();
    attempt.record(
        new SpawnStep.Planned("answer", List.of(model("local/one"), model("other/two")), null));
    attempt.record(
        new SpawnStep.CallStarted(
            "call-x",
            "answer",
            CanonicalId.of("local/one"),
            "openrouter",
            dev.smartspawn.schema.money.Usd.of("0.001")));
    attempt.settle(
        new SpawnStep.CallFinished(
            "call-x",
            "no",
            null,
            false,
            new dev.smartspawn.schema.price.TokenUsage(1, 1),
            dev.smartspawn.schema.money.Usd.of("0.0001"),
            false,
            false,
            1));
    SpawnResult end = other.run(resumed, request(SCHEMA));

    assertThat(String.valueOf(end.json())).isEqualTo("{\"n\":4}");
    assertThat(after.calls()).hasSize(1);
    assertThat(after.calls().get(0).prompt().messages()).hasSize(3);
  }

  @Test
  void mergeAnswersInTheForm() {
    ScriptedChat chat = answering("{'n': 1}", "{'n': 2}", "best: 2", "{'n': 2}");
    SpawnResult result =
        bench(chat, "local/one", "other/two")
            .run(ID, request("'mode':'collective','collectiveCount':2," + SCHEMA));

    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":2}");
    assertThat(chat.calls().get(2).prompt().messages().get(0).text())
        .contains("valid against this JSON Schema")
        .doesNotContain("Which model did best");
    assertThat(result.outputs()).hasSize(2);
  }

  @Test
  void memberWithoutAValidAnswerIsLeftOut() {
    ScriptedChat chat = answering("no", "no", "{'n': 2}");
    SpawnResult result =
        bench(chat, "local/one", "other/two")
            .run(ID, request("'mode':'collective','collectiveCount':2," + SCHEMA));

    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":2}");
    assertThat(result.outputs()).hasSize(1);
  }

  @Test
  void failedMergeLeavesAValidMember() {
    ScriptedChat chat = answering("{'n': 1}", "{'n': 2}", "best: 2");
    SpawnResult result =
        bench(chat, "local/one", "other/two")
            .run(ID, request("'mode':'collective','collectiveCount':2," + SCHEMA));

    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":1}");
  }

  @Test
  void judgeIsToldThatTheAnswerIsValid() {
    ScriptedChat chat = answering("no", "{'n': 1}");
    SpawnResult result =
        new Workbench(new ListedModels(List.of(model("local/one"), model("other/two"))), chat)
            .run(ID, request("'mode':'cascade'," + SCHEMA));

    assertThat(String.valueOf(result.json())).isEqualTo("{\"n\":1}");
    assertThat(chat.calls())
        .filteredOn(call -> call.prompt().messages().get(0).text().startsWith("You grade"))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(lastUserText(call)).contains("it is valid"));
  }

  @Test
  void modelsThatCanBeHeldToTheSchemaAreAskedFirst() {
    ScriptedChat chat = answering("no");
    SpawnResult unused =
        new Workbench(
                new ListedModels(
                    List.of(
                        model("local/none", "temperature"),
                        model("local/json", "response_format"),
                        model("local/schema", "structured_outputs", "response_format"))),
                chat)
            .run(ID, request(SCHEMA));

    assertThat(chat.calls())
        .extracting(ScriptedChat.Call::model)
        .containsExactly(
            "local/schema", "local/schema", "local/json", "local/json", "local/none", "local/none");
  }
}
