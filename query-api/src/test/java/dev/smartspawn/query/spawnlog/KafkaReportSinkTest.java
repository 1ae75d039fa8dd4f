package dev.smartspawn.query.spawnlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaReportSinkTest {

  private static final RequestId REQUEST_ID = new RequestId("asked-by-a-test");
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaReportSink sink =
      new KafkaReportSink(new TopicWriter(kafka), Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void aReportGetsItsTimeAndItsModelAsKey() {
    SpawnReport taken = sink.record(KafkaReportSinkTest::rated, REQUEST_ID);

    assertThat(taken.at()).isEqualTo(NOON);
    assertThat(kafka.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("spawn-log");
              assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("maker/model");
              assertThat(RequestId.of(record.headers())).hasValue(REQUEST_ID);
              assertThat(report(record)).isEqualTo(taken);
            });
  }

  @Test
  void anUnavailableKafkaIsReported() {
    kafka.sendException = new TimeoutException("no metadata");

    assertThatThrownBy(() -> sink.record(KafkaReportSinkTest::rated, REQUEST_ID))
        .isInstanceOf(TopicUnavailableException.class)
        .hasMessageContaining("spawn-log");
  }

  private static SpawnReport rated(Instant at) {
    return new SpawnReport.Rated(
        CanonicalId.of("maker/model"), Category.CODING, 4, "kafka", null, at);
  }

  private static SpawnReport report(ProducerRecord<byte[], byte[]> record) {
    return Topics.SPAWN_LOG.valueSerde().deserializer().deserialize(record.topic(), record.value());
  }
}
