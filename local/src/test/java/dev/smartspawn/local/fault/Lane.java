package dev.smartspawn.local.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.ingest.Ingestors;
import dev.smartspawn.ingest.IngestorsConfig;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.SourceHits;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A broker and the ingestors, with good data of every source pulled, for cases that come one after
 * the other. Most of a case is waiting, so several lanes run side by side.
 */
final class Lane implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Enough for a source that thinks for five seconds, on a machine that is busy, too. */
  private static final String REQUEST_TIMEOUT = "12s";

  private final int port = LoopbackPort.free();
  private final TestKafka kafka = TestKafka.start();
  private final Ingestors ingestors;
  private final Map<Source, Integer> usualHits;

  Lane() {
    try (RecordedSources sources = sources(Map.of())) {
      ingestors = Ingestors.start(IngestorsConfig.from(settings(sources)), Clock.systemUTC());
      awaitPullsSince(Instant.MIN);
      usualHits = SourceHits.of(sources);
    }
  }

  /** One refresh, with {@code source} misbehaving. */
  Observation observe(Source source, String fault) {
    Topic<?, ?> topic = Topics.named("raw-" + source.id()).orElseThrow();
    Map<Source, SourceStatus> before = statuses();
    Map<String, JsonNode> tableBefore = RunningSystem.table(kafka.bootstrapServers(), topic);
    try (RecordedSources sources = sources(Map.of(source, fault))) {
      Instant asked = Clock.systemUTC().instant();
      RunningSystem.sendPlainRefresh(kafka.bootstrapServers());
      awaitPullsSince(asked);
      // The tables are compared here: kept until the tests ask, they would fill the heap.
      Map<String, JsonNode> tableAfter = RunningSystem.table(kafka.bootstrapServers(), topic);
      return new Observation(
          before,
          statuses(),
          tableAfter.equals(tableBefore),
          tableAfter.size(),
          SourceHits.of(sources),
          usualHits);
    }
  }

  @Override
  public void close() {
    ingestors.close();
    kafka.close();
  }

  private RecordedSources sources(Map<Source, String> faults) {
    return RecordedSources.start(ProjectFiles.shared(), port, null, faults);
  }

  private Settings settings(RecordedSources sources) {
    Map<String, String> environment = new HashMap<>(RunningSystem.sourcesAt(sources.url()));
    environment.put(Setting.KAFKA_BOOTSTRAP_SERVERS.variable(), kafka.bootstrapServers());
    environment.put(Setting.REQUEST_TIMEOUT.variable(), REQUEST_TIMEOUT);
    environment.put(
        Setting.REFERENCE_DIR.variable(), ProjectFiles.root().resolve("data").toString());
    return Settings.from(environment);
  }

  private void awaitPullsSince(Instant asked) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              Map<Source, SourceStatus> now = statuses();
              return Source.PULLED.stream()
                  .allMatch(source -> isPulledSince(now.get(source), asked));
            });
  }

  private static boolean isPulledSince(SourceStatus status, Instant asked) {
    return status != null
        && status.finishedAt() != null
        && !status.isUnderWay()
        && !status.attemptedAt().isBefore(asked);
  }

  private Map<Source, SourceStatus> statuses() {
    Map<Source, SourceStatus> statuses = new TreeMap<>();
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(KafkaClients.plain(kafka.bootstrapServers(), "test"))) {
      reader.readAll(
          Topics.SOURCE_STATUS.name(),
          record -> {
            SourceStatus status =
                Topics.SOURCE_STATUS
                    .valueSerde()
                    .deserializer()
                    .deserialize(record.topic(), record.value());
            statuses.put(status.source(), status);
          });
    }
    return statuses;
  }
}
