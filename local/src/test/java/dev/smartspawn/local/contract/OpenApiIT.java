package dev.smartspawn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.contract.OpenApiDocument.Replay;
import dev.smartspawn.query.QueryApi;
import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stub.StubChatApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every request the OpenAPI document gives is sent to the running system, on its snapshot, and
 * answered as the document says: status, headers, and not a field more or less. Run with {@code
 * -Dschemas.write=true} to have the answers written into the document as its examples.
 */
class OpenApiIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KEY = "a-key-to-write-with";
  private static final int WRITES_PER_MINUTE = 8;

  /** What every HTTP answer may have. */
  private static final Set<String> PLUMBING =
      Set.of("connection", "content-length", "content-type", "date", "transfer-encoding");

  @TempDir static Path data;
  @TempDir static Path guardedData;
  @TempDir static Path reference;

  private static final String RARE =
      """
      {"id": "acme/rare-1-24b", "name": "Acme: Rare 1 24B", "created": "2026-06-01T00:00:00Z",
       "expirationDate": "%s", "contextLength": 600000000, "maxCompletionTokens": 1000,
       "inputModalities": ["text"], "outputModalities": ["text"],
       "supportedParameters": ["web_search_options"],
       "pricing": {"prompt": 1e-06, "completion": 2e-06, "request": 0.04,
         "overrides": [{"hoursUtc": "100-1000", "prompt": 2e-06, "completion": 4e-06}],
         "others": {"image": 0.001, "webSearch": 0.01, "internalReasoning": 9e-06}}}
      """
          .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(5));

  private static final Map<String, List<String>> RARE_PATHS =
      Map.of(
          "/models/{id}", List.of("/models/acme/rare-1-24b"),
          "/models", List.of("/models?limit=1000"),
          "/pick",
              List.of(
                  "/pick?task=coding&budget=any&minContext=500000000",
                  "/pick?task=coding&budget=any"),
          "/recommend",
              List.of(
                  "/recommend?task=coding&budget=any&minContext=500000000&explain=true",
                  "/recommend?task=coding&budget=any",
                  "/recommend?task=Write+a+Python+function+that+sorts+a+list+of+numbers",
                  "/recommend?task=Fix+the+bug+in+this+Python+script",
                  "/recommend?task=prove+that+the+square+root+of+2+is+irrational",
                  "/recommend?task=Which+symptoms+of+diabetes+should+a+patient+see+a+doctor+for"),
          "/compare", List.of("/compare?ids=acme/rare-1-24b,z-ai/glm-5.2"),
          "/spawns/{spawnId}", List.of("/spawns/{instructed}", "/spawns/{conversation}"));

  private static final Map<String, String> spawns = new HashMap<>();
  private static StubChatApi chat;
  private static OneModelSource source;
  private static RunningSystem system;
  private static QueryApi guarded;
  private static OpenApiDocument document;
  private static SeenFields seen;

  @BeforeAll
  static void start() throws Exception {
    document = OpenApiDocument.read();
    seen = new SeenFields(document);
    chat = new StubChatApi(OpenApiIT::reply);
    source = new OneModelSource();
    Map<String, String> environment = new HashMap<>(RunningSystem.sourcesAt(source.url()));
    environment.put("SMART_SPAWN_LMARENA_MIN_INTERVAL", "1h");
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    system = RunningSystem.start(data, referenceWithRareModel(), environment);
    guarded =
        QueryApi.start(
            QueryApiConfig.from(
                Settings.from(
                    Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers(),
                        "SMART_SPAWN_DATA_DIR", guardedData.toString(),
                        "SMART_SPAWN_HTTP_PORT", "0",
                        "API_KEYS", KEY,
                        "SMART_SPAWN_WRITES_PER_MINUTE", Integer.toString(WRITES_PER_MINUTE)))),
            Clock.systemUTC());
    system.api().awaitServing(PATIENCE);
    system.api().awaitStatus(PATIENCE, OpenApiIT::isWhole);
    prepareChange();
    prepareNewLeader();
    prepareSpawns();
  }

  @AfterAll
  static void stop() {
    guarded.close();
    system.close();
    chat.close();
    source.close();
  }

  /** The snapshot's catalogue, and what the one source that is there said. */
  private static boolean isWhole(StatusAnswer status) {
    return status.body().at("/data/modelCount").asInt() > 50
        && status.body().at("/data/sources/livebench/applied").asBoolean()
        && status.body().at("/data/sources/artificialAnalysis/applied").asBoolean();
  }

  private static StubChatApi.Reply reply(StubChatApi.Call call) {
    String answer = call.user().contains("a list, please") ? "[\"done\"]" : "done";
    return StubChatApi.Reply.text("<think>One word will do.</think>" + answer)
        .after(call.user().startsWith("slow") ? 20_000 : 0);
  }

  @Test
  void everyRequestOfTheDocumentIsAnsweredAsItSays() throws Exception {
    Set<String> deviations = new TreeSet<>();
    for (Replay replay : document.replays()) {
      RawHttp.Reply answer = send(replay);
      deviations(replay, answer).forEach(each -> deviations.add(replay + ": " + each));
      keep(replay, answer);
    }

    for (Replay rare : rareReplays()) {
      deviations(rare, send(rare)).forEach(each -> deviations.add(rare + ": " + each));
    }

    assertThat(deviations).isEmpty();
    // A running system awaits nothing; FirstTableTest sees what is awaited. Only the ledger refers
    // to lines of the operator's file.
    assertThat(unseen())
        .allMatch(field -> field.endsWith(".awaiting") || field.equals("PriceReference.line"));
  }

  /** The project's reference files, with a model in the snapshot that has every rare field. */
  private static Path referenceWithRareModel() throws IOException {
    Path project = ProjectFiles.root().resolve("data");
    Path snapshot = Files.createDirectories(reference.resolve("snapshot"));
    for (String file : List.of("aliases.yaml", "seed-overrides.yaml")) {
      Files.copy(project.resolve(file), reference.resolve(file));
    }
    try (Stream<Path> files = Files.list(project.resolve("snapshot"))) {
      for (Path file : files.toList()) {
        Files.copy(file, snapshot.resolve(file.getFileName()));
      }
    }
    Path catalogue = snapshot.resolve("openrouter.json");
    ObjectNode content = (ObjectNode) Json.MAPPER.readTree(catalogue.toFile());
    content.withArray("/records").add(Json.MAPPER.readTree(RARE));
    Files.writeString(catalogue, content.toString());
    // Without its size in the name: a weak match.
    Path arena = snapshot.resolve("lmarena.json");
    ObjectNode ratings = (ObjectNode) Json.MAPPER.readTree(arena.toFile());
    ratings
        .withArray("/records")
        .addObject()
        .put("board", "text")
        .put("name", "rare-1")
        .put("rating", 1300);
    Files.writeString(arena, ratings.toString());
    return reference;
  }

  /** Requests for the rare model, which the document's readers need not know. */
  private static List<Replay> rareReplays() {
    return document.replays().stream()
        .filter(replay -> replay.status().equals("200"))
        .flatMap(
            replay ->
                RARE_PATHS.getOrDefault(replay.pattern(), List.of()).stream()
                    .map(
                        path ->
                            new Replay(
                                replay.method(),
                                replay.pattern(),
                                replay.operation(),
                                replay.status(),
                                Json.MAPPER.createObjectNode().put("path", path))))
        .toList();
  }

  private static Set<String> deviations(Replay replay, RawHttp.Reply answer) throws Exception {
    Set<String> found = new TreeSet<>();
    if (!replay.status().equals(Integer.toString(answer.status()))) {
      found.add("answered %d %s".formatted(answer.status(), answer.body()));
      return found;
    }
    JsonNode response = document.response(replay);
    headerDeviations(response.path("headers"), answer, found);
    bodyDeviations(response.path("content"), answer, found);
    return found;
  }

  private static void headerDeviations(
      JsonNode documented, RawHttp.Reply answer, Set<String> found) {
    Set<String> undocumented = new TreeSet<>(answer.headers().keySet());
    undocumented.removeAll(PLUMBING);
    documented
        .properties()
        .forEach(
            header -> {
              String name = header.getKey().toLowerCase(Locale.ROOT);
              undocumented.remove(name);
              JsonNode schema = document.resolved(header.getValue()).path("schema");
              String value = answer.headers().get(name);
              if (value == null) {
                found.add("no " + header.getKey());
              } else {
                document
                    .mistakes(schema, typed(schema, value))
                    .forEach(mistake -> found.add(header.getKey() + ": " + mistake));
              }
            });
    undocumented.forEach(name -> found.add("undocumented header " + name));
  }

  private static JsonNode typed(JsonNode schema, String value) {
    return schema.path("type").asText().equals("integer")
        ? json(value)
        : Json.MAPPER.getNodeFactory().textNode(value);
  }

  private static void bodyDeviations(JsonNode content, RawHttp.Reply answer, Set<String> found) {
    String type = answer.header("Content-Type").split(";")[0];
    JsonNode schema = content.path(type).path("schema");
    if (content.isMissingNode()) {
      if (!answer.body().isEmpty()) {
        found.add("a body where there is none");
      }
    } else if (schema.isMissingNode()) {
      found.add("undocumented content type " + type);
    } else if (type.equals("application/json")) {
      check(schema, json(answer.body()), found);
    } else if (type.equals("text/event-stream")) {
      answer
          .body()
          .lines()
          .filter(line -> line.startsWith("data:"))
          .forEach(line -> check(schema.path("contentSchema"), json(line.substring(5)), found));
    }
  }

  private static void check(JsonNode schema, JsonNode value, Set<String> found) {
    Set<String> mistakes = document.mistakes(schema, value);
    found.addAll(mistakes);
    if (mistakes.isEmpty()) {
      seen.note(schema, value);
    }
  }

  /** Documented fields that no answer had. */
  private static Set<String> unseen() {
    Set<String> unseen = new TreeSet<>();
    for (Replay replay : document.replays()) {
      JsonNode schema = document.response(replay).at("/content/application~1json/schema");
      if (!schema.isMissingNode()) {
        unseen.addAll(seen.unseen(schema));
      }
    }
    return unseen;
  }

  private static RawHttp.Reply send(Replay replay) throws IOException {
    JsonNode request = replay.request();
    boolean toGuarded = request.path("guarded").asBoolean();
    RawHttp http = new RawHttp(toGuarded ? "http://127.0.0.1:" + guarded.port() : system.url());
    Map<String, String> headers = headers(replay);
    if (request.has("after")) {
      headers.put("Authorization", "Bearer " + KEY);
    }
    String path = path(request.path("path").asText());
    RawHttp.Reply answer = http.send(replay.method(), path, headers, body(replay));
    for (int i = 0; request.has("after") && answer.status() != 429 && i < WRITES_PER_MINUTE; i++) {
      answer = http.send(replay.method(), path, headers, body(replay));
    }
    return answer;
  }

  private static Map<String, String> headers(Replay replay) {
    Map<String, String> headers = new HashMap<>();
    JsonNode request = replay.request();
    if (!document.body(replay).isMissingNode() || request.has("bodyOfBytes")) {
      headers.put("Content-Type", "application/json");
    }
    request
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return headers;
  }

  private static String body(Replay replay) {
    JsonNode request = replay.request();
    if (request.has("bodyOfBytes")) {
      return "{\"task\":\"" + "x".repeat(request.path("bodyOfBytes").asInt()) + "\"}";
    }
    if (request.has("text")) {
      return request.path("text").asText();
    }
    JsonNode body = document.body(replay);
    return body.isMissingNode() ? null : replaced(body.toString());
  }

  private static String path(String path) {
    return replaced(path);
  }

  /** Names of prepared spawns by their ids. */
  private static String replaced(String text) {
    String replaced = text;
    for (Map.Entry<String, String> spawn : spawns.entrySet()) {
      replaced = replaced.replace("{" + spawn.getKey() + "}", spawn.getValue());
    }
    return replaced;
  }

  private static void keep(Replay replay, RawHttp.Reply answer) throws IOException {
    String example = replay.request().path("example").asText();
    if (Boolean.getBoolean("schemas.write") && !example.isEmpty()) {
      document.keepExample(replay, example, json(answer.body()));
    }
  }

  /** A second pull brings other figures. */
  private static void prepareChange() throws Exception {
    http()
        .send(
            "POST",
            "/refresh",
            Map.of("Content-Type", "application/json"),
            "{\"sources\":[\"artificial-analysis\"]}");
  }

  /** A score set by hand gives the answer to another model. */
  private static void prepareNewLeader() throws Exception {
    Files.writeString(
        reference.resolve("seed-overrides.yaml"), "z-ai/glm-5.2:\n  scores: {coding: 100}\n");
    system
        .api()
        .await(
            "/pick?task=coding&budget=any",
            PATIENCE,
            answer -> answer.at("/meta/since/before").isTextual());
    awaitChange("score");
    awaitChange("pick");
  }

  private static void awaitChange(String kind) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                http()
                    .send("GET", "/changes?limit=5000", Map.of(), null)
                    .body()
                    .contains("\"kind\":\"%s\"".formatted(kind)));
  }

  private static void prepareSpawns() throws Exception {
    spawns.put("running", post("{\"id\":\"replay-running\",\"task\":\"slow one\"}"));
    spawns.put("unfinished", post("{\"id\":\"replay-unfinished\",\"task\":\"slow, too\"}"));
    spawns.put("ended", post("{\"id\":\"replay-ended\",\"task\":\"quick\",\"label\":\"primes\"}"));
    spawns.put("planned", post("{\"id\":\"replay-planned\",\"task\":\"quick\",\"dryRun\":true}"));
    spawns.put(
        "collective",
        post("{\"id\":\"replay-collective\",\"task\":\"quick\",\"mode\":\"collective\"}"));
    spawns.put(
        "cascade", post("{\"id\":\"replay-cascade\",\"task\":\"quick\",\"mode\":\"cascade\"}"));
    spawns.put(
        "failed", post("{\"id\":\"replay-failed\",\"task\":\"quick\",\"maxCostUsd\":0.000001}"));
    spawns.put(
        "instructed",
        post(
            "{\"id\":\"replay-instructed\",\"system\":\"Be brief.\",\"task\":\"a list, please\","
                + "\"responseFormat\":\"json\"}"));
    spawns.put(
        "conversation",
        post(
            "{\"id\":\"replay-conversation\",\"messages\":[{\"role\":\"user\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"quick\"},"
                + "{\"type\":\"image_url\",\"image_url\":"
                + "{\"url\":\"https://example.com/a.png\",\"detail\":\"low\"}},"
                + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\","
                + "\"file_data\":\"data:application/pdf;base64,JVBERi0xLjQK\"}}]}]}"));
    for (String each :
        List.of(
            "ended", "planned", "collective", "cascade", "failed", "instructed", "conversation")) {
      Awaitility.await().atMost(PATIENCE).until(() -> spawn(spawns.get(each)).has("finishedAt"));
    }
    prepareCosts();
    RawHttp.Reply rated =
        http()
            .send(
                "POST",
                "/spawns/replay-ended/outcome",
                Map.of("Content-Type", "application/json"),
                "{\"rating\":2,\"comment\":\"before\"}");
    assertThat(rated.status()).as(rated.body()).isEqualTo(202);
  }

  /** Costs of yesterday, as a worker adds them up, for the digest. */
  private static void prepareCosts() throws IOException {
    SpendKey key =
        SpendKey.parse(
            "%s default z-ai/glm-5.2 coding single answer 0"
                .formatted(LocalDate.now(ZoneOffset.UTC).minusDays(1)));
    SpendRow row =
        new SpendRow(Usd.of("0.01"), Usd.ZERO, 1, 0, 0, 0, 0, new TokenUsage(10, 20), 1, 20, 400);
    system.write(Topics.SPEND, key, row);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                json(http().send("GET", "/costs/cascade", Map.of(), null).body())
                        .at("/meta/total/cascades")
                        .asInt()
                    > 0);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                json(http().send("GET", "/costs/digest", Map.of(), null).body())
                        .at("/data/calls")
                        .asInt()
                    > 0);
  }

  private static String post(String body) throws IOException {
    RawHttp.Reply answer =
        http().send("POST", "/spawns", Map.of("Content-Type", "application/json"), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return json(answer.body()).at("/data/id").asText();
  }

  private static JsonNode spawn(String id) throws IOException {
    return json(http().send("GET", "/spawns/" + id, Map.of(), null).body()).path("data");
  }

  private static RawHttp http() {
    return new RawHttp(system.url());
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
