package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers are killed and frozen: each request has one result, and no finished call is repeated. */
class KilledWorkersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path LOG = Path.of("target", "killed-workers.log");

  private TestKafka kafka;
  private StubChatApi chat;
  private StubQueryApi queryApi;
  private SpawnTopicClient topics;

  @BeforeEach
  void start() {
    kafka = TestKafka.start();
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
    chat = new StubChatApi(call -> StubChatApi.Reply.text("done: " + call.user()).after(300));
    queryApi = new StubQueryApi();
    topics = new SpawnTopicClient(kafka.bootstrapServers());
  }

  @AfterEach
  void stop() {
    topics.close();
    chat.close();
    queryApi.close();
    kafka.close();
  }

  @Test
  void twoHundredRequestsSurviveTenKills(@TempDir Path folder) throws Exception {
    try (JournalledChat provider = JournalledChat.start(folder)) {
      surviveTenKills(provider);
    }
  }

  private void surviveTenKills(JournalledChat provider) {
    int requests = 200;
    Random random = new Random(7);
    for (int i = 0; i < requests; i++) {
      topics.send("{\"task\":\"task %d\",\"id\":\"job-%d\"}".formatted(i, i));
    }
    ServiceProcess worker = worker(16, provider.baseUrl());
    for (int kill = 0; kill < 10; kill++) {
      int calls = Math.min(provider.tasks().get().size() + 3 + random.nextInt(12), requests);
      Awaitility.await().atMost(PATIENCE).until(() -> provider.tasks().get().size() >= calls);
      worker.kill();
      worker = worker(16, provider.baseUrl());
    }
    try {
      List<SpawnResult> results = topics.awaitResults(r -> true, requests, PATIENCE);

      assertThat(results).allMatch(result -> result.status() == SpawnStatus.COMPLETED);
      assertThat(results.stream().map(SpawnResult::id).distinct()).hasSize(requests);
      assertThat(topics.results()).hasSize(requests);
      assertThatJournalAgreesWithLedger(provider.tasks().get(), results);
    } finally {
      worker.close();
    }
  }

  @Test
  void otherWorkersFinishWhatKilledAndFrozenWorkersLeave() {
    chat.script(call -> StubChatApi.Reply.text("done: " + call.user()).after(4000));
    ServiceProcess first = worker(2);
    ServiceProcess second = worker(2);
    try (first;
        second) {
      topics.publish("{\"task\":\"warm up\"}");
      topics.awaitResults(r -> true, 1, PATIENCE);
      for (int i = 0; i < 4; i++) {
        topics.send("{\"task\":\"killed %d\",\"id\":\"killed-%d\"}".formatted(i, i));
      }
      awaitCalls(1 + 4);
      long killed = System.nanoTime();
      first.kill();
      topics.awaitResults(r -> r.id().value().startsWith("killed"), 4, Duration.ofSeconds(40));
      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(30));

      ServiceProcess third = worker(4);
      try (third) {
        chat.script(call -> StubChatApi.Reply.text("done: " + call.user()).after(2000));
        freezeAndWake(second);
      }
    }
  }

  private void freezeAndWake(ServiceProcess frozen) {
    topics.publish("{\"task\":\"warm up again\"}");
    topics.awaitResults(r -> String.valueOf(r.answer()).contains("again"), 1, PATIENCE);
    int before = chat.calls().size();
    for (int i = 0; i < 4; i++) {
      topics.send(
          "{\"task\":\"frozen %d\",\"id\":\"frozen-%d\",\"mode\":\"collective\"}".formatted(i, i));
    }
    awaitCalls(before + 6);
    long stopped = System.nanoTime();
    frozen.freeze();
    topics.awaitResults(r -> r.id().value().startsWith("frozen"), 4, Duration.ofSeconds(60));
    Duration took = Duration.ofNanos(System.nanoTime() - stopped);
    int paid = chat.calls().size();
    frozen.wake();
    Awaitility.await()
        .during(Duration.ofSeconds(8))
        .atMost(Duration.ofSeconds(12))
        .until(() -> chat.calls().size() == paid);
    assertThat(took).isLessThan(Duration.ofSeconds(30));
    assertThat(topics.results().stream().filter(r -> r.id().value().startsWith("frozen")))
        .hasSize(4);
  }

  /**
   * Every call the provider received was reserved, every finished call was made once, and every
   * lost call is marked.
   *
   * @param asked the tasks in the provider's journal
   */
  private void assertThatJournalAgreesWithLedger(List<String> asked, List<SpawnResult> results) {
    Map<SpawnId, List<SpawnStep>> ledger =
        topics.events().stream()
            .collect(
                Collectors.groupingBy(
                    SpawnEvent::spawnId,
                    Collectors.mapping(SpawnEvent::step, Collectors.toList())));
    Map<String, Long> journal =
        asked.stream().collect(Collectors.groupingBy(task -> task, Collectors.counting()));
    for (SpawnResult result : results) {
      List<SpawnStep> steps = ledger.get(result.id());
      String task = "task " + result.id().value().substring("job-".length());
      long begun = count(steps, SpawnStep.CallStarted.class);
      long lost = count(steps, SpawnStep.CallAmbiguous.class);
      assertThat(count(steps, SpawnStep.CallFinished.class)).as(task).isEqualTo(1);
      assertThat(journal.getOrDefault(task, 0L)).as(task).isBetween(1L, begun);
      assertThat(result.ambiguousCalls()).as(task).isEqualTo((int) lost);
      assertThat(result.costUsd()).as(task).isEqualTo(sum(steps));
    }
  }

  private static Usd sum(List<SpawnStep> steps) {
    Map<String, Usd> calls = new HashMap<>();
    Set<String> settled = new HashSet<>();
    for (SpawnStep step : steps) {
      if (step instanceof SpawnStep.CallStarted call) {
        calls.putIfAbsent(call.callId(), call.reservedUsd());
      } else if (step instanceof SpawnStep.CallFinished call && settled.add(call.callId())) {
        calls.put(call.callId(), call.costUsd());
      } else if (step instanceof SpawnStep.CallFailed call && settled.add(call.callId())) {
        calls.put(call.callId(), call.costUsd());
      } else if (step instanceof SpawnStep.CallAmbiguous call && settled.add(call.callId())) {
        calls.put(call.callId(), call.countedUsd());
      }
    }
    return Usd.sum(calls.values());
  }

  private static long count(List<SpawnStep> steps, Class<? extends SpawnStep> kind) {
    return steps.stream().filter(kind::isInstance).count();
  }

  private void awaitCalls(int count) {
    Awaitility.await().atMost(PATIENCE).until(() -> chat.calls().size() >= count);
  }

  private ServiceProcess worker(int slots) {
    return worker(slots, chat.baseUrl());
  }

  private ServiceProcess worker(int slots, String baseUrl) {
    return ServiceProcess.worker(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "OPENROUTER_BASE_URL",
            baseUrl,
            "OPENROUTER_API_KEY",
            "sk-test",
            "SMART_SPAWN_QUERY_API_URL",
            queryApi.address().toString(),
            "SMART_SPAWN_MAX_COST_PER_DAY_USD",
            "1000",
            "SMART_SPAWN_SPAWN_SLOTS",
            Integer.toString(slots)),
        LOG);
  }
}
