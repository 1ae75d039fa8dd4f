package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameters reach which model, and what they change. The usual limit is 1000 tokens. */
class ParametersTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final PlannedModel TAKES_ALL =
      model("local/all", "temperature", "top_p", "max_tokens", "reasoning", "seed", "stop");
  private static final PlannedModel TAKES_FEW = model("local/few", "temperature", "max_tokens");
  private static final PlannedModel UNKNOWN = model("local/unknown");

  private final ScriptedChat chat = ScriptedChat.namingItsModel();

  private static PlannedModel model(String id, String... parameters) {
    return PlannedModel.of(CanonicalId.of(id), ModelPrice.of("1", "1"), "listed")
        .withLimits(
            new ModelLimits(
                true, null, null, null, parameters.length == 0 ? null : List.of(parameters)));
  }

  private Workbench bench(PlannedModel... models) {
    return new Workbench(new ListedModels(List.of(models)), chat);
  }

  private SpawnResult run(String fields, PlannedModel... models) {
    return bench(models).run(ID, request(fields));
  }

  private static SpawnRequest request(String fields) {
    try {
      return SpawnRequest.of(
          Json.MAPPER.readTree(("{'task':'t'," + fields + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private List<ModelParameter> sent(int call) {
    return chat.calls().get(call).prompt().manner().parameters().given().stream().sorted().toList();
  }

  @Test
  void onlyWhatTheModelTakesIsSentAndTheResultSaysWhatWasLeftOut() {
    SpawnResult result = run("'parameters':{'temperature':1,'seed':7,'stop':'#'}", TAKES_FEW);

    assertThat(sent(0)).containsExactly(ModelParameter.TEMPERATURE);
    assertThat(result.reasons())
        .containsExactly(
            "local/few for answer was called without what it does not take: seed, stop");
  }

  @Test
  void modelOfWhichNothingIsKnownGetsAll() {
    SpawnResult result = run("'parameters':{'temperature':1,'seed':7}", UNKNOWN);

    assertThat(sent(0)).containsExactly(ModelParameter.TEMPERATURE, ModelParameter.SEED);
    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void requiredParametersLeaveOnlyModelsThatAreKnownToTakeThem() {
    SpawnResult result =
        run(
            "'parameters':{'temperature':1,'seed':7},'requireParameters':true",
            TAKES_FEW,
            UNKNOWN,
            TAKES_ALL);

    assertThat(result.model()).hasToString("local/all");
    assertThat(chat.calls()).hasSize(1);
  }

  @Test
  void noModelThatTakesWhatIsRequiredIsAnErrorThatSaysSo() {
    SpawnResult result =
        run("'parameters':{'seed':7},'requireParameters':true", TAKES_FEW, UNKNOWN);

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons())
        .containsExactly(
            "answer: no model of the operator's list is left that is known to take [seed]");
    assertThat(chat.calls()).isEmpty();
  }

  @Test
  void namedMergeModelThatDoesNotTakeWhatIsRequiredIsNotCalled() {
    SpawnResult result =
        run(
            "'mode':'collective','collectiveCount':2,'mergeModel':'local/few',"
                + "'parameters':{'seed':7},'requireParameters':true",
            TAKES_ALL,
            model("other/all", "seed"),
            TAKES_FEW);

    assertThat(chat.calls()).extracting(ScriptedChat.Call::model).doesNotContain("local/few");
    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(result.reasons())
        .contains("local/few was not called for merge: it is not known to take seed");
  }

  @Test
  void mergeKeepsToTheParametersAndWritesNoNoteWhereALimitWouldCutIt() {
    SpawnResult unused =
        run(
            "'mode':'collective','collectiveCount':2,'parameters':{'temperature':1,'stop':'#'}",
            TAKES_ALL,
            model("other/all", "seed", "temperature", "stop"));

    assertThat(sent(2)).containsExactly(ModelParameter.TEMPERATURE, ModelParameter.STOP);
    assertThat(chat.calls().get(2).prompt().messages().get(0).text())
        .contains("no note about the models")
        .doesNotContain("Which model did best");
  }

  @Test
  void judgeGetsNoParameters() {
    SpawnResult unused =
        run(
            "'mode':'cascade','parameters':{'temperature':1,'stop':'#','maxTokens':5}",
            TAKES_ALL,
            model("other/all", "seed", "temperature", "stop"));

    ScriptedChat.Call judge =
        chat.calls().stream()
            .filter(call -> call.prompt().messages().get(0).text().startsWith("You grade"))
            .findFirst()
            .orElseThrow();
    assertThat(judge.prompt().manner().parameters().given()).isEmpty();
    assertThat(judge.maxTokens()).isEqualTo(1000);
    assertThat(chat.calls().get(0).maxTokens()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "'maxTokens':50, 50",
    "'maxTokens':5000, 1000", // the operator's limit holds
    "'effort':'none', 1000",
    "'effort':'medium', 1000",
    "'effort':'high', 2000",
    "'effort':'max', 4000",
    "'effort':'max'#'maxTokens':50, 50",
  })
  void limitAndReservationFollowTheParameters(String parameters, int maxTokens) {
    Workbench bench = bench(TAKES_ALL);
    SpawnResult result =
        bench.run(ID, request("'parameters':{" + parameters.replace('#', ',') + "}"));

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(chat.calls().get(0).maxTokens()).isEqualTo(maxTokens);
    // One byte and the template of one message are read.
    assertThat(reserved(bench)).isEqualTo(new Usd(100L * (1 + 128 + maxTokens)));
  }

  @Test
  void operatorsLimitIsTold() {
    assertThat(run("'parameters':{'maxTokens':5000}", TAKES_ALL).reasons())
        .containsExactly("maxTokens is limited to the operator's 1000");
  }

  @Test
  void effortRaisesTheLimitOnlyAsFarAsTheBudgetCovers() {
    SpawnResult result = run("'parameters':{'effort':'max'},'maxCostUsd':0.0025", TAKES_ALL);

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(chat.calls().get(0).maxTokens()).isEqualTo(2000);
  }

  @Test
  void effortRaisesNothingForAModelThatDoesNotTakeIt() {
    SpawnResult unused = run("'parameters':{'effort':'max'}", TAKES_FEW);

    assertThat(chat.calls().get(0).maxTokens()).isEqualTo(1000);
  }

  private static Usd reserved(Workbench bench) {
    return bench.ledger().steps(ID).stream()
        .filter(SpawnStep.CallStarted.class::isInstance)
        .map(step -> ((SpawnStep.CallStarted) step).reservedUsd())
        .findFirst()
        .orElseThrow();
  }
}
