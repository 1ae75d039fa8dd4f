package dev.smartspawn.local.command.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicsCommandIT {

  private static final String ALIASES = Topics.REFERENCE_ALIASES.name();
  private static TestKafka kafka;

  @BeforeAll
  static void fillTopics() throws Exception {
    kafka = TestKafka.start();
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      send(producer, "Quick One", "{\"name\":\"Quick One\",\"canonicalId\":\"acme/quick\"}");
      send(producer, "Gone", "{\"name\":\"Gone\",\"canonicalId\":\"acme/gone\"}");
      send(producer, "Gone", null);
      send(producer, "Broken", "not json");
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void listsEveryTopicWithWhatIsInIt() {
    CommandRun run = topics();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).hasSize(1 + Topics.ALL.size());
    assertThat(run.out()).containsPattern(ALIASES + " +4 +2 +1\n");
  }

  @Test
  void printsRecordsAsOurSerdesReadThem() throws Exception {
    List<JsonNode> records = records(topics(ALIASES, "--from-beginning"));
    assertThat(records).hasSize(4);
    assertThat(records.get(0).path("key").asText()).isEqualTo("Quick One");
    assertThat(records.get(0).at("/value/canonicalId").asText()).isEqualTo("acme/quick");
    assertThat(records.get(0).path("timestamp").asText()).endsWith("Z");
    assertThat(records.get(2).path("value").isNull()).isTrue();
    assertThat(records.get(3).path("unreadable").asText()).startsWith("not a record");
    assertThat(records.get(3).path("bytes").asText()).isEqualTo("not json");
  }

  @Test
  void limitTakesTheNewestUnlessToldToBeginAtTheBeginning() throws Exception {
    assertThat(records(topics(ALIASES, "--limit", "1")).get(0).path("key").asText())
        .isEqualTo("Broken");
    assertThat(
            records(topics(ALIASES, "--limit", "1", "--from-beginning"))
                .get(0)
                .path("key")
                .asText())
        .isEqualTo("Quick One");
  }

  @Test
  void keyPicksOneThing() throws Exception {
    assertThat(records(topics(ALIASES, "--key", "Gone"))).hasSize(2);
  }

  @Test
  void unknownTopicNamesTheKnownOnes() {
    CommandRun run = topics("raw-bing");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("unknown topic 'raw-bing'").contains("raw-openrouter");
  }

  private static CommandRun topics(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "topics";
    all[1] = "--bootstrap-server";
    all[2] = kafka.bootstrapServers();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }

  private static List<JsonNode> records(CommandRun run) throws Exception {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    List<JsonNode> records = new java.util.ArrayList<>();
    for (String line : run.out().lines().toList()) {
      records.add(Json.MAPPER.readTree(line.getBytes(StandardCharsets.UTF_8)));
    }
    return records;
  }

  private static void send(
      KafkaProducer<String, String> producer, String key, @Nullable String value) throws Exception {
    producer.send(new ProducerRecord<>(ALIASES, key, value)).get();
  }
}
