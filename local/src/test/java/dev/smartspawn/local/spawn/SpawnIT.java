package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a record in spawn-requests to a record in spawn-results, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpawnIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SLOTS = 4;

  private TestKafka kafka;
  private StubChatApi chat;
  private StubQueryApi queryApi;
  private SpawnWorker worker;
  private SpawnTopicClient topics;

  @BeforeAll
  void start() {
    kafka = TestKafka.start();
    chat = new StubChatApi(call -> StubChatApi.Reply.text("done: " + call.user()));
    queryApi = new StubQueryApi();
    worker =
        StubbedWorker.start(
            kafka.bootstrapServers(),
            chat,
            queryApi,
            Map.of("SMART_SPAWN_SPAWN_SLOTS", Integer.toString(SLOTS)));
    topics = new SpawnTopicClient(kafka.bootstrapServers());
    Awaitility.await().atMost(PATIENCE).until(() -> worker.readiness() instanceof Readiness.Ready);
  }

  @AfterAll
  void stop() {
    topics.close();
    worker.close();
    chat.close();
    queryApi.close();
    kafka.close();
  }

  @Test
  void taskAloneBecomesAResult() {
    SpawnId id = topics.publish("{\"task\":\"Name three primes.\"}");

    SpawnResult result = topics.awaitResult(id, PATIENCE);

    assertThat(result.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(result.answer()).isEqualTo("done: Name three primes.");
    assertThat(result.model()).hasToString("openai/dear");
    assertThat(result.costUsd()).isEqualTo(Usd.of("0.00036"));
    assertThat(result.calls()).isEqualTo(1);
    assertThat(topics.steps(id)).hasSize(6);
  }

  @Test
  void collectiveReturnsOneMergedAnswer() {
    SpawnId id = topics.publish("{\"task\":\"together\",\"mode\":\"collective\"}");

    SpawnResult result = topics.awaitResult(id, PATIENCE);

    assertThat(result.model()).hasToString("anthropic/dear");
    assertThat(result.outputs()).hasSize(3);
    assertThat(result.calls()).isEqualTo(4);
  }

  @Test
  void cascadeAsksTwoJudgesForAGradeAndThenEscalates() {
    SpawnId id = topics.publish("{\"task\":\"stepwise\",\"mode\":\"cascade\"}");

    SpawnResult result = topics.awaitResult(id, PATIENCE);

    assertThat(result.model()).hasToString("anthropic/dear");
    assertThat(result.calls()).isEqualTo(5);
    assertThat(result.reasons())
        .contains("openai/dear gave no readable grade", "google/middle gave no readable grade")
        .noneMatch(reason -> reason.startsWith("judged"));
  }

  @Test
  void dryRunNamesModelsAndCallsNone() {
    SpawnId id = topics.publish("{\"task\":\"on paper\",\"dryRun\":true}");

    SpawnResult result = topics.awaitResult(id, PATIENCE);

    assertThat(result.plan())
        .extracting(call -> call.model().value())
        .containsExactly("openai/dear");
    assertThat(chat.calls().stream().filter(call -> call.user().equals("on paper"))).isEmpty();
  }

  @Test
  void cancelledSpawnHasACancelledResult() {
    chat.script(
        call ->
            call.user().equals("never mind")
                ? StubChatApi.Reply.error(429, "slow down")
                : StubChatApi.Reply.text("done: " + call.user()));
    topics.publish("{\"task\":\"never mind\",\"id\":\"cancelled\"}");
    SpawnId id = new SpawnId("cancelled");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> chat.calls().stream().anyMatch(call -> call.user().equals("never mind")));

    topics.write(new SpawnEvent(id, Instant.now(), null, new SpawnStep.CancelRequested("a test")));

    SpawnResult result = topics.awaitResult(id, PATIENCE);
    assertThat(result.status()).isEqualTo(SpawnStatus.CANCELLED);
    assertThat(result.reasons()).containsExactly("cancelled by a test");
  }

  @Test
  void cancelledSpawnsHoldNoSlotWhileTheirCallsAreOpen() {
    CountDownLatch answers = new CountDownLatch(1);
    chat.script(
        call -> {
          if (call.user().startsWith("held")) {
            await(answers);
          }
          return StubChatApi.Reply.text("done: " + call.user());
        });
    for (int i = 0; i < SLOTS; i++) {
      topics.publish("{\"task\":\"held\",\"id\":\"held-" + i + "\"}");
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> chat.calls().stream().filter(c -> c.user().equals("held")).count() == SLOTS);

    for (int i = 0; i < SLOTS; i++) {
      SpawnStep cancel = new SpawnStep.CancelRequested("a test");
      topics.write(new SpawnEvent(new SpawnId("held-" + i), Instant.now(), null, cancel));
    }

    SpawnId next = topics.publish("{\"task\":\"next\"}");
    assertThat(topics.awaitResult(next, PATIENCE).answer()).isEqualTo("done: next");
    answers.countDown();
  }

  @Test
  void overdueRequestFails() {
    chat.script(
        call ->
            StubChatApi.Reply.text("done: " + call.user())
                .after(call.user().equals("slow") ? 5000 : 0));

    SpawnId id = topics.publish("{\"task\":\"slow\",\"timeoutSeconds\":2}");

    assertThat(topics.awaitResult(id, PATIENCE).status()).isEqualTo(SpawnStatus.FAILED);
  }

  @Test
  void mistakesBecomeTheResult() {
    SpawnId id = topics.publish("{\"task\":\"t\",\"buget\":\"low\",\"collectiveCount\":9}");

    SpawnResult result = topics.awaitResult(id, PATIENCE);

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons())
        .containsExactly(
            "unknown field 'buget': did you mean 'budget'?",
            "'collectiveCount' is 9: expected a whole number from 2 to 5");
  }

  @Test
  void sameIdTwiceIsRunOnce() {
    topics.publish("{\"task\":\"once\",\"id\":\"twin\"}");
    topics.publish("{\"task\":\"once\",\"id\":\"twin\"}");
    SpawnId later = topics.publish("{\"task\":\"later\"}");

    topics.awaitResult(later, PATIENCE);
    topics.awaitResult(new SpawnId("twin"), PATIENCE);

    assertThat(chat.calls().stream().filter(call -> call.user().equals("once"))).hasSize(1);
    List<SpawnResult> results = topics.results();
    assertThat(results.stream().filter(r -> r.id().value().equals("twin"))).hasSize(1);
  }

  @Test
  void recordThatIsNotJsonBecomesADeadLetter() {
    topics.publish("no json");

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(topics.count(Topics.DEAD_LETTERS)).isGreaterThanOrEqualTo(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
