package dev.smartspawn.local.dashboard;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills the topics that query-api reads with a busy year's records. */
final class Load implements AutoCloseable {

  private static final int PULLS = 40;

  private final Instant now;
  private final TableFingerprint fingerprint = new TableFingerprint();
  private final KafkaProducer<byte[], byte[]> producer;

  Load(String bootstrapServers, Instant now) {
    this.now = now;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "linger.ms",
                20,
                "max.in.flight.requests.per.connection",
                1),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Models in use, each with evidence and a history. */
  void models(int count) {
    for (int i = 0; i < count; i++) {
      EnrichedModel model = SyntheticModel.number(i, now);
      byte[] value = write(Topics.ENRICHED_MODELS, model.id(), model);
      fingerprint.change(model.id().value(), null, value);
    }
    for (int pull = 0; pull < PULLS; pull++) {
      changes(count, pull);
    }
    EnrichmentRun run =
        new EnrichmentRun(
            now,
            count,
            fingerprint.value(),
            Map.of(Source.OPENROUTER, "pull-1"),
            now,
            Map.of(),
            null,
            Map.of(),
            null);
    write(Topics.ENRICHMENT_RUNS, EnrichmentRun.KEY, run);
    Source.ALL.forEach(this::ended);
    producer.flush();
  }

  /** A source that was pulled without a record of its own. */
  private void ended(Source source) {
    SourceStatus status =
        new SourceStatusBuilder(source).outcome(Outcome.OK, null).finishedAt(now).build();
    write(Topics.SOURCE_STATUS, source.id(), status);
  }

  /**
   * Finished spawns with every step. Their requests carry no id, so a spawn's id is its position in
   * the topic, which must be empty before.
   */
  void spawns(int count) {
    for (int i = 0; i < count; i++) {
      spawn(SpawnId.ofPosition(0, i), i, now.minusSeconds(count - i));
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  /** The changes of one pull: every model's score moved. */
  private void changes(int models, int pull) {
    Instant at = now.minusSeconds((PULLS - pull) * 3600L);
    for (int i = 0; i < models; i++) {
      CanonicalId id = SyntheticModel.id(i);
      ModelChange change =
          ModelChange.of(
              id,
              ModelChange.Kind.SCORE,
              "scores.coding",
              50.0 + pull,
              51.0 + pull,
              Map.of(Source.OPENROUTER, "pull-" + pull),
              at);
      write(Topics.MODEL_CHANGES, id, change);
    }
  }

  private void spawn(SpawnId id, int i, Instant at) {
    CanonicalId model = SyntheticModel.id(i % 100);
    RecordPosition record = new RecordPosition(0, i);
    SpawnRequest request =
        SpawnRequest.of("Task number %d: say in a sentence what it is about.".formatted(i));
    Usd cost = new Usd(100_000 + i);
    TokenUsage usage = new TokenUsage(500, 200);
    SpawnResult result = result(id, i, model, cost, usage, at);
    List<SpawnStep> steps =
        List.of(
            new SpawnStep.Requested(record, request, at.plusSeconds(600)),
            new SpawnStep.Claimed(record, 1),
            new SpawnStep.CallStarted("call-" + i, "answer", model, "openrouter", cost),
            new SpawnStep.CallFinished(
                "call-" + i, "It is done.", null, false, usage, cost, true, false, 900),
            new SpawnStep.Finished(result));
    write(Topics.SPAWN_REQUESTS, id, request);
    write(Topics.SPAWN_RESULTS, id, result);
    for (SpawnStep step : steps) {
      write(Topics.SPAWN_EVENTS, id, new SpawnEvent(id, at, "attempt-" + i, step));
    }
  }

  private static SpawnResult result(
      SpawnId id, int i, CanonicalId model, Usd cost, TokenUsage usage, Instant at) {
    return SpawnResult.builder(
            id, i % 10 == 0 ? SpawnStatus.FAILED : SpawnStatus.COMPLETED, at.plusSeconds(1))
        .mode(SpawnMode.SINGLE)
        .model(model)
        .answer("It is done.")
        .costUsd(cost)
        .tokens(usage)
        .savingsUsd(Usd.ZERO)
        .calls(1)
        .requestedAt(at)
        .build();
  }

  private <K, V> byte[] write(Topic<K, V> topic, K key, V value) {
    byte[] bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
    producer.send(
        new ProducerRecord<>(
            topic.name(), topic.keySerde().serializer().serialize(topic.name(), key), bytes));
    return bytes;
  }
}
