package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two workers start at the same moment and share one daily ceiling. */
class DailyCeilingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REQUESTS = 60;
  private static final String CEILING = "0.5";

  /** All that a call may write, so that it costs about what was reserved for it. */
  private static final StubChatApi.Reply COSTS_ALL =
      StubChatApi.Reply.text("done", 1, (int) StubQueryApi.MAX_OUTPUT_TOKENS);

  @Test
  void workersTogetherStayWithinTheDailyCeiling() {
    try (TestKafka kafka = TestKafka.start();
        StubChatApi chat = new StubChatApi(call -> COSTS_ALL);
        StubQueryApi queryApi = new StubQueryApi();
        SpawnWorker one = worker(kafka, chat, queryApi);
        SpawnWorker other = worker(kafka, chat, queryApi);
        SpawnTopicClient topics = new SpawnTopicClient(kafka.bootstrapServers())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  one.readiness() instanceof Readiness.Ready
                      && other.readiness() instanceof Readiness.Ready);
      for (int i = 0; i < REQUESTS; i++) {
        Future<RecordMetadata> unused = topics.send("{\"task\":\"task " + i + "\"}");
      }
      List<SpawnResult> results = topics.awaitResults(result -> true, REQUESTS, PATIENCE);

      Usd spent = Usd.sum(results.stream().map(SpawnResult::costUsd).toList());
      assertThat(spent.isAbove(Usd.of(CEILING))).as("%s were spent", spent).isFalse();
      assertThat(chat.calls()).hasSizeLessThan(REQUESTS);
      assertThat(results)
          .filteredOn(result -> result.costUsd().equals(Usd.ZERO))
          .allSatisfy(
              result -> assertThat(result.reasons()).anyMatch(reason -> reason.contains(CEILING)));
    }
  }

  private static SpawnWorker worker(TestKafka kafka, StubChatApi chat, StubQueryApi queryApi) {
    return StubbedWorker.start(
        kafka.bootstrapServers(),
        chat,
        queryApi,
        Map.of("SMART_SPAWN_MAX_COST_PER_DAY_USD", CEILING, "SMART_SPAWN_SPAWN_SLOTS", "8"));
  }
}
