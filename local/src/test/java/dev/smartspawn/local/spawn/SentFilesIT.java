package dev.smartspawn.local.spawn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.query.QueryApiMain;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.SpawnWorkerMain;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of requests on their way from a client to a model that counts their bytes. */
class SentFilesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path LOG = Path.of("target", "sent-files.log");
  private static final int MIB = 1024 * 1024;
  private static final int PART = 512 * 1024;

  /** How many requests with 5 MB each are sent; the long trial sends more. */
  private static final int REQUESTS = Integer.getInteger("files.requests", 12);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = LoopbackPort.free();
  @TempDir Path data;
  private TestKafka kafka;
  private StubChatApi chat;
  private StubQueryApi models;
  private SpawnTopicClient topics;
  private ServiceProcess queryApi;

  @BeforeEach
  void start() {
    kafka = TestKafka.start();
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
    chat = new StubChatApi(call -> StubChatApi.Reply.text(seen(call)));
    models = new StubQueryApi();
    topics = new SpawnTopicClient(kafka.bootstrapServers());
    queryApi = queryApi();
  }

  @AfterEach
  void stop() {
    queryApi.close();
    topics.close();
    chat.close();
    models.close();
    kafka.close();
  }

  @Test
  void photographSurvivesKillsOfBothServices() {
    byte[] photograph = photograph(1, 12 * MIB);
    String body = body("photo-1", url(photograph));
    Random random = new Random(3);
    for (int kill = 0; kill < 4; kill++) {
      awaitServing();
      CompletableFuture<HttpResponse<String>> cut =
          http.sendAsync(post(body), BodyHandlers.ofString());
      pause(random.nextInt(400));
      queryApi.kill();
      queryApi = queryApi();
      cut.cancel(true);
    }
    awaitServing();
    assertThat(accepted(body)).isEqualTo(202);
    chat.script(call -> StubChatApi.Reply.text(seen(call)).after(3_000));
    ServiceProcess killed = worker(384);
    try (killed) {
      Awaitility.await().atMost(PATIENCE).until(() -> !chat.calls().isEmpty());
    }
    ServiceProcess worker = worker(384);
    try (worker) {
      SpawnResult result = topics.awaitResult(new SpawnId("photo-1"), PATIENCE);

      assertThat(result.status()).as(result.toString()).isEqualTo(SpawnStatus.COMPLETED);
      assertThat(result.answer()).isEqualTo(12 * MIB + " bytes of " + AttachmentId.of(photograph));
      assertThat(result.ambiguousCalls()).isEqualTo(1);
    }
    assertThat(chat.calls()).hasSize(2);
    assertThat(topics.results()).hasSize(1);
    assertThat(topics.sizes(Topics.SPAWN_ATTACHMENTS).values())
        .hasSize(24)
        .allMatch(size -> size == PART);
  }

  @Test
  void manyPhotographsAreSentInLittleMemory() {
    Set<String> wanted = new HashSet<>();
    ServiceProcess worker = worker(256);
    try (worker) {
      ExecutorService clients = Executors.newFixedThreadPool(4);
      ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
      awaitServing();
      for (int i = 0; i < REQUESTS; i++) {
        int number = i;
        wanted.add(5 * MIB + " bytes of " + AttachmentId.of(photograph(100 + number, 5 * MIB)));
        clients.execute(
            () ->
                answers.add(
                    accepted(body("many-" + number, url(photograph(100 + number, 5 * MIB))))));
      }
      List<SpawnResult> results =
          topics.awaitResults(r -> true, REQUESTS, PATIENCE.multipliedBy(3));
      clients.shutdown();
      Awaitility.await().atMost(PATIENCE).until(() -> answers.size() == REQUESTS);

      assertThat(answers).containsOnly(202);
      assertThat(results.stream().map(SpawnResult::answer))
          .containsExactlyInAnyOrderElementsOf(wanted);
      assertThat(topics.results()).hasSize(REQUESTS);
      long peak = worker.peakKilobytes();
      System.out.printf(
          Locale.ROOT,
          "%d requests with 5 MB each, nothing lost; the worker had %d MB at most, query-api %d MB%n",
          REQUESTS,
          peak / 1024,
          queryApi.peakKilobytes() / 1024);
      assertThat(peak).isLessThan(512 * 1024);
    }
  }

  @Test
  void clientOfKafkaWritesThePartsFirst() {
    byte[] image = photograph(2, MIB + 1);
    AttachmentId id = AttachmentId.of(image);
    for (int i = 0; i < 3; i++) {
      int from = i * PART;
      byte[] part = new byte[Math.min(PART, image.length - from)];
      System.arraycopy(image, from, part, 0, part.length);
      topics.write(Topics.SPAWN_ATTACHMENTS, "%s:%d/3".formatted(id.hash(), i + 1), part);
    }
    topics.send(
        "{\"task\":\"What is it?\",\"id\":\"from-kafka\",\"images\":[\"%s\"]}".formatted(id));
    ServiceProcess worker = worker(256);
    try (worker) {
      SpawnResult result = topics.awaitResult(new SpawnId("from-kafka"), PATIENCE);

      assertThat(result.answer()).isEqualTo(MIB + 1 + " bytes of " + id);
    }
    assertThat(chat.calls().get(0).files().get(0).label()).isEqualTo("image/jpeg");
  }

  @Test
  void storedTextIsPartOfThePrompt() {
    String text = "Two is the only even prime number. ".repeat(3_000).strip();
    String file = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    awaitServing();
    assertThat(
            accepted(
                "{\"task\":\"Sum it up.\",\"id\":\"text\",\"files\":[{\"name\":\"a.txt\",\"data\":\"data:text/plain;base64,%s\"}]}"
                    .formatted(file)))
        .isEqualTo(202);
    assertThat(topics.sizes(Topics.SPAWN_ATTACHMENTS).values()).containsExactly(text.length());
    ServiceProcess worker = worker(256);
    try (worker) {
      topics.awaitResult(new SpawnId("text"), PATIENCE);
    }

    assertThat(chat.calls().get(0).user())
        .startsWith("Sum it up.")
        .contains("begin file a.txt]]\n" + text);
    assertThat(chat.calls().get(0).files()).isEmpty();
  }

  @Test
  void nothingOfHostileFilesIsKept() {
    awaitServing();
    byte[] image = photograph(5, MIB);
    for (byte[] hostile :
        List.of(
            joined(image, "%PDF-1.7"),
            joined(image, "<?php system($_GET['x']); ?>"),
            joined(image, "PK\u0005\u0006" + "\u0000".repeat(18)),
            joined(
                "<svg xmlns='http://www.w3.org/2000/svg'>".getBytes(UTF_8),
                "<script>1</script></svg>" + " ".repeat(MIB)),
            joined("PK\u0003\u0004".getBytes(UTF_8), "\u0000".repeat(MIB)))) {
      assertThat(status(body("hostile", url(hostile)))).isEqualTo(400);
    }
    assertThat(status(body("large", url(new byte[21 * MIB])))).isEqualTo(413);
    assertThat(answerTo(100 * MIB)).startsWith("HTTP/1.1 413");
    assertThat(status(body("parts", url(image) + "\",\"a".repeat(10_000)))).isEqualTo(400);
    assertThat(
            status(
                "{\"task\":\"t\",\"files\":[{\"name\":\"../../etc/passwd\",\"data\":\"%s\"}]}"
                    .formatted(url(joined("%PDF-1.7".getBytes(UTF_8), " ".repeat(MIB))))))
        .isEqualTo(400);

    assertThat(topics.sizes(Topics.SPAWN_ATTACHMENTS)).isEmpty();
    assertThat(topics.count(Topics.SPAWN_REQUESTS)).isZero();
  }

  /** What a model that takes images could say about them. */
  private static String seen(StubChatApi.Call call) {
    List<String> files = new ArrayList<>();
    call.files().forEach(file -> files.add(file.bytes() + " bytes of " + file.id()));
    return String.join(", ", files) + (files.isEmpty() ? "no files" : "");
  }

  private static String body(String id, String image) {
    return "{\"task\":\"What is in this picture?\",\"id\":\"%s\",\"images\":[\"%s\"]}"
        .formatted(id, image);
  }

  /** A JPEG header before random bytes. */
  private static byte[] photograph(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    ByteBuffer.wrap(bytes)
        .put(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8})
        .putShort((short) 3024)
        .putShort((short) 4032)
        .put(new byte[] {3, 1, 17, 0, 2, 17, 1, 3, 17, 1, (byte) 0xFF, (byte) 0xDA});
    return bytes;
  }

  private static byte[] joined(byte[] first, String second) {
    byte[] more = second.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(first.length + more.length).put(first).put(more).array();
  }

  private static String url(byte[] content) {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(content);
  }

  private HttpRequest post(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/spawns"))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofMinutes(1))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private int status(String body) {
    try {
      return http.send(post(body), BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** To the head of a request with a body of this length. */
  private String answerTo(int length) {
    String head =
        "POST /spawns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n{".formatted(length);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(12), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends it again while too many large bodies are on their way. */
  private int accepted(String body) {
    int status = status(body);
    for (int i = 0; i < 300 && status == 503; i++) {
      pause(500);
      status = status(body);
    }
    return status;
  }

  private void awaitServing() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                http.send(
                            HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/spawns"))
                                .build(),
                            BodyHandlers.ofString())
                        .statusCode()
                    == 200);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServiceProcess queryApi() {
    return ServiceProcess.start(
        QueryApiMain.class,
        384,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "SMART_SPAWN_DATA_DIR",
            data.toString(),
            "SMART_SPAWN_WRITES_PER_MINUTE",
            "10000",
            "SMART_SPAWN_HTTP_PORT",
            Integer.toString(port)),
        LOG);
  }

  private ServiceProcess worker(int heapMegabytes) {
    return ServiceProcess.start(
        SpawnWorkerMain.class,
        heapMegabytes,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "OPENROUTER_BASE_URL",
            chat.baseUrl(),
            "OPENROUTER_API_KEY",
            "sk-test",
            "SMART_SPAWN_QUERY_API_URL",
            models.address().toString(),
            "SMART_SPAWN_MAX_COST_PER_DAY_USD",
            "1000",
            "SMART_SPAWN_SPAWN_SLOTS",
            "16"),
        LOG);
  }
}
