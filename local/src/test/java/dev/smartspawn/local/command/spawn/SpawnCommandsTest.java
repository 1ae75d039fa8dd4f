package dev.smartspawn.local.command.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.StubApi;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnCommandsTest {

  private static final String ACCEPTED = "{'data':{'id':'0-7','status':'queued'}}";
  private static final String STARTED =
      """
      id:3
      event:callStarted
      data:{'step':{'type':'callStarted','callId':'c','part':'answer','model':'acme/quick'}}

      """;
  private static final String ENDED =
      """
      id:4
      event:callFinished
      data:{'step':{'type':'callFinished','callId':'c','costUsd':0.00036}}

      id:5
      event:finished
      data:{'step':{'type':'finished'}}

      """;
  private static final String COMPLETED =
      """
      {'data':{'id':'0-7','status':'completed','answer':'2, 3, 5','model':'acme/quick','costUsd':0.00036000,
       'savingsUsd':-0.00010000,'calls':1,'tokens':{'prompt':5,'completion':2},'reasons':['as cheap as can be']}}
      """;

  private final StubApi api;

  SpawnCommandsTest() throws IOException {
    api = new StubApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void onlyTheAnswerGoesToStandardOutput() {
    api.answering("/spawns", 202, ACCEPTED)
        .answering("/spawns/0-7/events", 200, STARTED + ENDED)
        .answering("/spawns/0-7", 200, COMPLETED);

    CommandRun run = CommandRun.of("spawn", "Name three primes.", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).containsExactly("2, 3, 5");
    assertThat(run.err())
        .contains("answer: asking acme/quick")
        .contains("answer: acme/quick answered, $0.00036")
        .contains("note    as cheap as can be")
        .contains("cost    $0.00036 in 1 calls")
        .contains("        $0.0001 more than one answer from the best model at budget high");
  }

  @Test
  void checkedAnswerIsPrintedAsItsValue() {
    api.answering("/spawns", 202, ACCEPTED)
        .answering("/spawns/0-7/events", 200, STARTED + ENDED)
        .answering(
            "/spawns/0-7",
            200,
            COMPLETED.replace(
                "'answer':'2, 3, 5'",
                "'answer':'```json [0.10000000000000000001]```','json':[0.10000000000000000001]"));

    CommandRun run =
        CommandRun.of("spawn", "primes", "--response-format", "json", "--url", api.url());

    assertThat(run.out().strip()).isEqualTo("[ 0.10000000000000000001 ]");
  }

  @Test
  void onlyGivenOptionsAreSent() {
    api.answering("/spawns", 202, ACCEPTED);

    CommandRun bare = CommandRun.of("spawn", "t", "--no-wait", "--url", api.url());
    CommandRun full =
        CommandRun.of(
            "spawn",
            "t",
            "--no-wait",
            "--url",
            api.url(),
            "--mode",
            "cascade",
            "--budget",
            "low",
            "--require",
            "json,vision",
            "--max-cost",
            "0.25",
            "--timeout",
            "60",
            "--data-collection",
            "deny",
            "--only-provider",
            "mistral,ollama",
            "--ignore-provider",
            "azure",
            "--region",
            "eu",
            "--dry-run");

    assertThat(bare.out().strip()).isEqualTo("0-7");
    assertThat(full.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .containsExactly(
            "POST /spawns{\"task\":\"t\"}",
            "POST /spawns{\"task\":\"t\",\"mode\":\"cascade\",\"budget\":\"low\",\"require\":[\"json\",\"vision\"],"
                + "\"maxCostUsd\":0.25,\"timeoutSeconds\":60,\"privacy\":{\"dataCollection\":\"deny\",\"providers\":{\"only\":[\"mistral\",\"ollama\"],"
                + "\"ignore\":[\"azure\"]},\"regions\":[\"eu\"]},\"dryRun\":true}");
  }

  @Test
  void parametersAreSent() {
    api.answering("/spawns", 202, ACCEPTED);

    CommandRun run =
        CommandRun.of(
            "spawn",
            "t",
            "--no-wait",
            "--url",
            api.url(),
            "--temperature",
            "0.2",
            "--top-p",
            "0.9",
            "--max-tokens",
            "500",
            "--effort",
            "high",
            "--seed",
            "7",
            "--stop",
            "END",
            "--stop",
            "###",
            "--verbosity",
            "low",
            "--require-parameters");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .containsExactly(
            "POST /spawns{\"task\":\"t\",\"parameters\":{\"temperature\":0.2,\"topP\":0.9,\"maxTokens\":500,"
                + "\"effort\":\"high\",\"seed\":7,\"stop\":[\"END\",\"###\"],\"verbosity\":\"low\"},\"requireParameters\":true}");
  }

  @Test
  void formOfTheAnswerIsSent(@TempDir Path folder) throws IOException {
    api.answering("/spawns", 202, ACCEPTED);
    Path file = folder.resolve("schema.json");
    Files.writeString(file, "{\"type\":\"array\"}");

    for (String format : List.of("json", file.toString())) {
      assertThat(
              CommandRun.of(
                      "spawn", "t", "--response-format", format, "--no-wait", "--url", api.url())
                  .exitCode())
          .isEqualTo(ExitCode.OK);
    }
    assertThat(api.asked())
        .containsExactly(
            "POST /spawns{\"task\":\"t\",\"responseFormat\":\"json\"}",
            "POST /spawns{\"task\":\"t\",\"responseFormat\":{\"type\":\"array\"}}");
  }

  @Test
  void systemTextAndConversationAreSent(@TempDir Path folder) throws IOException {
    api.answering("/spawns", 202, ACCEPTED);
    Path file = folder.resolve("talk.json");
    String list = "[{\"role\":\"user\",\"content\":\"Sort.\"}]";
    Files.writeString(file, "{\"model\":\"any\",\"messages\":" + list + "}");

    assertThat(
            CommandRun.of("spawn", "t", "--system", "s", "--no-wait", "--url", api.url())
                .exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(
            CommandRun.of("spawn", "--messages", file.toString(), "--no-wait", "--url", api.url())
                .exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(
            CommandRun.withInput(list, "spawn", "--messages", "-", "--no-wait", "--url", api.url())
                .exitCode())
        .isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .containsExactly(
            "POST /spawns{\"task\":\"t\",\"system\":\"s\"}",
            "POST /spawns{\"messages\":" + list + "}",
            "POST /spawns{\"messages\":" + list + "}");
  }

  @Test
  void byteOrderMarkBeforeJsonIsPassedOver(@TempDir Path folder) throws IOException {
    api.answering("/spawns", 202, ACCEPTED);
    Path file = folder.resolve("schema.json");
    Files.writeString(file, "\uFEFF{\"type\":\"array\"}");

    CommandRun run =
        CommandRun.of(
            "spawn", "t", "--response-format", file.toString(), "--no-wait", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .containsExactly("POST /spawns{\"task\":\"t\",\"responseFormat\":{\"type\":\"array\"}}");
  }

  @Test
  void fileWithoutJsonIsAMistake(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("talk.json");
    Files.writeString(file, "Sort.");

    CommandRun run = CommandRun.of("spawn", "--messages", file.toString(), "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("it is not JSON; expected a JSON list of messages");
    assertThat(CommandRun.of("spawn", "--messages", file + "x", "--url", api.url()).err())
        .contains("does not exist; expected a JSON list of messages");
    assertThat(CommandRun.of("spawn", "--url", api.url()).err())
        .contains("TASK is empty: expected the task in words");
  }

  @Test
  void dashReadsTheTaskFromStandardInput() {
    api.answering("/spawns", 202, ACCEPTED);

    CommandRun run =
        CommandRun.withInput("Räum auf.\nAlles.", "spawn", "-", "--no-wait", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked()).containsExactly("POST /spawns{\"task\":\"Räum auf.\\nAlles.\"}");
  }

  @Test
  void brokenStreamContinuesWhereItBroke() {
    api.answering("/spawns", 202, ACCEPTED)
        .answering("/spawns/0-7/events", 200, STARTED)
        .answering("/spawns/0-7/events", 200, ENDED)
        .answering("/spawns/0-7", 200, COMPLETED);

    CommandRun run = CommandRun.of("spawn", "t", "--url", api.url());

    assertThat(run.err()).containsOnlyOnce("asking acme/quick").contains("answered");
    assertThat(api.asked()).filteredOn(asked -> asked.contains("/events")).hasSize(2);
  }

  @Test
  void failedSpawnIsAFailure() {
    api.answering("/spawns", 202, ACCEPTED)
        .answering("/spawns/0-7/events", 204, "")
        .answering(
            "/spawns/0-7",
            200,
            "{'data':{'id':'0-7','status':'failed','costUsd':0,'calls':0,"
                + "'tokens':{'prompt':0,'completion':0},'reasons':['no key for openrouter']}}");

    CommandRun run = CommandRun.of("spawn", "t", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no key for openrouter").contains("status  failed");
  }

  @Test
  void badRequestShowsTheApisMessage() {
    api.answering(
        "/spawns", 400, "{'error':{'code':'invalid_request','message':'did you mean budget?'}}");

    CommandRun run = CommandRun.of("spawn", "t", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("did you mean budget?");
  }

  @Test
  void spawnsAreListedShownCancelledAndRated() {
    api.answering(
            "/spawns",
            200,
            "{'data':[{'id':'0-7','status':'running','mode':'single','costUsd':0.5,'task':'first\\n"
                + "second'}],'meta':{'total':9,'filtered':3}}")
        .answering("/spawns/0-7", 202, COMPLETED)
        .answering("/spawns/0-7/outcome", 202, "{'data':{}}");

    CommandRun list = CommandRun.of("spawns", "--status", "running", "--url", api.url());
    CommandRun cancel = CommandRun.of("spawns", "--cancel", "0-7", "--url", api.url());
    CommandRun rate = CommandRun.of("spawns", "0-7", "--rate", "4", "--url", api.url());

    assertThat(list.out())
        .contains("0-7")
        .contains("first")
        .doesNotContain("second")
        .contains("1 shown of 3");
    assertThat(cancel.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(rate.out()).contains("2, 3, 5");
    assertThat(api.asked())
        .containsExactly(
            "GET /spawns?status=running",
            "DELETE /spawns/0-7",
            "POST /spawns/0-7/outcome{\"rating\":4}",
            "GET /spawns/0-7");
  }
}
