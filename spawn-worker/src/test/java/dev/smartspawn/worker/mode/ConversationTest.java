package dev.smartspawn.worker.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a conversation and instructions reach the models of each part. */
class ConversationTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final String TALK =
      "'messages':[{'role':'system','content':'Answer in French.'},"
          + "{'role':'user','content':'Name a prime.'},{'role':'assistant','content':'Deux.'},"
          + "{'role':'user','content':'And another?'}]";

  private final ScriptedChat chat = ScriptedChat.namingItsModel();
  private final Workbench bench = new Workbench(new TestModels(), chat);

  private SpawnResult run(String fields) {
    SpawnResult result = bench.run(ID, request(fields));
    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    return result;
  }

  private static SpawnRequest request(String fields) {
    try {
      return SpawnRequest.of(Json.MAPPER.readTree(("{" + fields + "}").replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The messages of the calls whose first message begins like this. */
  private List<Prompt.Message> messages(String beginning) {
    return chat.calls().stream()
        .map(call -> call.prompt().messages())
        .filter(messages -> messages.get(0).text().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private static Prompt.Message message(Prompt.Role role, String text) {
    return new Prompt.Message(role, text);
  }

  @Test
  void systemTextIsASystemMessage() {
    run("'task':'Name a prime.','system':'Answer in French.'");

    assertThat(chat.calls().get(0).prompt().messages())
        .containsExactly(
            message(Prompt.Role.SYSTEM, "Answer in French."),
            message(Prompt.Role.USER, "Name a prime."));
  }

  @Test
  void membersGetTheConversationAsItIs() {
    run(TALK + ",'mode':'collective','context':'for a child'");

    assertThat(chat.calls()).hasSize(4);
    assertThat(messages("Answer in French."))
        .containsExactly(
            message(Prompt.Role.SYSTEM, "Answer in French."),
            message(Prompt.Role.USER, "Name a prime."),
            message(Prompt.Role.ASSISTANT, "Deux."),
            message(Prompt.Role.USER, "And another?\n\nContext:\nfor a child"));
  }

  @Test
  void mergeFollowsTheInstructionsAndSeesTheConversationAsMaterial() {
    run(TALK + ",'mode':'collective'");

    List<Prompt.Message> merge = messages("Several models");
    assertThat(merge).hasSize(2);
    assertThat(merge.get(0).text())
        .endsWith(
            "These instructions come with the task, and your answer must follow them:\n\nAnswer in French.");
    assertThat(merge.get(1).text())
        .containsSubsequence(
            "begin message 1 by the user]]\nName a prime.\n",
            "begin message 2 by the assistant]]\nDeux.\n",
            "begin task]]\nAnd another?\n",
            "begin answer A by ")
        .doesNotContain("French");
  }

  @Test
  void judgeSeesTheInstructionsAsMaterial() {
    run(TALK + ",'mode':'cascade'");

    List<Prompt.Message> judge = messages("You grade");
    assertThat(judge.get(0).text()).doesNotContain("French");
    assertThat(judge.get(1).text())
        .containsSubsequence(
            "begin instructions]]\nAnswer in French.\n",
            "begin message 1 by the user]]\nName a prime.\n",
            "begin task]]\nAnd another?\n",
            "begin answer]]\nanswer of deepseek/cheap\n");
  }

  @Test
  void escalationContinuesTheConversation() {
    run(TALK + ",'mode':'cascade'");

    List<Prompt.Message> escalation = messages("Do the task");
    assertThat(escalation)
        .extracting(Prompt.Message::role)
        .containsExactly(
            Prompt.Role.SYSTEM, Prompt.Role.USER, Prompt.Role.ASSISTANT, Prompt.Role.USER);
    assertThat(escalation.get(0).text())
        .endsWith("These instructions come with the task:\n\nAnswer in French.");
    assertThat(escalation.get(3).text())
        .startsWith("And another?\n\n")
        .contains("begin attempt]]\nanswer of deepseek/cheap\n");
  }

  @Test
  void reservationCountsAllTexts() {
    run("'task':'t'");
    Usd small = reserved();
    Workbench other = new Workbench(new TestModels(), chat);
    SpawnResult unused =
        other.run(
            ID,
            request(
                "'messages':[{'role':'system','content':'%1$s'},{'role':'user','content':'%1$s'},{'role':'assistant','content':'%1$s'},{'role':'user','content':'t'}]"
                    .formatted("x".repeat(1000))));

    Usd large = reserved(other);
    // 3,000 bytes and three messages more, at 4 dollars a million.
    assertThat(large.minus(small)).isEqualTo(Usd.of("0.012768"));
  }

  private Usd reserved() {
    return reserved(bench);
  }

  private static Usd reserved(Workbench bench) {
    return bench.ledger().steps(ID).stream()
        .filter(SpawnStep.CallStarted.class::isInstance)
        .map(step -> ((SpawnStep.CallStarted) step).reservedUsd())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void dryRunIsAnUpperBoundOfWhatIsReserved() {
    for (String mode : List.of("single", "collective")) {
      Workbench dry = new Workbench(new TestModels(), chat);
      Workbench real = new Workbench(new TestModels(), chat);
      SpawnResult planned = dry.run(ID, request(TALK + ",'dryRun':true,'mode':'" + mode + "'"));
      SpawnResult unused = real.run(ID, request(TALK + ",'mode':'" + mode + "'"));

      Usd most = Usd.sum(planned.plan().stream().map(call -> call.worstCaseUsd()).toList());
      Usd taken =
          Usd.sum(
              real.ledger().steps(ID).stream()
                  .filter(SpawnStep.CallStarted.class::isInstance)
                  .map(step -> ((SpawnStep.CallStarted) step).reservedUsd())
                  .toList());
      assertThat(taken.isAbove(most)).as("%s: %s of %s", mode, taken, most).isFalse();
    }
  }
}
