package dev.smartspawn.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final String TOPIC = Topics.DEAD_LETTERS.name();

  @TempDir Path folder;

  @Test
  void keepsDataOverARestartOnOtherPorts() throws Exception {
    int firstPort;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK)) {
      firstPort = kafka.port();
      createTopics(kafka);
      send(kafka, "kept");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK)) {
      assertThat(kafka.port()).isNotEqualTo(firstPort);
      assertThat(read(kafka)).containsExactly("kept");
    }
  }

  /** The controller would refuse the second broker until the session of the first one ends. */
  @Test
  void startsOnTheFolderOfAKilledBrokerBeforeItsSessionEnds(@TempDir Path killed) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK)) {
      createTopics(kafka);
      send(kafka, "kept");
      copy(folder, killed);
    }
    long begun = System.nanoTime();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(killed, 0, CLOCK)) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isLessThan(BrokerProperties.SESSION_TIMEOUT);
      assertThat(read(kafka)).containsExactly("kept");
    }
  }

  @Test
  void topicsOfTheListAreCreatedAndNoOthers() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(Topic::name).toList());
    }
  }

  @Test
  void secondBrokerOnTheSameFolderIsToldWhoHoldsIt() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK, "REST API on port 8080")) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0, CLOCK))
          .isInstanceOf(FolderHeldException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("Kafka on port " + kafka.port())
          .hasMessageContaining("REST API on port 8080");
    }
  }

  @Test
  void takenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, other.getLocalPort(), CLOCK))
          .isInstanceOf(LoopbackPortTakenException.class)
          .hasMessageContaining("port %d on 127.0.0.1 is taken".formatted(other.getLocalPort()));
    }
    EmbeddedKafka.start(folder, 0, CLOCK).close();
  }

  @Test
  void closesTwiceWithoutHarm() {
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, CLOCK);
    kafka.close();
    kafka.close();
    assertThat(LoopbackPort.requireFree("test", kafka.port())).isEqualTo(kafka.port());
  }

  private static void createTopics(EmbeddedKafka kafka) {
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
  }

  /** What a broker leaves behind that has no time to close anything. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void send(EmbeddedKafka kafka, String value) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
    }
  }

  private static List<String> read(EmbeddedKafka kafka) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      return StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
          .map(record -> record.value())
          .toList();
    }
  }
}
