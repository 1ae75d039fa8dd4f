package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.worker.plan.ListedModels;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which models see a request's images and files. */
class ContentTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final String IMAGE = "'images':['https://example.com/a.png']";

  private final ScriptedChat chat = ScriptedChat.namingItsModel();

  private static PlannedModel model(String id, @Nullable Boolean images, @Nullable Boolean files) {
    return PlannedModel.of(CanonicalId.of(id), ModelPrice.of("1", "1"), "listed")
        .withLimits(new ModelLimits(false, null, null, null, null, images, files));
  }

  private SpawnResult run(String fields, PlannedModel... models) {
    try {
      SpawnRequest request =
          SpawnRequest.of(Json.MAPPER.readTree(("{'task':'t'," + fields + "}").replace('\'', '"')));
      return new Workbench(new ListedModels(List.of(models)), chat).run(ID, request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "collective", "cascade"})
  void everyPartOfAModeSeesTheImage(String mode) {
    SpawnResult result =
        run(
            IMAGE + ",'mode':'" + mode + "'",
            model("a/blind", false, false),
            model("b/unknown", null, null),
            model("c/sees", true, false),
            model("d/sees", true, null),
            model("e/sees", true, true));

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(chat.calls())
        .allSatisfy(
            call -> {
              assertThat(call.prompt().media().images()).hasSize(1);
              assertThat(call.model()).endsWith("/sees");
            });
  }

  @Test
  void withoutAModelThatSeesNothingIsCalled() {
    SpawnResult result = run(IMAGE, model("a/blind", false, null), model("b/unknown", null, null));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons())
        .contains("answer: no model of the operator's list is left that is known to take images");
    assertThat(chat.calls()).isEmpty();
  }

  @Test
  void textOfAFileIsPartOfThePromptForAnyModel() {
    SpawnResult result =
        run("'files':[{'name':'notes.txt','text':'Two is prime.'}]", model("a/any", null, null));

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    Prompt prompt = chat.calls().get(0).prompt();
    assertThat(prompt.media().needed()).isEmpty();
    assertThat(prompt.messages().get(0).text())
        .startsWith("t\n\n[[")
        .contains("begin file notes.txt]]\nTwo is prime.\n[[");
  }

  @Test
  void imagesCountWhenACallIsReserved() {
    SpawnResult plain = run("'dryRun':true", model("c/sees", true, false));
    SpawnResult shown = run(IMAGE + ",'dryRun':true", model("c/sees", true, false));

    assertThat(shown.plan().get(0).worstCaseUsd().isAbove(plain.plan().get(0).worstCaseUsd()))
        .isTrue();
  }

  @Test
  void attachmentThatIsNotThereFailsTheSpawn() {
    AttachmentId id = AttachmentId.of(new byte[1]);

    SpawnResult result = run("'images':['" + id + "']", model("c/sees", true, false));

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons()).contains(id + " is missing: there is no store of attachments");
    assertThat(chat.calls()).isEmpty();
  }
}
