package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCommandsTest {

  private final StubApi api;

  ApiCommandsTest() throws IOException {
    api = new StubApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void pickSendsEveryRequirement() {
    api.answering("/pick", 200, "{'data':{'id':'acme/quick','reason':'r'}}");
    CommandRun unused =
        CommandRun.of(
            "pick", "coding", "--require", "json", "--min-context", "9000", "--url", api.url());
    assertThat(api.asked()).containsExactly("GET /pick?task=coding&require=json&minContext=9000");
  }

  @Test
  void pickPrintsTheIdOnItsOwnLine() {
    api.answering("/pick", 200, "{'data':{'id':'acme/quick','reason':'Top coding model'}}");
    CommandRun run = CommandRun.of("pick", "fix a race", "--budget", "low", "--url", api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).containsExactly("acme/quick", "Top coding model");
    assertThat(api.asked()).containsExactly("GET /pick?task=fix+a+race&budget=low");
  }

  @Test
  void jsonIsTheApisAnswer() {
    api.answering("/pick", 200, "{'data':{'id':'acme/quick','reason':'r','more':1}}");
    CommandRun run = CommandRun.of("pick", "coding", "--json", "--url", api.url());
    assertThat(run.out()).contains("\"more\" : 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pick coding", "recommend coding", "models", "names", "status", "spawns"})
  void everyReadingCommandCanPrintJson(String command) {
    String[] words = command.split(" ");
    String path = words[0].equals("names") ? "/names/unresolved" : "/" + words[0];
    api.answering(path, 200, "{'data':{'more':1}}");
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--output", "json", "--url", api.url()));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.out()).contains("\"more\" : 1");
  }

  @Test
  void unknownFormatIsRejected() {
    CommandRun run = CommandRun.of("status", "--output", "xml", "--url", api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'xml' is not a format: expected json or table");
  }

  @Test
  void aKeyGoesWithTheRequest() {
    api.answering("/spawns/a", 202, "{'data':{'status':'cancelled'}}");
    CommandRun.of("spawns", "--cancel", "a", "--key", "0123456789abcdef", "--url", api.url());
    assertThat(api.keys()).containsExactly("Bearer 0123456789abcdef");
  }

  @Test
  void recommendSendsEveryRequirement() {
    api.answering(
        "/recommend",
        200,
        "{'data':[{'model':{'id':'acme/quick','pricing':{'prompt':0.5,'completion':2}},"
            + "'reason':'Cheap','confidence':0.815}],'meta':{}}");
    CommandRun run =
        CommandRun.of(
            "recommend",
            "coding",
            "--count",
            "2",
            "--exclude",
            "a/b,c/d",
            "--require",
            "vision",
            "--require",
            "json",
            "--min-context",
            "100000",
            "--include-free",
            "--url",
            api.url());
    assertThat(api.asked())
        .containsExactly(
            "GET /recommend?task=coding&require=vision%2Cjson&exclude=a%2Fb%2Cc%2Fd"
                + "&minContext=100000&count=2&includeFree=true");
    assertThat(run.out().lines().skip(1))
        .containsExactly("acme/quick        0.82     0.50      2.00  Cheap");
  }

  @Test
  void modelsShowsTheScoreOfTheRequestedCategory() {
    api.answering(
        "/models",
        200,
        "{'data':[{'id':'acme/quick','tier':'budget','scores':{'coding':61.24,'general':50},"
            + "'pricing':{'prompt':-1,'completion':-1},'contextLength':1000,'categories':['coding']}],"
            + "'meta':{'total':9,'filtered':3,'lastRefresh':'2026-01-01T00:00:00Z'}}");
    CommandRun run = CommandRun.of("models", "--category", "coding", "--utc", "--url", api.url());
    assertThat(run.out())
        .contains("61.2")
        .contains("1 shown of 3 that match, 9 in all; refreshed 2026-01-01 00:00Z")
        .doesNotContain("-1.00");
  }

  @Test
  void statusShowsWhyASourceIsStale() {
    api.answering(
        "/status",
        200,
        "{'data':{'status':'degraded','modelCount':3,'sources':{'hfLeaderboard':{'status':'stale',"
            + "'count':7,'origin':'snapshot','reason':'connection refused'}}}}");
    CommandRun run = CommandRun.of("status", "--url", api.url());
    assertThat(run.out())
        .contains("degraded: 3 models, refreshed -")
        .containsPattern("hf-leaderboard +stale +7 +snapshot +- +connection refused");
  }

  @Test
  void namesShowsOneLinePerNearestModel() {
    api.answering(
        "/names/unresolved",
        200,
        "{'data':[{'source':'lmarena','key':'text/quick-2','name':'quick-2','nearest':["
            + "{'id':'acme/quick','why':'version 1'},{'id':'acme/quicker','why':'other family'}]},"
            + "{'source':'livebench','key':'odd','name':'odd','nearest':[]}],"
            + "'meta':{'total':9,'filtered':3,'bySource':{'lmarena':8,'livebench':1}}}");
    CommandRun run =
        CommandRun.of(
            "names",
            "--source",
            "lmarena",
            "--limit",
            "2",
            "--search",
            "quick 2",
            "--url",
            api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .containsExactly("GET /names/unresolved?source=lmarena&limit=2&q=quick+2");
    assertThat(run.out().lines().skip(1))
        .containsExactly(
            "lmarena    quick-2  acme/quick    version 1",
            "                    acme/quicker  other family",
            "livebench  odd      -             nothing is near",
            "2 shown of 3 that match, 9 in all");
  }

  @Test
  void badRequestIsAUsageError() {
    api.answering(
        "/models", 400, "{'error':{'code':'invalid_limit','message':'limit: 1 to 1000'}}");
    CommandRun run = CommandRun.of("models", "--limit", "0", "--url", api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("limit: 1 to 1000 (invalid_limit)");
  }

  @Test
  void noModelInBudgetIsAFailure() {
    api.answering("/pick", 404, "{'error':{'code':'no_model','message':'none under $1'}}");
    CommandRun run = CommandRun.of("pick", "coding", "--url", api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("none under $1");
  }

  @Test
  void anotherProgramsAnswerIsReported() {
    api.answering("/status", 200, "<html>");
    assertThat(CommandRun.of("status", "--url", api.url()).err()).contains("is it Smart Spawn's?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status", "models", "pick coding", "recommend coding", "names", "refresh"})
  void nothingRunningIsReported(String command) {
    String url = "http://127.0.0.1:" + LoopbackPort.free();
    CommandRun run = CommandRun.of((command + " --url " + url).split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err().strip())
        .isEqualTo(
            "smart-spawn: nothing answers at %s: is `./smart-spawn up` running?".formatted(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "pick",
        "models --limit many",
        "names --limit many",
        "refresh --source bing",
        "evaluate --bootstrap-server here"
      })
  void misuseIsAUsageError(String command) {
    CommandRun run = CommandRun.of(command.isEmpty() ? new String[0] : command.split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "refresh",
        "status",
        "models",
        "pick",
        "recommend",
        "explain",
        "model",
        "compare",
        "changes",
        "spawn",
        "spawns",
        "names",
        "topics",
        "evaluate",
        "bench",
        "completion"
      })
  void everyCommandExplainsItself(String command) {
    CommandRun run = CommandRun.of((command + " --help").strip().split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("Usage: smart-spawn");
    assertThat(CommandRun.of(("help " + command).strip().split(" "))).isEqualTo(run);
  }
}
