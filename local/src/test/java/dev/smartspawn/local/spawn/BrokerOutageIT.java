package dev.smartspawn.local.spawn;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.smartspawn.enrich.Enricher;
import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.enrich.ImplausibleTable;
import dev.smartspawn.enrich.publication.PublishedTopics;
import dev.smartspawn.enrich.publication.TableBefore;
import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.fold.FoldStage;
import dev.smartspawn.worker.spend.SpendTopology;
import dev.smartspawn.worker.stage.WorkerStage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The only broker is away while both stages run. Afterwards, what was published before counts as
 * before: the models that the next pull does not mention, and the money and deadlines of spawns.
 */
class BrokerOutageIT {

  private static final Clock CLOCK = Clock.systemUTC();

  /** Longer outages are tried by {@code .ci/long}. */
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("outage.seconds", 20));

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MODELS = 60;
  private static final SpawnId PAID = new SpawnId("paid");
  private static final SpawnId LATE = new SpawnId("late");

  private final int port = LoopbackPort.free();
  private final KafkaClients clients = KafkaClients.plain(LoopbackPort.HOST + ":" + port, "test");

  @TempDir Path folder;

  @Test
  void stagesContinueWithTheirStateWhenTheBrokerIsBack() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, port, CLOCK);
    try (Enricher enricher =
            Enricher.start(
                new EnricherConfig(
                    KafkaAccess.plain(kafka.bootstrapServers()), ImplausibleTable.REFUSE),
                CLOCK);
        WorkerStage fold = WorkerStage.start(FoldStage.PLAN, clients, CLOCK);
        WorkerStage spend = WorkerStage.start(SpendTopology.PLAN, clients, CLOCK)) {
      pull("or1", "0.000001", MODELS);
      awaitApplied("or1");
      openSpawns();

      kafka.close();
      Thread.sleep(OUTAGE.toMillis());
      kafka = EmbeddedKafka.start(folder, port, CLOCK);

      pull("or2", "0.000002", 10);
      TableBefore table = awaitApplied("or2");
      assertThat(prices(table)).containsOnly(Map.entry(1.0, MODELS - 10L), Map.entry(2.0, 10L));
      SpawnResult paid = endPaid();
      assertThat(paid.costUsd()).isEqualTo(Usd.of("0.8"));
      assertThat(paid.calls()).isEqualTo(2);
      try (SpawnTopicClient spawns = new SpawnTopicClient(kafka.bootstrapServers())) {
        SpawnResult late = spawns.awaitResult(LATE, PATIENCE);
        assertThat(late.status()).isEqualTo(SpawnStatus.FAILED);
        assertThat(late.reasons()).containsExactly("no worker took it before its deadline");
        assertThat(spawns.results()).hasSize(2);
      }
      assertThat(enricher.readiness()).isEqualTo(Readiness.READY);
      assertThat(fold.readiness()).isEqualTo(Readiness.READY);
      assertThat(spend.readiness()).isEqualTo(Readiness.READY);
    } finally {
      kafka.close();
    }
  }

  /** The first {@code count} models at this price, as a pull in which only they changed. */
  private void pull(String pullId, String price, int count) throws Exception {
    try (Producer<byte[], byte[]> producer = producer()) {
      long end = 0;
      for (int i = 0; i < count; i++) {
        OpenRouterModel model = model("maker/model-" + i, price);
        end =
            1
                + send(
                    producer,
                    Topics.RAW_OPENROUTER,
                    model.key(),
                    new Raw<>(pullId, CLOCK.instant(), model));
      }
      SourceStatus status =
          new SourceStatusBuilder(Source.OPENROUTER)
              .outcome(SourceStatus.Outcome.OK, null)
              .records(pullId, CLOCK.instant(), MODELS, SourceStatus.Origin.LIVE)
              .rawEndOffset(end)
              .asked(CLOCK.instant(), null)
              .finishedAt(CLOCK.instant())
              .build();
      send(producer, Topics.SOURCE_STATUS, Source.OPENROUTER.id(), status);
    }
  }

  /** Waits until the topics hold exactly the table of the run that applied the pull. */
  private TableBefore awaitApplied(String pullId) {
    return await("the table of " + pullId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> PublishedTopics.read(clients),
            table ->
                table.run() != null
                    && pullId.equals(table.run().applied().get(Source.OPENROUTER))
                    && fingerprint(table).equals(table.run().fingerprint()));
  }

  private static String fingerprint(TableBefore table) {
    TableFingerprint fingerprint = new TableFingerprint();
    table.rows().forEach((id, bytes) -> fingerprint.change(id.value(), null, bytes));
    return fingerprint.value();
  }

  /** Price of a prompt, in USD per 1M tokens, to how many models have it. */
  private static Map<Double, Long> prices(TableBefore table) {
    return table.rows().values().stream()
        .map(row -> Topics.ENRICHED_MODELS.valueSerde().deserializer().deserialize(null, row))
        .collect(groupingBy(model -> model.pricing().prompt(), counting()));
  }

  /** One that has paid for a call and waits, and one that nobody takes before its deadline. */
  private void openSpawns() {
    try (SpawnTopicClient spawns = new SpawnTopicClient(address())) {
      spawns.publish("{\"task\":\"t\",\"id\":\"paid\",\"timeoutSeconds\":3600}");
      spawns.publish(
          "{\"task\":\"t\",\"id\":\"late\",\"timeoutSeconds\":%d}"
              .formatted(OUTAGE.toSeconds() + 30));
      await()
          .atMost(PATIENCE)
          .until(() -> spawns.steps(PAID).size() == 1 && spawns.steps(LATE).size() == 1);
      write(spawns, new SpawnStep.Claimed(new RecordPosition(0, 0), 1));
      write(spawns, started("lost", "0.5"));
      write(spawns, started("paid", "0.7"));
      write(spawns, finished("paid", "0.3"));
    }
  }

  private SpawnResult endPaid() {
    try (SpawnTopicClient spawns = new SpawnTopicClient(address())) {
      SpawnResult result =
          SpawnResult.builder(PAID, SpawnStatus.COMPLETED, CLOCK.instant())
              .answer("done")
              .costUsd(Usd.of("9"))
              .requestedAt(CLOCK.instant())
              .build();
      write(spawns, new SpawnStep.Finished(result));
      return spawns.awaitResult(PAID, PATIENCE);
    }
  }

  private static void write(SpawnTopicClient spawns, SpawnStep step) {
    spawns.write(new SpawnEvent(PAID, CLOCK.instant(), "a", step));
  }

  private static SpawnStep started(String callId, String reserved) {
    return new SpawnStep.CallStarted(
        callId, "answer", CanonicalId.of("maker/model"), "openrouter", Usd.of(reserved));
  }

  private static SpawnStep finished(String callId, String cost) {
    return new SpawnStep.CallFinished(
        callId, "x", null, false, new TokenUsage(1, 2), Usd.of(cost), true, false, 1);
  }

  private static OpenRouterModel model(String id, String price) {
    return new OpenRouterModelBuilder()
        .id(id)
        .name("Maker: " + id)
        .contextLength(64_000)
        .inputModalities(List.of("text"))
        .outputModalities(List.of("text"))
        .pricing(
            new OpenRouterModel.Pricing(
                new BigDecimal(price), new BigDecimal(price), null, null, null, null))
        .build();
  }

  private static <K, V> long send(
      Producer<byte[], byte[]> producer, Topic<K, V> topic, K key, V value) throws Exception {
    return producer
        .send(
            new ProducerRecord<>(
                topic.name(),
                topic.keySerde().serializer().serialize(topic.name(), key),
                topic.valueSerde().serializer().serialize(topic.name(), value)))
        .get()
        .offset();
  }

  private Producer<byte[], byte[]> producer() {
    return clients.producer("test", Map.of());
  }

  private String address() {
    return LoopbackPort.HOST + ":" + port;
  }
}
