package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.stub.StubChatApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Follows one request id from the client through every topic and log to the call of a model. */
class RequestIdIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static StubChatApi chat;
  private static RunningSystem system;

  @BeforeAll
  static void start() throws Exception {
    chat = new StubChatApi(call -> StubChatApi.Reply.text("done: " + call.user()));
    Map<String, String> environment =
        new HashMap<>(RunningSystem.sourcesAt("http://127.0.0.1:" + LoopbackPort.free()));
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    system = RunningSystem.start(data, environment);
    system.api().awaitServing(PATIENCE);
  }

  @AfterAll
  static void stop() {
    system.close();
    chat.close();
  }

  @Test
  void requestIdIsPassedFromThePostToTheCall() throws Exception {
    ListAppender<ILoggingEvent> logs = listen();
    HttpResponse<String> accepted =
        post("/spawns", "{\"task\":\"followed all the way\"}", "trace-me:42");

    assertThat(accepted.headers().firstValue("X-Request-Id")).hasValue("trace-me:42");
    String spawn = json(accepted.body()).at("/data/id").asText();
    awaitEnd(spawn);
    assertThat(chat.calls().stream().filter(call -> call.user().contains("followed all the way")))
        .singleElement()
        .satisfies(call -> assertThat(call.requestId()).isEqualTo("trace-me:42"));
    assertThat(idsIn(Topics.SPAWN_REQUESTS, "trace-me:42")).hasSize(1);
    assertThat(stepsOf(spawn))
        .containsEntry("requested", "trace-me:42")
        .containsEntry("claimed", "trace-me:42")
        .containsEntry("callStarted", "trace-me:42")
        .containsEntry("callFinished", "trace-me:42")
        .containsEntry("finished", "trace-me:42");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> idsIn(Topics.SPAWN_RESULTS, "trace-me:42").size() == 1);
    assertThat(List.copyOf(logs.list))
        .filteredOn(event -> "trace-me:42".equals(event.getMDCPropertyMap().get("requestId")))
        .extracting(ILoggingEvent::getLoggerName)
        .contains(
            "dev.smartspawn.query.spawn.KafkaSpawnControl",
            "dev.smartspawn.worker.mode.SpawnRunner");
  }

  @Test
  void ratingsAndRefreshesCarryTheirRequestIds() throws Exception {
    String spawn =
        json(post("/spawns", "{\"task\":\"rated\",\"dryRun\":true}", "asked").body())
            .at("/data/id")
            .asText();
    awaitEnd(spawn);

    post("/spawns/" + spawn + "/outcome", "{\"rating\":5}", "rated-by-me");
    post("/refresh", "{}", "refreshed-by-me");

    assertThat(idsIn(Topics.SPAWN_OUTCOMES, "rated-by-me")).hasSize(1);
    assertThat(idsIn(Topics.REFRESH_COMMANDS, "refreshed-by-me")).hasSize(1);
  }

  @Test
  void metricsCoverSpawnsAndSources() throws Exception {
    String spawn =
        json(post("/spawns", "{\"task\":\"measured\"}", "measured").body()).at("/data/id").asText();
    awaitEnd(spawn);

    String metrics = get("/metrics");

    assertThat(metrics)
        .contains("http_server_requests_seconds_count{method=\"POST\",route=\"/spawns\"")
        .contains("smart_spawn_spawn_cost_usd_sum{mode=\"single\",status=\"completed\"}")
        .contains("smart_spawn_spawn_duration_seconds_count{mode=\"single\",status=\"completed\"}")
        .contains("smart_spawn_spawns{status=\"queued\"}")
        .contains("smart_spawn_queue_lag_seconds")
        .contains("smart_spawn_source_age_seconds{source=\"openrouter\"}")
        .contains("smart_spawn_source_names{resolution=\"resolved\",source=\"lmarena\"}")
        .contains("smart_spawn_source_names{resolution=\"unresolved\",source=\"lmarena\"}")
        .contains("kafka_producer_record_send_total")
        .contains("kafka_consumer_fetch_manager_records_consumed_total")
        .contains("kafka_stream_state");
  }

  /** A client that sends no id can follow the request by its record's position. */
  @Test
  void recordWithoutAnIdIsNamedByItsPosition() {
    try (SpawnTopicClient topics = new SpawnTopicClient(system.bootstrapServers())) {
      String spawn = topics.publish("{\"task\":\"nameless\",\"dryRun\":true}").value();
      awaitEnd(spawn);

      Map<String, String> steps = stepsOf(spawn);
      assertThat(steps.get("requested")).matches("spawn-requests-0-\\d+");
      assertThat(steps.values()).containsOnly(steps.get("requested"));
    }
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    ((Logger) LoggerFactory.getLogger("dev.smartspawn")).addAppender(appender);
    return appender;
  }

  /** The offsets of a topic's records that carry this id. */
  private static List<String> idsIn(Topic<?, ?> topic, String id) {
    List<String> found = new ArrayList<>();
    read(
        topic,
        record -> {
          if (RequestId.of(record.headers()).map(RequestId::value).orElse("").equals(id)) {
            found.add(String.valueOf(record.offset()));
          }
        });
    return found;
  }

  /** The request id of each step of a spawn, by the type of the step. */
  private static Map<String, String> stepsOf(String spawn) {
    Map<String, String> steps = new HashMap<>();
    read(
        Topics.SPAWN_EVENTS,
        record -> {
          JsonNode event = json(new String(record.value(), StandardCharsets.UTF_8));
          if (event.path("spawnId").asText().equals(spawn)) {
            steps.put(
                event.at("/step/type").asText(),
                RequestId.of(record.headers()).map(RequestId::value).orElse("none"));
          }
        });
    return steps;
  }

  private static void read(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(KafkaClients.plain(system.bootstrapServers(), "test"))) {
      reader.readAll(topic.name(), each::accept);
    }
  }

  private static void awaitEnd(String spawn) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> json(get("/spawns/" + spawn)).at("/data/status").asText().equals("completed"));
  }

  private static String get(String path) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(system.url() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static HttpResponse<String> post(String path, String body, String requestId)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(system.url() + path))
            .header("Content-Type", "application/json")
            .header("X-Request-Id", requestId)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
