package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spawn that has ended is the same for those who ask, however many came after it. */
class KafkaSpawnControlTest {

  private static final Attachment FILE =
      new Attachment(AttachmentId.of(new byte[1]), List.of(new byte[1]));

  private static final RequestId REQUEST_ID = new RequestId("asked-by-a-test");
  private static final Clock CLOCK = Clock.fixed(SpawnTopicsUnderTest.NOW, ZoneOffset.UTC);
  private static final int KEPT = 2;
  private static final SpawnRequest FIRST = SpawnTopicsUnderTest.keyed("Name 3 primes.", "key-0");
  private static final SpawnId ID = FIRST.chosenId().orElseThrow();
  private static final SpawnOutcome OUTCOME =
      new SpawnOutcome(ID, 4, "good", SpawnTopicsUnderTest.NOW);

  private final SpawnTopicsUnderTest topics = new SpawnTopicsUnderTest();
  private final SpawnTable table =
      new SpawnTable(KEPT, new PastSpawns(SpawnReader.LOOKBACK, CLOCK));
  private final MockProducer<byte[], byte[]> written =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<Attachment> kept = new ArrayList<>();
  private KafkaSpawnControl spawns;

  @BeforeEach
  void moreSpawnsThanAreKept() throws InterruptedException {
    topics.completed(FIRST);
    topics.outcome(OUTCOME);
    for (int i = 1; i <= 2 * KEPT; i++) {
      topics.completed(SpawnTopicsUnderTest.keyed("Name %d primes.".formatted(i), "key-" + i));
    }
    SpawnMeter meter = new SpawnMeter(new SimpleMeterRegistry(), table, CLOCK);
    SpawnLog log = SpawnLog.start(topics::consumer, table, meter, CLOCK);
    spawns = control(log);
    assertThat(log.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  @AfterEach
  void close() {
    spawns.close();
  }

  @Test
  void theSameKeyAndBodyAreTheSpawnThatEnded() {
    KnownSpawn spawn = spawns.submit(FIRST, List.of(FILE), REQUEST_ID);

    assertThat(table.find(ID)).isEmpty();
    assertThat(spawn.status()).isEqualTo(SpawnStatus.COMPLETED);
    assertThat(spawn.since()).isEqualTo(SpawnTopicsUnderTest.NOW);
    assertThat(spawn.account().cost()).isEqualTo(Usd.of("0.002"));
    assertThat(spawn.models()).containsExactly(SpawnTopicsUnderTest.MODEL);
    assertThat(spawn.outcome()).isEqualTo(OUTCOME);
    assertThat(written.history()).isEmpty();
    assertThat(kept).isEmpty();
  }

  @Test
  void theSameKeyWithAnotherBodyIsAConflict() {
    SpawnRequest other = SpawnTopicsUnderTest.keyed("Name a composite.", "key-0");

    assertThatThrownBy(() -> spawns.submit(other, List.of(), REQUEST_ID))
        .isInstanceOf(SpawnConflictException.class)
        .hasMessageContaining("a different body");
    assertThat(written.history()).isEmpty();
  }

  @Test
  void aRequestThatKafkaDoesNotConfirmNamesItsSpawn() {
    SpawnRequest request = SpawnTopicsUnderTest.keyed("Name a composite.", "key-new");
    SpawnId id = request.chosenId().orElseThrow();
    written.sendException = new TimeoutException("no leader");

    assertThatThrownBy(() -> spawns.submit(request, List.of(FILE), REQUEST_ID))
        .isInstanceOf(SpawnNotConfirmedException.class)
        .hasMessageContaining("spawn " + id + " may have been taken")
        .hasMessageContaining("\"id\": \"" + id + "\"");
    assertThat(kept).containsExactly(FILE);
  }

  /** Writes wait for the earlier spawns, so the service must not be called ready before. */
  @Test
  void isReadyOnceTheEarlierSpawnsHaveBeenRead() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    SpawnMeter meter = new SpawnMeter(new SimpleMeterRegistry(), table, CLOCK);
    SpawnLog log =
        SpawnLog.start(() -> waitingFor(reading, topics.consumer()), table, meter, CLOCK);
    try (KafkaSpawnControl starting = control(log)) {
      assertThat(starting.readiness())
          .isEqualTo(new Readiness.Restoring("earlier spawns are still being read"));

      reading.countDown();
      assertThat(log.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
      assertThat(starting.readiness()).isEqualTo(Readiness.READY);
    }
  }

  private KafkaSpawnControl control(SpawnLog log) {
    return new KafkaSpawnControl(
        new TopicWriter(written),
        kept::addAll,
        table,
        new SpawnArchive(topics::consumer),
        log,
        CLOCK);
  }

  /** A consumer that receives nothing before the latch opens. */
  @SuppressWarnings("unchecked")
  private static Consumer<byte[], byte[]> waitingFor(
      CountDownLatch latch, Consumer<byte[], byte[]> consumer) {
    return (Consumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("poll")) {
                latch.await();
              }
              return method.invoke(consumer, arguments);
            });
  }

  @Test
  void theSameBodyWithTheIdItWasGivenIsTheSameRequest() {
    SpawnRequest request = SpawnRequest.of("Name a prime.");
    ObjectNode named = Json.MAPPER.valueToTree(request);

    assertThat(RequestSummary.digest(SpawnRequest.of(named.put("id", "given-1"))))
        .isEqualTo(RequestSummary.digest(request));
    assertThat(RequestSummary.digest(SpawnRequest.of(named.put("task", "Name two primes."))))
        .isNotEqualTo(RequestSummary.digest(request));
  }

  @Test
  void itsTextsAreReadAgain() {
    SpawnDetail detail = spawns.detail(ID).orElseThrow();

    assertThat(detail.request()).isEqualTo(FIRST);
    assertThat(detail.result().answer()).isEqualTo("2, 3, 5");
    assertThat(detail.spawn().account().cost()).isEqualTo(Usd.of("0.002"));
  }

  @Test
  void itsEventsStreamToTheirEnd() throws Exception {
    assertThat(spawns.known(ID)).isPresent();
    List<SpawnStep> steps = new ArrayList<>();
    spawns.watch(ID, -1, recorded -> steps.add(recorded.event().step())).close();

    assertThat(steps).hasSize(5);
    assertThat(steps.get(4)).isInstanceOf(SpawnStep.Finished.class);
  }

  @Test
  void anEndedSpawnCannotBeCancelled() {
    assertThatThrownBy(() -> spawns.cancel(ID, REQUEST_ID))
        .isInstanceOf(SpawnConflictException.class)
        .hasMessageContaining("completed already");
    assertThat(written.history()).isEmpty();
  }
}
