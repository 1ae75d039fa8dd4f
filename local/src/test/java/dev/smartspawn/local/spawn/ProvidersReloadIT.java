package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running worker uses the providers that the operator's file names now. */
class ProvidersReloadIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void nextSpawnsGoWhereTheEditedFileSays() throws IOException {
    Path file = folder.resolve("providers.json");
    try (TestKafka kafka = TestKafka.start();
        StubChatApi openRouter = answering("from openrouter");
        StubChatApi first = answering("from the first");
        StubChatApi second = answering("from the second");
        StubQueryApi queryApi = new StubQueryApi();
        SpawnTopicClient topics = new SpawnTopicClient(kafka.bootstrapServers())) {
      Files.writeString(file, providers(first));
      try (SpawnWorker worker =
          StubbedWorker.start(
              kafka.bootstrapServers(),
              openRouter,
              queryApi,
              Map.of("PROVIDERS_FILE", file.toString()))) {
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> worker.readiness() instanceof Readiness.Ready);
        assertThat(answer(topics)).isEqualTo("from the first");

        Files.writeString(file, "{\"providers\":[{\"name\"");
        assertThat(answer(topics)).isEqualTo("from the first");

        Files.writeString(file, providers(second));
        Awaitility.await().atMost(PATIENCE).until(() -> answer(topics).equals("from the second"));

        Files.writeString(file, "{\"providers\":[]}");
        Awaitility.await().atMost(PATIENCE).until(() -> answer(topics).equals("from openrouter"));
      }
    }
  }

  private static StubChatApi answering(String text) {
    return new StubChatApi(call -> StubChatApi.Reply.text(text));
  }

  private static String providers(StubChatApi api) {
    return "{\"providers\":[{\"name\":\"own\",\"prefix\":\"openai/\",\"baseUrl\":\"%s\"}]}"
        .formatted(api.baseUrl());
  }

  private static String answer(SpawnTopicClient topics) {
    SpawnId id = topics.publish("{\"task\":\"Name three primes.\"}");
    SpawnResult result = topics.awaitResult(id, PATIENCE);
    return String.valueOf(result.answer());
  }
}
