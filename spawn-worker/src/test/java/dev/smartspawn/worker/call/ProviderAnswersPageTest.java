package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every row of docs/provider-answers.md. */
class ProviderAnswersPageTest {

  private static final Path PAGE = Path.of("../docs/provider-answers.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d{3}|-) \\| (?:`(.*)`|([^`|]+)) \\| ([a-z, -]+) \\| ([a-z, -]+) \\| ([a-z ]+) \\|$");

  /** At 5 and 25 dollars per million tokens: 20 tokens read and 6 written. */
  private static final Usd LIST_PRICE = Usd.of("0.00025");

  private static final Usd REPORTED = Usd.of("0.005");

  /** What the first model of {@link TestModels} may cost for the task, but for the template. */
  private static final String TASK = "Name three primes.";

  /**
   * @param status 0 for something that happens to the connection
   * @param answer the body, or what happens to the connection
   */
  record Row(int status, String answer, String countsAs, String then, String charged) {

    static Row of(MatchResult line) {
      String status = line.group(1);
      return new Row(
          status.equals("-") ? 0 : Integer.parseInt(status),
          Optional.ofNullable(line.group(2)).orElse(line.group(3)).replace("\\n", "\n"),
          line.group(4),
          line.group(5),
          line.group(6));
    }

    boolean isAnswer() {
      return countsAs.startsWith("answer");
    }

    Reply reply() {
      return status == 0 ? onConnection() : Reply.of(status, answer);
    }

    private Reply onConnection() {
      return switch (answer) {
        case "the connection breaks before an answer" -> Reply.hangUp();
        case "the connection breaks within the answer" ->
            Reply.part(200, "{\"choices\":[{\"message\":{\"content\":\"2, ", 900);
        case "nothing comes" -> Reply.silence();
        default -> throw new AssertionError("no such event on a connection: " + answer);
      };
    }
  }

  static Stream<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().map(Row::of);
  }

  @Test
  void everyLineOfTheTablesIsARow() throws IOException {
    long lines =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| status"))
            .count();

    assertThat(rows()).hasSize((int) lines).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rowIsTrue(Row row) throws IOException {
    if (row.answer().equals("the connection is refused")) {
      play(row, new RawChatServer(request -> Reply.hangUp()), true);
    } else {
      play(row, new RawChatServer(new Script(row)::reply), false);
    }
  }

  private static void play(Row row, RawChatServer server, boolean away) throws IOException {
    if (away) {
      server.close();
    }
    try (server;
        HttpChatApi api = new HttpChatApi(List.of("sk-secret-key"), Clock.systemUTC())) {
      Workbench bench = new Workbench(new TestModels(), api, server.baseUrl());
      SpawnId id = new SpawnId("row");

      SpawnResult result = bench.run(id, request(row));

      Calls calls = new Calls(bench.ledger().steps(id));
      assertThat(calls.countedAs(result)).isEqualTo(row.countsAs());
      assertThat(calls.then(server.requests())).isEqualTo(row.then());
      assertThat(calls.charged()).isEqualTo(row.charged());
    }
  }

  private static SpawnRequest request(Row row) {
    boolean silent = row.answer().equals("nothing comes");
    return SpawnRequest.of(
        Json.MAPPER
            .createObjectNode()
            .put("task", TASK)
            .put("mode", "single")
            .put("budget", "any")
            .put("timeoutSeconds", silent ? 2 : 60));
  }

  /** The first model gets the row's answer, once if the second request is to differ. */
  private static final class Script {

    private final Row row;
    private String first = "";
    private boolean played;

    Script(Row row) {
      this.row = row;
    }

    synchronized Reply reply(JsonNode request) {
      String model = request.path("model").asText();
      first = first.isEmpty() ? model : first;
      boolean again = model.equals(first) && !(played && row.then().equals("same model, changed"));
      played = true;
      return again
          ? row.reply()
          : Reply.of(
              200,
              "{\"choices\":[{\"message\":{\"content\":\"seven\"},\"finish_reason\":\"stop\"}],"
                  + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}");
    }
  }

  /** What the ledger has of a spawn's calls, in the page's words. */
  private static final class Calls {

    private final List<SpawnStep> steps;
    private final List<SpawnStep.CallStarted> started;
    private final SpawnStep end;

    Calls(List<SpawnStep> steps) {
      this.steps = steps;
      this.started = all(SpawnStep.CallStarted.class);
      this.end =
          steps.stream()
              .filter(
                  step ->
                      step instanceof SpawnStep.CallFinished
                          || step instanceof SpawnStep.CallFailed
                          || step instanceof SpawnStep.CallAmbiguous)
              .findFirst()
              .orElseThrow();
    }

    String countedAs(SpawnResult result) {
      if (end instanceof SpawnStep.CallFinished finished) {
        assertThat(result.answer()).isEqualTo(finished.text());
        return finished.cut() ? "answer, cut" : "answer";
      }
      return end instanceof SpawnStep.CallFailed failed
          ? failed.kind().id()
          : ((SpawnStep.CallAmbiguous) end).kind().id();
    }

    String then(List<JsonNode> requests) {
      if (end instanceof SpawnStep.CallFinished) {
        assertThat(started).hasSize(1);
        return "-";
      }
      long ofFirst =
          started.stream().filter(call -> call.model().equals(started.get(0).model())).count();
      if (started.size() == 1) {
        return withheld().contains("asked again later") ? "provider paused" : "nothing";
      }
      if (ofFirst == 3 && all(SpawnStep.RetryScheduled.class).size() >= 2) {
        return "same model, later";
      }
      if (ofFirst == 2 && started.size() == 2) {
        assertThat(requests.get(0)).isNotEqualTo(requests.get(1));
        return "same model, changed";
      }
      int room = requests.get(0).path("max_tokens").asInt();
      return requests.get(1).path("max_tokens").asInt() == 4 * room
          ? "next model, more room"
          : "next model";
    }

    String charged() {
      Usd reserved = started.get(0).reservedUsd();
      if (end instanceof SpawnStep.CallAmbiguous ambiguous) {
        assertThat(ambiguous.countedUsd()).isEqualTo(reserved);
        return "worst case";
      }
      boolean finished = end instanceof SpawnStep.CallFinished;
      Usd cost =
          finished
              ? ((SpawnStep.CallFinished) end).costUsd()
              : ((SpawnStep.CallFailed) end).costUsd();
      boolean estimated =
          finished
              ? ((SpawnStep.CallFinished) end).estimated()
              : ((SpawnStep.CallFailed) end).estimated();
      if (cost.equals(Usd.ZERO)) {
        return "nothing";
      }
      if (cost.equals(REPORTED)) {
        return "reported cost";
      }
      if (cost.equals(LIST_PRICE)) {
        return "list price";
      }
      assertThat(estimated).as("%s is marked as an estimate", cost).isTrue();
      assertThat(cost).isGreaterThan(LIST_PRICE).isLessThanOrEqualTo(reserved);
      return "estimate";
    }

    private String withheld() {
      return all(SpawnStep.CallWithheld.class).stream()
          .map(SpawnStep.CallWithheld::reason)
          .reduce("", (one, other) -> one + '\n' + other);
    }

    private <T> List<T> all(Class<T> type) {
      return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
