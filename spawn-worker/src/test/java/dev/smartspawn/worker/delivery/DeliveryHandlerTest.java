package dev.smartspawn.worker.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.claim.Claims;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeliveryHandlerTest {

  private static final int DELIVERY_LIMIT = 25;
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final SpawnId ID = new SpawnId("job");
  private static final SpawnRequest REQUEST = SpawnRequest.of("Name three primes.");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Workbench bench =
      new Workbench(
          new TestModels(), new ScriptedChat((model, prompt) -> ScriptedChat.reply("2, 3, 5")));
  private final Claims claims =
      new Claims(bench.ledger(), clock, () -> UUID.randomUUID().toString());
  private final MockProducer<byte[], byte[]> deadLetters =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final DeliveryHandler handler =
      new DeliveryHandler(
          claims,
          bench.runner(),
          bench.ledger(),
          deadLetters,
          new ShareGroup(DELIVERY_LIMIT),
          clock);

  @Test
  void requestIsRun() {
    assertThat(handler.decide(delivery(7, 1, NOW))).isInstanceOf(DeliveryDecision.Run.class);
  }

  @Test
  void deliveriesWithoutAnAttemptDoNotCount() {
    assertThat(handler.decide(delivery(7, DELIVERY_LIMIT - 1, NOW)))
        .isInstanceOf(DeliveryDecision.Run.class);
  }

  @Test
  void lastDeliveryTheBrokerAllowsIsNotRun() {
    assertThat(handler.decide(delivery(7, DELIVERY_LIMIT, NOW)))
        .isEqualTo(new DeliveryDecision.Quarantine());

    assertFailedWithADeadLetter("given up after 0 attempts and 25 deliveries");
  }

  @Test
  void requestThatEndedTooManyWorkersIsNotRunAgain() {
    for (int i = 0; i < DeliveryHandler.MAX_ATTEMPTS; i++) {
      assertThat(handler.decide(delivery(7, i + 1, NOW))).isInstanceOf(DeliveryDecision.Run.class);
    }

    assertThat(handler.decide(delivery(7, DeliveryHandler.MAX_ATTEMPTS + 1, NOW)))
        .isEqualTo(new DeliveryDecision.Quarantine());

    assertFailedWithADeadLetter("given up after 15 attempts and 16 deliveries");
  }

  @Test
  void secondRecordOfAClaimedSpawnIsSkipped() {
    Optional<Attempt> unused =
        claims.claim(
            ID, new RecordPosition(0, 7), new RequestId("from-a-test"), 1, NOW.plusSeconds(60));

    assertThat(handler.decide(delivery(8, 1, NOW))).isEqualTo(new DeliveryDecision.Skip());
    assertThat(handler.decide(delivery(7, 2, NOW))).isInstanceOf(DeliveryDecision.Run.class);
  }

  @Test
  void oldDeliveryYieldsToANewerOne() {
    assertThat(handler.decide(delivery(7, 2, NOW))).isInstanceOf(DeliveryDecision.Run.class);

    assertThat(handler.decide(delivery(7, 1, NOW))).isEqualTo(new DeliveryDecision.Yield());
  }

  @Test
  void endedSpawnIsSkipped() {
    handler.decide(delivery(7, DELIVERY_LIMIT, NOW));

    assertThat(handler.decide(delivery(7, DELIVERY_LIMIT, NOW)))
        .isEqualTo(new DeliveryDecision.Skip());
    assertThat(deadLetters.history()).hasSize(1);
  }

  @Test
  void overdueRequestIsSkipped() {
    Instant overdue = NOW.minus(REQUEST.timeout()).minus(Duration.ofSeconds(1));

    assertThat(handler.decide(delivery(7, 1, overdue))).isEqualTo(new DeliveryDecision.Skip());
  }

  private void assertFailedWithADeadLetter(String reason) {
    SpawnResult result = bench.result(ID).orElseThrow();
    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons()).last().asString().startsWith(reason);
    assertThat(deadLetters.history())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.topic()).isEqualTo(Topics.DEAD_LETTERS.name());
              assertThat(letter.value()).asString().contains("Name three primes.");
              assertThat(letter.headers().lastHeader("smart-spawn-reason").value())
                  .asString(StandardCharsets.UTF_8)
                  .startsWith(reason);
            });
  }

  private static RequestDelivery delivery(long offset, int count, Instant arrived) {
    byte[] value = "{\"task\":\"Name three primes.\"}".getBytes(StandardCharsets.UTF_8);
    return new RequestDelivery(
        ID,
        REQUEST,
        new ConsumerRecord<>(
            Topics.SPAWN_REQUESTS.name(),
            0,
            offset,
            arrived.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            -1,
            value.length,
            null,
            value,
            new RecordHeaders(),
            Optional.empty(),
            Optional.of((short) count)));
  }
}
