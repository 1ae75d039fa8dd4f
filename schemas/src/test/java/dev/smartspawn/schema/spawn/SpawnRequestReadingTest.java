package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpawnRequestReadingTest {

  @Test
  void taskAloneIsEnough() {
    SpawnRequest request = read("{\"task\":\"Name three primes.\"}").orElseThrow();

    assertThat(request.mode()).isEqualTo(SpawnMode.SINGLE);
    assertThat(request.budget()).isEqualTo(Budget.MEDIUM);
    assertThat(request.category()).isNull();
    assertThat(request.collectiveCount()).isEqualTo(3);
    assertThat(request.maxCostUsd()).isEqualTo(Usd.of("1"));
    assertThat(request.timeoutSeconds()).isEqualTo(600);
    assertThat(request.judgeThreshold()).isEqualTo(7);
    assertThat(request.dryRun()).isFalse();
    assertThat(request.chosenId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|'task' is missing or blank: expected a text",
        "{\"task\":\"  \"}|'task' is missing or blank: expected a text",
        "{\"task\":7}|'task' is 7: expected a text",
        "{\"task\":\"t\",\"mode\":\"swarm\"}|'mode' is \"swarm\": expected one of single, collective, cascade",
        "{\"task\":\"t\",\"budget\":\"tiny\"}|'budget' is \"tiny\": expected one of low, medium, high, any",
        "{\"task\":\"t\",\"category\":\"art\"}|'category' is \"art\": expected one of auto, coding, reasoning, creative, fast-cheap, vision, research, general",
        "{\"task\":\"t\",\"collectiveCount\":9}|'collectiveCount' is 9: expected a whole number from 2 to 5",
        "{\"task\":\"t\",\"collectiveCount\":2.5}|'collectiveCount' is 2.5: expected a whole number from 2 to 5",
        "{\"task\":\"t\",\"maxCostUsd\":-1}|'maxCostUsd' is -1: expected a number of US dollars above 0, at most 1000",
        "{\"task\":\"t\",\"maxCostUsd\":1e999999999}|'maxCostUsd' is \"Infinity\": expected a number of US dollars above 0, at most 1000",
        "{\"task\":\"t\",\"timeoutSeconds\":\"soon\"}|'timeoutSeconds' is \"soon\": expected a whole number from 1 to 86400",
        "{\"task\":\"t\",\"judgeThreshold\":11}|'judgeThreshold' is 11: expected a whole number from 1 to 10",
        "{\"task\":\"t\",\"require\":[\"json\",\"wings\"]}|'require' is [\"json\",\"wings\"]: expected a list of one of vision, functionCalling, json, reasoning, files",
        "{\"task\":\"t\",\"exclude\":\"openai/gpt-5\"}|'exclude' is \"openai/gpt-5\": expected a list of model ids, as anthropic/claude-opus-4.6",
        "{\"task\":\"t\",\"mergeModel\":\"gpt\"}|'mergeModel' is \"gpt\": expected a model id, as anthropic/claude-opus-4.6",
        "{\"task\":\"t\",\"idempotencyKey\":\" \"}|'idempotencyKey' is \" \": expected a text that is not blank, of at most 200 bytes",
        "{\"task\":\"t\",\"privacy\":true}|'privacy' is true: expected an object with dataCollection, providers, regions",
        "{\"task\":\"t\",\"privacy\":{\"dataCollection\":\"never\"}}|'privacy.dataCollection' is \"never\": expected one of allow, deny",
        "{\"task\":\"t\",\"privacy\":{\"provider\":{}}}|unknown field 'privacy.provider': did you mean 'privacy.providers'?",
        "{\"task\":\"t\",\"privacy\":{\"providers\":{\"only\":[]}}}|'privacy.providers.only' is []: expected a list of 1 to 100 names of providers, as mistral or deepinfra/turbo",
        "{\"task\":\"t\",\"privacy\":{\"providers\":{\"ignore\":[\"\"]}}}|'privacy.providers.ignore' is [\"\"]: expected a list of 1 to 100 names of providers, as mistral or deepinfra/turbo",
        "{\"task\":\"t\",\"privacy\":{\"regions\":\"eu\"}}|'privacy.regions' is \"eu\": expected a list of 1 to 100 names of regions, as eu",
        "{\"task\":\"t\",\"dryRun\":\"yes\"}|'dryRun' is \"yes\": expected true or false",
        "{\"task\":\"t\",\"buget\":\"low\"}|unknown field 'buget': did you mean 'budget'?",
        "{\"task\":\"t\",\"id\":\"3-17\"}|'id' is \"3-17\": expected 1 to 100 letters, digits, '.', ':', '-' or '_', not of the form 1-23",
        "[1]|expected a JSON object with a 'task'"
      },
      quoteCharacter = '`')
  void mistakeNamesFieldAndExpectation(String json, String mistake) {
    assertThat(read(json).mistakes()).containsExactly(mistake);
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    assertThat(
            read("{\"mode\":1,\"buget\":\"low\",\"collectiveCount\":9,\"id\":\"job-1\"}")
                .mistakes())
        .hasSize(4);
  }

  @Test
  void onlyTheFirstOfManyMistakesAreListed() {
    ObjectNode json = Json.MAPPER.createObjectNode().put("task", "t");
    for (int i = 0; i < 100_000; i++) {
      json.put("f" + i, i);
    }

    assertThat(SpawnRequestReading.of(json).mistakes())
        .hasSize(21)
        .last()
        .isEqualTo("and 99,980 more mistakes");
  }

  @Test
  void longListIsRefused() {
    ObjectNode json = Json.MAPPER.createObjectNode().put("task", "t");
    for (int i = 0; i < 501; i++) {
      json.withArray("exclude").add("maker/model-" + i);
    }

    assertThat(SpawnRequestReading.of(json).mistakes())
        .containsExactly("'exclude' has 501 elements: expected at most 500");
  }

  @Test
  void idOfInvalidRequestIsRead() {
    assertThat(read("{\"id\":\"job-1\"}").id()).isEqualTo(new SpawnId("job-1"));
  }

  @Test
  void hugeTaskIsRefused() {
    String task = "x".repeat(300 * 1024);

    assertThat(SpawnRequestReading.of(task).mistakes())
        .containsExactly("'task' has 307,200 bytes: expected at most 262,144");
  }

  @Test
  @Timeout(20) // a tenth of a second where nothing else runs
  void hundredThousandUnknownFieldsAreRefusedInAMoment() {
    StringBuilder body = new StringBuilder("{\"task\":\"t\"");
    for (int i = 0; i < 150_000; i++) {
      body.append(",\"field").append(i).append("\":1");
    }
    byte[] value = body.append('}').toString().getBytes(StandardCharsets.UTF_8);

    RequestRecord read = RequestRecord.of(new RecordPosition(0, 1), value);

    assertThat(((RequestRecord.Mistaken) read).mistakes())
        .hasSize(21)
        .contains("unknown field 'field7': did you mean 'files'?", "and 149,980 more mistakes");
  }

  @Test
  void nullCountsAsNotGiven() {
    assertThat(read("{\"task\":\"t\",\"mode\":null}").orElseThrow().mode())
        .isEqualTo(SpawnMode.SINGLE);
  }

  @Test
  void idempotencyKeyBecomesTheIdUnlessOneIsGiven() {
    SpawnId fromKey =
        read("{\"task\":\"t\",\"idempotencyKey\":\"k\"}").orElseThrow().chosenId().orElseThrow();

    assertThat(fromKey).isEqualTo(SpawnId.ofIdempotencyKey("k"));
    assertThat(read("{\"task\":\"t\",\"idempotencyKey\":\"k\",\"id\":\"job-1\"}").id())
        .isEqualTo(new SpawnId("job-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "another key"})
  void idsOfKeysAreUuidsOfVersion5(String key) {
    assertThat(java.util.UUID.fromString(SpawnId.ofIdempotencyKey(key).value()).version())
        .isEqualTo(5);
    assertThat(SpawnId.ofIdempotencyKey(key)).isEqualTo(SpawnId.ofIdempotencyKey(key));
  }

  private static SpawnRequestReading read(String json) {
    try {
      return SpawnRequestReading.of(Json.MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
