package dev.smartspawn.local.command.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.StubApi;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshSourcesCommandTest {

  private static final String BEFORE = lmarena("ok", "'lastAttempt':'2026-01-01T00:00:00Z'", 390);
  private static final String UNDER_WAY =
      lmarena("ok", "'lastAttempt':'2026-01-02T00:00:00Z','refreshing':true,'applied':true", 390);
  private static final String NOT_YET_SERVED =
      lmarena("ok", "'lastAttempt':'2026-01-02T00:00:00Z','refreshing':false,'applied':false", 397);

  private final StubApi api;

  RefreshSourcesCommandTest() throws IOException {
    api = new StubApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void waitsUntilThePullIsServed() {
    api.answering(
            "/refresh", 202, "{'data':{'started':true,'sources':{'lmarena':{'started':true}}}}")
        .answering("/status", 200, BEFORE)
        .answering("/status", 200, BEFORE)
        .answering("/status", 200, UNDER_WAY)
        .answering("/status", 200, NOT_YET_SERVED)
        .answering("/status", 200, served("ok"));
    CommandRun run = CommandRun.of("refresh", "--source", "lmarena", "--url", api.url());
    assertThat(run.out()).contains("ok, 397 records");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked())
        .contains("POST /refresh{\"sources\":[\"lmarena\"],\"requestedBy\":\"command line\"}");
  }

  @Test
  void failedPullIsAFailure() {
    api.answering(
            "/refresh", 202, "{'data':{'started':true,'sources':{'lmarena':{'started':true}}}}")
        .answering("/status", 200, BEFORE)
        .answering("/status", 200, served("stale"));
    CommandRun run = CommandRun.of("refresh", "--url", api.url());
    assertThat(run.out()).contains("stale, 397 records: HTTP 500");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void refusedPullSaysWhy() {
    api.answering(
            "/refresh",
            200,
            "{'data':{'started':false,'sources':{'lmarena':{'started':false,'reason':'too soon'}}}}")
        .answering("/status", 200, BEFORE);
    CommandRun run = CommandRun.of("refresh", "--url", api.url());
    assertThat(run.out()).contains("lmarena").contains("not pulled: too soon");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void doesNotWaitWhenToldNotTo() {
    api.answering(
        "/refresh", 202, "{'data':{'started':true,'sources':{'lmarena':{'started':true}}}}");
    CommandRun run = CommandRun.of("refresh", "--no-wait", "--url", api.url());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(api.asked()).containsExactly("POST /refresh{\"requestedBy\":\"command line\"}");
  }

  @Test
  void pullThatTakesTooLongIsAFailure() {
    api.answering(
            "/refresh", 202, "{'data':{'started':true,'sources':{'lmarena':{'started':true}}}}")
        .answering("/status", 200, BEFORE)
        .answering("/status", 200, UNDER_WAY);
    CommandRun run = CommandRun.of("refresh", "--timeout", "1", "--url", api.url());
    assertThat(run.out()).contains("lmarena").contains("still under way");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
  }

  private static String served(String outcome) {
    String reason = outcome.equals("ok") ? "" : ",'reason':'HTTP 500'";
    return lmarena(
        outcome,
        "'lastAttempt':'2026-01-02T00:00:00Z','refreshing':false,'applied':true" + reason,
        397);
  }

  private static String lmarena(String outcome, String rest, int count) {
    return "{'data':{'sources':{'lmarena':{'status':'%s','count':%d,%s}}}}"
        .formatted(outcome, count, rest);
  }
}
