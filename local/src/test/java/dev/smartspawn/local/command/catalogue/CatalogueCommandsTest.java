package dev.smartspawn.local.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.StubApi;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueCommandsTest {

  private final StubApi api;

  CatalogueCommandsTest() throws IOException {
    api = new StubApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void modelShowsFactsEstimatesAndEvidence() {
    api.answering(
        "/models/acme/quick:free",
        200,
        "{'data':{'id':'acme/quick:free','name':'Quick','provider':'acme','contextLength':200000,"
            + "'tier':'budget','pricing':{'prompt':0.5,'completion':2,'longPrompts':["
            + "{'minTokens':100000,'prompt':1,'completion':4}]},"
            + "'capabilities':{'vision':true,'json':false},'scores':{'coding':61.24},"
            + "'estimates':{'coding':{'estimate':70.5,'low':68,'high':73,'sources':2}},"
            + "'sourcesCovered':['openrouter'],'lastUpdated':'2026-01-01T00:00:00Z',"
            + "'evidence':[{'metric':'lmarena/text','value':1200,'sourceName':'quick-1','effort':null,"
            + "'rule':'alias','pulledAt':'2026-01-01T00:00:00Z'}]}}");

    CommandRun run = CommandRun.of("model", "acme/quick:free", "--utc", "--url", api.url());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("acme/quick:free  Quick\n")
        .contains("context   200,000 tokens")
        .contains("prices    $0.50 in, $2.00 out per 1M tokens")
        .contains("$1.00 in, $4.00 out per 1M tokens from 100,000 prompt tokens on")
        .contains("able to   vision\n")
        .contains("updated   2026-01-01 00:00Z")
        .containsPattern("coding +61.2 +70.5 +68.0 +73.0 +2")
        .containsPattern("lmarena/text +1200 +quick-1 +- +alias +2026-01-01 00:00Z");
  }

  @Test
  void oddModelIdIsSentAsItWasTyped() {
    api.answering(
        "/models/a b/ä?", 404, "{'error':{'code':'unknown_model','message':'there is no model'}}");

    CommandRun run = CommandRun.of("model", "a b/ä?", "--url", api.url());

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("there is no model (unknown_model)");
    assertThat(api.asked()).containsExactly("GET /models/a%20b/%C3%A4%3F");
  }

  @Test
  void compareMarksTheBestOfEachRow() {
    api.answering(
        "/compare",
        200,
        "{'data':[{'id':'acme/quick'},{'id':'acme/deep'}],'meta':{'differences':["
            + "{'field':'pricing.prompt','values':[0.5,3.0],'best':['acme/quick']},"
            + "{'field':'benchmarks.gpqa','values':[null,80.0],'best':['acme/deep']}]}}");

    CommandRun run = CommandRun.of("compare", "acme/quick", "acme/deep", "--url", api.url());

    assertThat(api.asked()).containsExactly("GET /compare?ids=acme%2Fquick%2Cacme%2Fdeep");
    assertThat(run.out().lines())
        .containsExactly(
            "FIGURE           acme/quick  acme/deep",
            "pricing.prompt   0.5 *       3.0",
            "benchmarks.gpqa  -           80.0 *");
  }

  @Test
  void changesAreFilteredAndShown() {
    api.answering(
        "/changes",
        200,
        "{'data':[{'at':'2026-01-02T03:04:05Z','modelId':'acme/quick','kind':'price',"
            + "'field':'pricing.prompt','from':1.0,'to':0.5},"
            + "{'at':'2026-01-02T03:04:05Z','modelId':'acme/new','kind':'added'},"
            + "{'at':'2026-01-02T03:04:05Z','kind':'category','field':'estimates.coding',"
            + "'from':60.5,'to':62.5,'cause':'all moved'},"
            + "{'at':'2026-01-02T03:04:05Z','modelId':'acme/new','kind':'pick',"
            + "'pick':{'category':'coding','budget':'low','before':'acme/quick'},"
            + "'cause':'acme/new is new'}],"
            + "'meta':{'total':60,'filtered':2}}");

    CommandRun run =
        CommandRun.of(
            "changes", "--since", "2026-01-01", "--kind", "price", "--utc", "--url", api.url());

    assertThat(api.asked())
        .containsExactly("GET /changes?since=2026-01-01T00%3A00%3A00Z&kind=price");
    assertThat(run.out())
        .containsPattern("2026-01-02 03:04Z +acme/quick +price +pricing.prompt +1.0 +0.5")
        .containsPattern("2026-01-02 03:04Z +acme/new +added +- +- +-")
        .containsPattern(" - +category +estimates.coding +60.5 +62.5 +all moved")
        .containsPattern("acme/new +pick +coding, low +acme/quick +acme/new +acme/new is new")
        .contains("4 shown of 2 that match, 60 remembered");
  }

  @Test
  void explainShowsTheLadderWithWhatRemovesAModel() {
    api.answering(
        "/recommend",
        200,
        "{'data':[],'meta':{'task':'t','budget':'low','category':'coding',"
            + "'classification':{'category':'coding','confidence':0.714,'matched':['debug']},"
            + "'candidatesConsidered':1,'why':'acme/quick is ahead by 2.0','ladder':["
            + "{'id':'acme/deep','estimate':90,'low':88,'high':92,"
            + "'pricing':{'prompt':9,'completion':30},'removedBy':'budget'},"
            + "{'id':'acme/quick','estimate':70,'low':null,'high':null,"
            + "'pricing':{'prompt':0.5,'completion':2},'removedBy':null}]}}");

    CommandRun run =
        CommandRun.of(
            "explain", "debug this", "--budget", "low", "--limit", "9", "--url", api.url());

    assertThat(api.asked())
        .containsExactly("GET /recommend?task=debug+this&budget=low&explain=true");
    assertThat(run.out())
        .startsWith(
            "coding (by debug, confidence 0.71), budget low: 1 models meet every requirement\n"
                + "acme/quick is ahead by 2.0\n")
        .containsPattern("acme/deep +1 +90.0 +88.0 +92.0 +9.00 +30.00 +budget")
        .containsPattern("acme/quick +2 +70.0 +- +- +0.50 +2.00\n")
        .contains("2 shown of 2");
  }
}
