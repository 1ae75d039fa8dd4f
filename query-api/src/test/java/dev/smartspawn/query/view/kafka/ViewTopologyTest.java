package dev.smartspawn.query.view.kafka;

import static dev.smartspawn.query.SampleModel.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewTopologyTest {

  private final List<ProducerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
  private final List<Topic<?, ?>> changes = new ArrayList<>();
  private final CheckedValues checked = new CheckedValues();
  private final TopologyTestDriver driver =
      new TopologyTestDriver(
          new ViewTopology(deadLetters::add, new ReentrantLock(), checked, changes::add).build());

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aModelIsInTheTable() {
    send("a/one", model("a/one").build());
    assertThat(models()).containsExactly("a/one");
    assertThat(changes).containsExactly(Topics.ENRICHED_MODELS);
  }

  @Test
  void aValueIsHandedOverOnceWithTheBytesOfTheStore() {
    send("a/one", model("a/one").build());
    byte[] stored = stored("a/one");
    assertThat(checked.take(Topics.ENRICHED_MODELS, "a/one", stored.clone())).isNull();
    assertThat(checked.take(Topics.ENRICHED_MODELS, "a/one", stored))
        .isEqualTo(model("a/one").build());
    assertThat(checked.take(Topics.ENRICHED_MODELS, "a/one", stored)).isNull();
  }

  @Test
  void aReplacedOrRemovedValueIsNotHandedOver() {
    send("a/one", model("a/one").build());
    byte[] before = stored("a/one");
    send("a/one", model("a/one").build());
    assertThat(checked.take(Topics.ENRICHED_MODELS, "a/one", before)).isNull();
    byte[] now = stored("a/one");
    send(Topics.ENRICHED_MODELS, "a/one", null);
    assertThat(checked.take(Topics.ENRICHED_MODELS, "a/one", now)).isNull();
  }

  @Test
  void aTombstoneRemovesTheModel() {
    send("a/one", model("a/one").build());
    send(Topics.ENRICHED_MODELS, "a/one", null);
    assertThat(models()).isEmpty();
    assertThat(changes).hasSize(2);
  }

  @Test
  void changesAreReported() {
    send(
        Topics.UNRESOLVED_NAMES,
        "livebench/x",
        "{\"source\":\"livebench\",\"key\":\"x\",\"name\":\"X\"}");
    assertThat(changes).containsExactly(Topics.UNRESOLVED_NAMES);
  }

  @Test
  void unreadableBytesGoToDeadLettersAndTheLastGoodOnesStay() {
    send("a/one", model("a/one").build());
    send(Topics.ENRICHED_MODELS, "a/one", "{\"id\":");
    send("b/two", model("b/two").build());
    assertThat(models()).containsExactly("a/one", "b/two");
    assertThat(deadLetters).singleElement().satisfies(this::isTheSecondModelRecord);
    assertThat(changes).hasSize(2);
  }

  @Test
  void aRecordWhoseKeyIsNotAnIdGoesToDeadLetters() {
    send(Topics.ENRICHED_MODELS, "no-slash", "{}");
    assertThat(models()).isEmpty();
    assertThat(deadLetters).hasSize(1);
  }

  @Test
  void everyTableRefusesUnreadableRecords() {
    ViewTopology.TABLES.forEach(topic -> send(topic, "a/key", "<html>"));
    assertThat(deadLetters).hasSameSizeAs(ViewTopology.TABLES);
  }

  private void isTheSecondModelRecord(ProducerRecord<byte[], byte[]> letter) {
    assertThat(letter.topic()).isEqualTo(Topics.DEAD_LETTERS.name());
    assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"id\":");
    assertThat(header(letter, DeadLetter.READER)).isEqualTo("query-api");
    assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(Topics.ENRICHED_MODELS.name());
    assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("1");
    assertThat(header(letter, DeadLetter.REASON)).contains("not a record of topic enriched-models");
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private void send(String key, EnrichedModel model) {
    byte[] bytes =
        Topics.ENRICHED_MODELS
            .valueSerde()
            .serializer()
            .serialize(Topics.ENRICHED_MODELS.name(), model);
    send(Topics.ENRICHED_MODELS, key, new String(bytes, StandardCharsets.UTF_8));
  }

  private void send(Topic<?, ?> topic, String key, String value) {
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            key.getBytes(StandardCharsets.UTF_8),
            value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> models() {
    List<String> keys = new ArrayList<>();
    try (var rows = driver.<String, byte[]>getKeyValueStore(Topics.ENRICHED_MODELS.name()).all()) {
      rows.forEachRemaining((KeyValue<String, byte[]> row) -> keys.add(row.key));
    }
    return keys;
  }

  private byte[] stored(String key) {
    return driver.<String, byte[]>getKeyValueStore(Topics.ENRICHED_MODELS.name()).get(key);
  }
}
