package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.stub.Aimock;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of an independent chat API. Each ends in a result in time, by the expected events. */
class AimockFaultsTest {

  private static final SpawnId ID = new SpawnId("job-1");
  private static final Duration TIMEOUT = Duration.ofSeconds(12);
  private static final String OTHERS = "{\"match\":{},\"response\":{\"content\":\"2, 3, 5\"}}";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "429 with"
            + " Retry-After|{\"match\":{\"model\":\"openai/dear\",\"sequenceIndex\":0},\"response\":{\"error\":{\"message\":\"slow"
            + " down\"},\"status\":429}}|openai/dear|Claimed Planned CallStarted CallFailed"
            + " RetryScheduled CallStarted CallFinished Finished",
        "503 burst|{\"match\":{\"model\":\"openai/dear\"},\"response\":{\"error\":{\"message\":\"overloaded\"},\"status\":503}}|google/middle|Claimed"
            + " Planned CallStarted CallFailed RetryScheduled CallStarted CallFailed RetryScheduled"
            + " CallStarted CallFailed Planned CallStarted CallFinished Finished",
        "disconnect|{\"match\":{\"model\":\"openai/dear\"},\"response\":{\"content\":\"2,"
            + " 3\"},\"chaos\":{\"disconnectRate\":1}}|google/middle|Claimed Planned CallStarted"
            + " CallAmbiguous Planned CallStarted CallFinished Finished",
        "malformed JSON|{\"match\":{\"model\":\"openai/dear\"},\"response\":{\"content\":\"2,"
            + " 3\"},\"chaos\":{\"malformedRate\":1}}|google/middle|Claimed Planned CallStarted"
            + " CallAmbiguous Planned CallStarted CallFinished Finished",
        "30 s silence|{\"match\":{\"model\":\"openai/dear\"},\"response\":{\"content\":\"2,"
            + " 3\"},\"chaos\":{\"latencyMs\":30000}}|google/middle|Claimed Planned CallStarted"
            + " CallAmbiguous Planned CallStarted CallFinished Finished",
        "model"
            + " gone|{\"match\":{\"model\":\"openai/dear\"},\"response\":{\"error\":{\"message\":\"no"
            + " such model\"},\"status\":404}}|google/middle|Claimed Planned CallStarted CallFailed"
            + " Planned CallStarted CallFinished Finished"
      })
  void faultEndsInAResultInTime(String name, String fixture, String model, String path)
      throws IOException {
    try (Aimock aimock = Aimock.start(fixtures(fixture), folder);
        HttpChatApi api = new HttpChatApi(List.of("sk-secret-key"), Clock.systemUTC())) {
      Workbench bench = new Workbench(new TestModels(), api, aimock.baseUrl());
      Instant begun = Instant.now();

      SpawnResult result = bench.run(ID, request());

      assertThat(Duration.between(begun, Instant.now())).isLessThan(TIMEOUT);
      assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
      assertThat(result.answer()).isEqualTo("2, 3, 5");
      assertThat(result.model()).hasToString(model);
      assertThat(path(bench)).isEqualTo(path);
      // aimock records a request when it answers it, so a silent one appears later.
      assertThat((long) aimock.journal().size())
          .isBetween(begunCalls(bench) - result.ambiguousCalls(), begunCalls(bench));
      assertThat(bench.ledger().events().toString()).doesNotContain("sk-secret-key");
    }
  }

  private static String fixtures(String fixture) {
    return "{\"fixtures\":[%s,%s]}".formatted(fixture, OTHERS);
  }

  private static SpawnRequest request() {
    return SpawnRequest.of(
        Json.MAPPER
            .createObjectNode()
            .put("task", "Name three primes.")
            .put("timeoutSeconds", TIMEOUT.toSeconds()));
  }

  private static String path(Workbench bench) {
    return String.join(
        " ",
        bench.ledger().steps(ID).stream().map(step -> step.getClass().getSimpleName()).toList());
  }

  private static long begunCalls(Workbench bench) {
    return bench.ledger().steps(ID).stream()
        .filter(SpawnStep.CallStarted.class::isInstance)
        .count();
  }
}
