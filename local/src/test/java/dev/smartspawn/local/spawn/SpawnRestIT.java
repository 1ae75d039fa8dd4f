package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.command.SmartSpawn;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.query.QueryApi;
import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stub.StubChatApi;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spawns through the REST API of the whole system, with a second instance of query-api. */
class SpawnRestIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How soon a spawn must appear on the instance that did not accept it. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  /** A name of ours or of the libraries, as Prometheus writes it. */
  private static final Pattern METRIC =
      Pattern.compile("(?<!\\w)(smart_spawn|http_server|jvm|process)_[a-z0-9_]+");

  @TempDir static Path data;
  @TempDir static Path otherData;
  private static StubChatApi chat;
  private static RunningSystem system;
  private static QueryApi other;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    chat = new StubChatApi(SpawnRestIT::reply);
    Map<String, String> environment =
        new HashMap<>(RunningSystem.sourcesAt("http://127.0.0.1:" + LoopbackPort.free()));
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    system = RunningSystem.start(data, environment);
    other = anotherInstance();
    system.api().awaitServing(PATIENCE);
  }

  private static QueryApi anotherInstance() {
    return QueryApi.start(
        QueryApiConfig.from(
            Settings.from(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers(),
                    "SMART_SPAWN_DATA_DIR", otherData.toString(),
                    "SMART_SPAWN_HTTP_PORT", "0"))),
        Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    other.close();
    system.close();
    chat.close();
  }

  /** Slow tasks take a while. */
  private static StubChatApi.Reply reply(StubChatApi.Call call) {
    long millis =
        call.user().startsWith("very slow") ? 35_000 : call.user().startsWith("slow") ? 1_500 : 0;
    return StubChatApi.Reply.text("done: " + call.user()).after(millis);
  }

  @Test
  void postedTaskIsAcceptedShownAndCompleted() throws Exception {
    HttpResponse<String> accepted = post("{\"task\":\"Name three primes.\",\"label\":\"primes\"}");

    assertThat(accepted.statusCode()).isEqualTo(202);
    String id = id(accepted);
    assertThat(accepted.headers().firstValue("Location")).hasValue("/spawns/" + id);
    assertThat(json(accepted).at("/data/status").asText()).isIn("queued", "running", "completed");
    JsonNode ended = awaitEnd(id);
    assertThat(ended.path("status").asText()).isEqualTo("completed");
    assertThat(ended.path("answer").asText()).isEqualTo("done: Name three primes.");
    assertThat(ended.path("task").asText()).isEqualTo("Name three primes.");
    assertThat(ended.path("label").asText()).isEqualTo("primes");
    assertThat(ended.path("models")).hasSize(1);
    assertThat(ended.path("model")).isEqualTo(ended.path("models").get(0));
    assertThat(ended.path("costUsd").decimalValue()).isPositive();
    assertThat(ended.path("calls").asInt()).isEqualTo(1);
    assertThat(ended.path("reasons").isArray()).isTrue();
    assertThat(ended.path("finishedAt").asText()).isNotBlank();
  }

  @Test
  void spawnAppearsAtOnceWhereItWasPostedAndSoonElsewhere() throws Exception {
    String id = id(post("{\"task\":\"slow and seen\"}"));

    assertThat(get("/spawns/" + id).statusCode()).isEqualTo(200);
    long posted = System.nanoTime();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> get(otherUrl(), "/spawns/" + id).statusCode() == 200);
    assertThat(Duration.ofNanos(System.nanoTime() - posted)).isLessThan(ELSEWHERE);
    assertThat(json(get(otherUrl(), "/spawns?limit=5")).toString()).contains("\"" + id + "\"");
  }

  @Test
  void eventsStreamFromTheFirstStepToTheLast() throws Exception {
    String id = id(post("{\"task\":\"slow and followed\"}"));

    List<Event> events = follow(system.url(), id, null);

    assertThat(events).extracting(Event::type).containsOnlyOnce("requested");
    // A worker may claim the spawn before the fold has entered the request.
    assertThat(events)
        .extracting(Event::type)
        .filteredOn(type -> !type.equals("requested"))
        .containsExactly("claimed", "planned", "callStarted", "callFinished", "finished");
    Event middle = events.get(2);
    assertThat(follow(otherUrl(), id, middle.id())).isEqualTo(events.subList(3, events.size()));
    assertThat(
            send(request(system.url(), "/spawns/" + id + "/events")
                    .header("Last-Event-ID", events.get(events.size() - 1).id())
                    .GET())
                .statusCode())
        .isEqualTo(204);
  }

  /** The silence lasts longer than the server's idle timeout. */
  @Test
  void streamSurvivesLongSilence() throws Exception {
    String id = id(post("{\"task\":\"very slow\",\"timeoutSeconds\":120}"));

    assertThat(follow(system.url(), id, null))
        .extracting(Event::type)
        .endsWith("callFinished", "finished");
  }

  @Test
  void oneIdempotencyKeyIsOneSpawnOnAllInstances() throws Exception {
    String key = UUID.randomUUID().toString();
    String body = "{\"task\":\"only once " + key + "\"}";
    List<CompletableFuture<HttpResponse<String>>> posts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String url = i % 2 == 0 ? system.url() : otherUrl();
      posts.add(
          HTTP.sendAsync(
              posting(url, body).header("Idempotency-Key", key).build(), BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> post : posts) {
      assertThat(post.get().statusCode()).as(post.get().body()).isEqualTo(202);
      assertThat(id(post.get())).isEqualTo(SpawnId.ofIdempotencyKey(key).value());
    }
    awaitEnd(SpawnId.ofIdempotencyKey(key).value());
    assertThat(chat.calls().stream().filter(call -> call.user().contains(key))).hasSize(1);

    HttpResponse<String> differing =
        send(posting(otherUrl(), "{\"task\":\"another\"}").header("Idempotency-Key", key));
    assertThat(differing.statusCode()).isEqualTo(409);
    assertThat(json(differing).at("/error/code").asText()).isEqualTo("id_taken");
  }

  /** Five hundred names are longer than the address of an ordinary question. */
  @Test
  void everyModelButOneCanBeExcluded() throws Exception {
    List<String> models = new ArrayList<>();
    json(get("/models?limit=1000"))
        .path("data")
        .forEach(each -> models.add(each.at("/id").asText()));
    String left = json(get("/pick?task=creative")).at("/data/id").asText();
    models.remove(left);
    List<String> excluded = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      excluded.add(models.get(i % models.size()));
    }
    assertThat(String.join(",", excluded).length()).isGreaterThan(10_000);
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of("task", "Write a poem.", "category", "creative", "exclude", excluded));

    JsonNode ended = awaitEnd(id(post(body)));

    assertThat(ended.path("status").asText())
        .as("%s", ended.path("reasons"))
        .isEqualTo("completed");
    assertThat(ended.path("model").asText()).isEqualTo(left);
  }

  @Test
  void everyMetricOfTheDashboardAndTheAlertsExists() throws Exception {
    awaitEnd(id(post("{\"task\":\"measured\"}")));
    Map<String, String> shown = new HashMap<>();
    get("/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> shown.merge(line.split("[{ ]", 2)[0], line, String::concat));

    for (String file : List.of("grafana-dashboard.json", "alerts.yaml")) {
      String text = Files.readString(ProjectFiles.root().resolve("docs/monitoring").resolve(file));
      List<String> metrics =
          METRIC.matcher(text).results().map(MatchResult::group).distinct().toList();
      assertThat(metrics).as(file).hasSizeGreaterThan(7);
      assertThat(shown).as(file).containsKeys(metrics.toArray(String[]::new));
    }
    assertThat(shown.get("smart_spawn_spawn_duration_seconds_count")).contains("mode=", "status=");
    assertThat(shown.get("http_server_requests_seconds_count")).contains("route=", "status=");
    assertThat(shown.get("smart_spawn_source_names")).contains("resolution=\"unresolved\"");
    assertThat(shown.get("jvm_memory_used_bytes")).contains("area=\"heap\"");
  }

  @Test
  void cancelledSpawnEndsAsCancelled() throws Exception {
    String id = id(post("{\"task\":\"slow, and not wanted any more\"}"));

    HttpResponse<String> cancelled = send(request(otherUrl(), "/spawns/" + id).DELETE());

    assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(202);
    JsonNode ended = awaitEnd(id);
    assertThat(ended.path("status").asText()).isEqualTo("cancelled");
    assertThat(ended.path("reasons").get(0).asText()).isEqualTo("cancelled by the REST API");
    HttpResponse<String> again = send(request(system.url(), "/spawns/" + id).DELETE());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again).at("/error/message").asText()).contains("cancelled already");
  }

  @Test
  void endedSpawnCanBeRated() throws Exception {
    String id = id(post("{\"task\":\"slow but rated\"}"));
    String path = "/spawns/" + id + "/outcome";
    HttpResponse<String> early = send(posting(system.url(), path, "{\"rating\":4}"));
    awaitEnd(id);

    HttpResponse<String> rated =
        send(posting(system.url(), path, "{\"rating\":4,\"comment\":\"good enough\"}"));

    assertThat(json(early).at("/error/code").asText()).isEqualTo("not_ended");
    assertThat(rated.statusCode()).as(rated.body()).isEqualTo(202);
    assertThat(json(get("/spawns/" + id)).at("/data/outcome/rating").asInt()).isEqualTo(4);
    JsonNode outcome =
        RunningSystem.table(system.bootstrapServers(), Topics.SPAWN_OUTCOMES).get(id);
    assertThat(outcome.path("comment").asText()).isEqualTo("good enough");
  }

  @Test
  void anInstanceThatStartsLaterKnowsEarlierSpawns() throws Exception {
    String id = id(post("{\"task\":\"from before\"}"));
    awaitEnd(id);

    try (QueryApi later = anotherInstance()) {
      HttpResponse<String> known = get("http://127.0.0.1:" + later.port(), "/spawns/" + id);

      assertThat(known.statusCode()).as(known.body()).isEqualTo(200);
      assertThat(json(known).at("/data/answer").asText()).isEqualTo("done: from before");
    }
  }

  @Test
  void theCommandLineFollowsASpawnToItsAnswer() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exitCode =
        SmartSpawn.commandLine(Map.of(), InputStream.nullInputStream())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("spawn", "slow but worth it", "--mode", "single", "--url", system.url());

    assertThat(exitCode).isZero();
    assertThat(out.toString().strip()).isEqualTo("done: slow but worth it");
    assertThat(err.toString())
        .contains("answer: asking")
        .contains("answered, $")
        .contains("status  completed");
  }

  @Test
  void requestsFromTheTopicAppearToo() throws Exception {
    try (SpawnTopicClient topics = new SpawnTopicClient(system.bootstrapServers())) {
      String good = topics.publish("{\"task\":\"from a console producer\"}").value();
      String bad = topics.publish("{\"task\":\"t\",\"buget\":\"low\"}").value();

      assertThat(awaitEnd(good).path("answer").asText()).isEqualTo("done: from a console producer");
      JsonNode refused = awaitEnd(bad);
      assertThat(refused.path("status").asText()).isEqualTo("failed");
      assertThat(refused.path("reasons").get(0).asText()).contains("did you mean 'budget'?");
    }
    assertThat(json(get("/spawns?status=failed")).path("data"))
        .allSatisfy(spawn -> assertThat(spawn.path("status").asText()).isEqualTo("failed"));
  }

  private record Event(String id, String type, String data) {}

  /** Reads until the server ends the stream. */
  private static List<Event> follow(String url, String id, String lastEventId) throws Exception {
    HttpRequest.Builder request = request(url, "/spawns/" + id + "/events").timeout(PATIENCE);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Map<String, String> fields = new HashMap<>();
    List<Event> events = new ArrayList<>();
    response
        .body()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
              } else if (line.isEmpty() && !fields.isEmpty()) {
                events.add(new Event(fields.get("id"), fields.get("event"), fields.get("data")));
                fields.clear();
              }
            });
    return events;
  }

  private static JsonNode awaitEnd(String id) {
    AtomicReference<JsonNode> spawn = new AtomicReference<>();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              spawn.set(json(get("/spawns/" + id)).path("data"));
              return spawn.get().has("finishedAt");
            });
    return spawn.get();
  }

  private static String otherUrl() {
    return "http://127.0.0.1:" + other.port();
  }

  private static String id(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return json(response).at("/data/id").asText();
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send(posting(system.url(), body));
  }

  private static HttpRequest.Builder posting(String url, String body) {
    return posting(url, "/spawns", body);
  }

  private static HttpRequest.Builder posting(String url, String path, String body) {
    return request(url, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return get(system.url(), path);
  }

  private static HttpResponse<String> get(String url, String path) throws Exception {
    return send(request(url, path).GET());
  }

  private static HttpRequest.Builder request(String url, String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }
}
