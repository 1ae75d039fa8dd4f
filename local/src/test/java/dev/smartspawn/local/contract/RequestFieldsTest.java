package dev.smartspawn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.StubApi;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of a request can be given by REST, by Kafka, on the command line, by the OpenClaw
 * plugin and on the dashboard, or the table says why not.
 */
class RequestFieldsTest {

  private static final String YES = "yes";
  private static final String NO = "no: ";

  /** Field, arguments of {@code smart-spawn spawn} that give it, plugin, dashboard. */
  private static final String TABLE =
      """
      task | primes | yes | yes
      system | primes --system brief | yes | yes
      messages | --messages - | yes | no: a person asks one thing at a time
      images | primes --image https://example.com/a.png | yes | yes
      files | primes --file pom.xml | yes | yes
      id | primes --id a-1 | no: it makes the id, to follow the spawn when the answer is lost | no: the API makes it
      category | primes --category coding | yes | yes
      mode | primes --mode cascade | yes | yes
      budget | primes --budget low | yes | yes
      collectiveCount | primes --count 2 | yes | no: three suit most tasks
      label | primes --label L | yes | yes
      context | primes --context maths | yes | no: it can be written into the task
      parameters.temperature | primes --temperature 0.5 | yes | yes
      parameters.topP | primes --top-p 0.5 | yes | no: temperature does the same for a person
      parameters.maxTokens | primes --max-tokens 9 | yes | yes
      parameters.effort | primes --effort low | yes | yes
      parameters.seed | primes --seed 7 | yes | no: repeating an answer is for programs
      parameters.stop | primes --stop END | yes | no: cutting an answer is for programs
      parameters.verbosity | primes --verbosity low | yes | yes
      requireParameters | primes --require-parameters | yes | yes
      responseFormat | primes --response-format json | yes | yes
      require | primes --require vision | no: an agent describes the task, and the API finds what it needs | no: the Pick view has it
      minContext | primes --min-context 9 | no: the API counts what the request has | no: the Pick view has it
      exclude | primes --exclude a/b | no: an agent is not to judge models | no: the Pick view has it
      maxCostUsd | primes --max-cost 0.5 | no: the user's setting maxBudgetPerTask | yes
      timeoutSeconds | primes --timeout 60 | no: the user's setting workerTimeoutSeconds | no: a person can cancel
      judgeThreshold | primes --judge-threshold 8 | no: the default suits agents | no: the default suits people
      mergeModel | primes --merge-model a/b | no: an agent is not to judge models | no: the best one suits people
      privacy.dataCollection | primes --data-collection deny | yes | yes
      privacy.providers.only | primes --only-provider a | yes | yes
      privacy.providers.ignore | primes --ignore-provider a | yes | yes
      privacy.regions | primes --region eu | yes | no: it needs entries that name regions, which programs know
      idempotencyKey | primes --idempotency-key k | no: the id does the same | no: it is sent as a header
      dryRun | primes --dry-run | no: without workers the tool only names models | yes
      """;

  private static final String MESSAGES = "[{\"role\":\"user\",\"content\":\"primes\"}]";

  record Row(String field, String arguments, String plugin, String dashboard) {

    static Row of(String line) {
      String[] cells = line.split(" \\| ");
      return new Row(cells[0], cells[1], cells[2], cells[3]);
    }

    boolean isOnTheCommandLine() {
      return !arguments.startsWith(NO);
    }

    /** Whether the field is described, and not there yet. */
    boolean isToCome() {
      return Stream.of(arguments, plugin, dashboard).allMatch(cell -> cell.startsWith(NO));
    }

    @Override
    public String toString() {
      return field;
    }
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::of);
  }

  static Stream<Row> rowsOfTheCommandLine() {
    return rows().filter(Row::isOnTheCommandLine);
  }

  @Test
  void everyFieldHasARow() {
    Set<String> fields = RequestFieldDeclarations.ofTheRecord();

    assertThat(rows().map(Row::field)).doesNotHaveDuplicates().containsAll(fields);
    assertThat(rows().filter(row -> !fields.contains(row.field()))).allMatch(Row::isToCome);
  }

  @Test
  void theRestContractHasEveryField() throws IOException {
    assertThat(RequestFieldDeclarations.ofOpenApi())
        .containsAll(RequestFieldDeclarations.ofTheRecord());
  }

  @Test
  void theKafkaContractHasEveryField() throws IOException {
    assertThat(RequestFieldDeclarations.ofAsyncApi())
        .containsAll(RequestFieldDeclarations.ofTheRecord());
  }

  @ParameterizedTest
  @MethodSource("rowsOfTheCommandLine")
  void theCommandLineSendsIt(Row row) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("spawn", "--no-wait"));
    arguments.addAll(List.of(row.arguments().split(" ")));
    try (StubApi api = new StubApi()) {
      api.answering("/spawns", 202, "{'data':{'id':'0-7','status':'queued'}}");
      arguments.addAll(List.of("--url", api.url()));
      CommandRun run = CommandRun.withInput(MESSAGES, arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
      JsonNode body = Json.MAPPER.readTree(api.asked().get(0).substring("POST /spawns".length()));
      assertThat(body.at("/" + row.field().replace('.', '/')).isMissingNode()).isFalse();
    }
  }

  @Test
  void thePluginTakesEveryFieldOrTheTableSaysWhyNot() {
    assertCells(Row::plugin, RequestFieldDeclarations.ofThePlugin());
  }

  @Test
  void theDashboardSendsEveryFieldOrTheTableSaysWhyNot() {
    assertCells(Row::dashboard, RequestFieldDeclarations.ofTheDashboard());
  }

  private static void assertCells(Function<Row, String> column, Set<String> present) {
    assertThat(rows().map(column)).allMatch(cell -> cell.equals(YES) || cell.startsWith(NO));
    assertThat(rows().filter(row -> column.apply(row).equals(YES)).map(Row::field))
        .containsExactlyInAnyOrderElementsOf(
            rows().map(Row::field).filter(present::contains).toList());
  }
}
