package dev.smartspawn.local.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.setting.Setting;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 requests that nobody should send, of all kinds: none makes the server fail, grow or answer
 * somebody else wrongly.
 */
class AbuseIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REQUESTS = 10_000;
  private static final int WARM_UP = 1_000;
  private static final int ABUSERS = 8;

  /** What is not answered by then is left alone, so that ten thousand are sent in time. */
  private static final Duration QUICK = Duration.ofMillis(500);

  /** Longer than the server waits for the rest of a head, or for a whole body. */
  private static final Duration LATE = Duration.ofSeconds(60);

  private static final String GOOD = "/pick?task=coding&budget=low";

  /** What a whole system in the same JVM moves by without anybody's doing. */
  private static final long MEMORY_MARGIN_BYTES = 32L * 1024 * 1024;

  private static final int THREAD_MARGIN = 4;

  /** Far more than the server has threads. */
  private static final int UNFINISHED = 200;

  private static final String HALF_A_HEAD = "GET /pick?task=coding HTTP/1.1\r\nHost: local";

  private static final String HALF_A_BODY =
      "POST /spawns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 5000\r\n\r\n{";

  @TempDir static Path data;
  private static RunningSystem system;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> environment =
        RunningSystem.sourcesAt("http://127.0.0.1:" + LoopbackPort.free());
    environment.remove("ARTIFICIAL_ANALYSIS_API_KEY");
    // Bodies are to be read, not turned away unread.
    environment.put(Setting.WRITES_PER_MINUTE.variable(), "1000000");
    system = RunningSystem.start(data, environment);
    system.api().awaitServing(PATIENCE);
    system.api().awaitStatus(PATIENCE, status -> status.body().at("/data/modelCount").asInt() > 50);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void malformedRequestsCauseNoFailureAndNoGrowth() throws Exception {
    assertThat(MalformedRequest.KINDS).hasSizeGreaterThanOrEqualTo(40);
    abuse(WARM_UP);
    String answer = good().body();
    int threads = threads();
    long memory = memoryInUse();

    AtomicBoolean over = new AtomicBoolean();
    ExecutorService asker = Executors.newSingleThreadExecutor();
    Future<List<Long>> asking = asker.submit(() -> keepAsking(answer, over));
    long begun = System.nanoTime();
    Map<String, Map<Integer, Integer>> statuses = abuse(REQUESTS);
    long took = System.nanoTime() - begun;
    over.set(true);
    List<Long> answered = asking.get().stream().sorted().toList();
    report(statuses, answered, took);
    asker.shutdown();

    assertThat(answered).hasSizeGreaterThan(100);
    statuses.forEach(
        (kind, counts) -> assertThat(counts.keySet()).as(kind).allMatch(status -> status < 500));
    assertThat(good().body()).isEqualTo(answer);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(threads + THREAD_MARGIN));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(memoryInUse()).isLessThanOrEqualTo(memory + MEMORY_MARGIN_BYTES));
    System.out.printf(
        "threads %d before, %d after; memory in use %d MB before, %d MB after%n",
        threads, threads(), memory >> 20, memoryInUse() >> 20);
  }

  @Test
  void whatIsAnsweredLateIsNoFailureEither() {
    Abuser patient = new Abuser(system.url(), LATE);
    MalformedRequest.KINDS.parallelStream()
        .filter(request -> request.manner() == MalformedRequest.Manner.WHOLE)
        .forEach(
            request -> assertThat(patient.send(request)).as(request.toString()).isLessThan(500));
  }

  @Test
  void unfinishedRequestsKeepNobodyWaiting() throws Exception {
    String answer = good().body();
    List<Socket> unfinished = new ArrayList<>();
    try {
      for (int i = 0; i < UNFINISHED; i++) {
        unfinished.add(
            new Abuser(system.url(), QUICK).begin(i % 2 == 0 ? HALF_A_HEAD : HALF_A_BODY));
      }
      assertThat(good().body()).isEqualTo(answer);
      assertThat(unfinished).as("the server waits for the rest").allMatch(Abuser::isWaitedFor);
    } finally {
      for (Socket socket : unfinished) {
        socket.close();
      }
    }
  }

  @Test
  void bodyThatTricklesInIsNotWaitedForForEver() throws Exception {
    String head =
        "POST /spawns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 5000\r\n\r\n";
    double seconds =
        new Abuser(system.url(), LATE)
            .trickleUntilClosed(head.getBytes(StandardCharsets.US_ASCII), LATE);
    assertThat(seconds).isBetween(25.0, 55.0);
  }

  /** Kind to status to how often. */
  private static Map<String, Map<Integer, Integer>> abuse(int requests) throws Exception {
    Map<String, Map<Integer, Integer>> statuses = new ConcurrentSkipListMap<>();
    Abuser abuser = new Abuser(system.url(), QUICK);
    ExecutorService abusers = Executors.newFixedThreadPool(ABUSERS);
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      MalformedRequest request = MalformedRequest.KINDS.get(i % MalformedRequest.KINDS.size());
      sent.add(
          abusers.submit(
              () -> {
                int status = abuser.send(request);
                statuses
                    .computeIfAbsent(request.kind(), kind -> new ConcurrentSkipListMap<>())
                    .merge(status, 1, Integer::sum);
              }));
    }
    for (Future<?> each : sent) {
      Object unused = each.get();
    }
    abusers.shutdown();
    return statuses;
  }

  /** How long each answer took, in nanoseconds. */
  private static List<Long> keepAsking(String expected, AtomicBoolean over) throws Exception {
    List<Long> nanos = new ArrayList<>();
    while (!over.get()) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = good();
      nanos.add(System.nanoTime() - begun);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(expected);
    }
    return nanos;
  }

  private static HttpResponse<String> good() throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(system.url() + GOOD)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  private static void report(
      Map<String, Map<Integer, Integer>> statuses, List<Long> sorted, long took) {
    Map<Integer, Integer> all = new TreeMap<>();
    statuses.forEach(
        (kind, counts) -> {
          System.out.printf("%-40s %s%n", kind, counts);
          counts.forEach((status, count) -> all.merge(status, count, Integer::sum));
        });
    System.out.printf(
        "%d kinds in %.1f s, by status (0: closed, or dropped by us): %s%n"
            + "meanwhile %d good answers: %.1f ms in the median, %.1f ms for 99 of 100, %.1f ms at most%n",
        statuses.size(),
        took / 1e9,
        all,
        sorted.size(),
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  private static double millis(List<Long> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static long memoryInUse() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
