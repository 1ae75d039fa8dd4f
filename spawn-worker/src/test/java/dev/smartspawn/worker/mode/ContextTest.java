package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a model's limits when it is planned and called. */
class ContextTest {

  private static final SpawnId ID = new SpawnId("job-1");

  private final ScriptedChat chat =
      new ScriptedChat((model, prompt) -> ScriptedChat.reply("answer of " + model));

  private static PlannedModel model(String id, Long context, Long output) {
    return PlannedModel.of(CanonicalId.of(id), ModelPrice.of("1", "1"), "listed")
        .withLimits(new ModelLimits(false, context, output, null));
  }

  private SpawnResult run(String task, PlannedModel... models) {
    return new Workbench(new ListedModels(List.of(models)), chat).run(ID, SpawnRequest.of(task));
  }

  @Test
  void modelWhoseContextIsTooSmallIsNotPlanned() {
    SpawnResult result =
        run(
            "word ".repeat(6000),
            model("local/small", 8192L, null),
            model("local/large", 32_768L, null));

    assertThat(result.model()).hasToString("local/large");
    assertThat(result.reasons()).isEmpty();
    assertThat(chat.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SpawnMode.class)
  void dryRunPlansNoModelWhoseContextIsTooSmall(SpawnMode mode) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "word ".repeat(6000));
    request.put("mode", mode.id()).put("dryRun", true).put("collectiveCount", 2);
    SpawnResult result =
        new Workbench(
                new ListedModels(
                    List.of(
                        model("local/small", 8192L, null),
                        model("local/large", 32_768L, null),
                        model("other/large", 65_536L, null),
                        model("third/large", 65_536L, null))),
                chat)
            .run(ID, SpawnRequest.of(request));

    assertThat(result.plan())
        .isNotEmpty()
        .noneMatch(call -> call.model().equals(CanonicalId.of("local/small")));
  }

  @Test
  void reasonSaysHowMuchContextIsNeeded() {
    SpawnResult result = run("word ".repeat(6000), model("local/small", 8192L, null));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons())
        .containsExactly(
            "answer: no model of the operator's list is left with 11264 tokens of context");
    assertThat(chat.calls()).isEmpty();
  }

  @Test
  void modelOfUnknownContextIsTried() {
    assertThat(run("word ".repeat(6000), model("local/any", null, null)).model())
        .hasToString("local/any");
  }

  @ParameterizedTest
  @CsvSource({
    "5, , , 1000", // as much as the setting allows
    "5, , 300, 300", // as the model writes
    "5, 8192, , 1000",
    "1220, 3000, , 1000", // the estimate leaves less, but it may be too high
    "1000, 4096, 500, 500",
  })
  void limitIsTheSmallestOfSettingModelAndWindow(
      int words, Long context, Long output, int maxTokens) {
    run("word ".repeat(words), model("local/one", context, output));

    assertThat(chat.calls()).extracting(ScriptedChat.Call::maxTokens).containsExactly(maxTokens);
  }
}
