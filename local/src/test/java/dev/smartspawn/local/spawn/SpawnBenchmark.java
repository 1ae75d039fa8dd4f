package dev.smartspawn.local.spawn;

import com.sun.management.OperatingSystemMXBean;
import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.schema.service.Readiness;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;

/**
 * What the worker adds to a bare call, broker, stubs and all in this one JVM: run {@code main} with
 * the test class path. The first figure is from the broker's acknowledgement of the request to the
 * first byte of the call at the provider, claim and reservation included; the second counts single
 * spawns from the first publication to the last call.
 */
final class SpawnBenchmark {

  /** A worker runs for weeks: what its JVM compiles in the first minute is not its overhead. */
  private static final int WARM_UP = 6_000;

  private static final int SEQUENTIAL = 500;
  private static final int BURST = 3000;

  private final Map<String, Long> calledAt = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    String slots = arguments.length > 0 ? arguments[0] : "16";
    new SpawnBenchmark().run(slots);
    System.exit(0);
  }

  private void run(String slots) throws Exception {
    Path folder = Files.createTempDirectory("spawn-benchmark");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, Clock.systemUTC());
        StubChatApi chat = new StubChatApi(this::answer);
        StubQueryApi queryApi = new StubQueryApi();
        SpawnWorker worker = worker(kafka, chat, queryApi, slots);
        SpawnTopics topics = new SpawnTopics(kafka.bootstrapServers())) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> worker.readiness() instanceof Readiness.Ready);
      burst(topics, "warm", WARM_UP);
      report(sequential(topics));
      for (int round = 1; round <= 4; round++) {
        long cpu = cpuNanos();
        double perSecond = burst(topics, "burst-" + round + "-", BURST);
        System.out.printf(
            "%s slots: %.0f single spawns/s, %.1f ms of CPU each, broker and stubs included%n",
            slots, perSecond, (cpuNanos() - cpu) / 1e6 / BURST);
      }
    }
  }

  /** Says what a busy machine would hide. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private StubChatApi.Reply answer(StubChatApi.Call call) {
    calledAt.put(call.user(), System.nanoTime());
    return StubChatApi.Reply.text("done");
  }

  private double[] sequential(SpawnTopics topics) throws Exception {
    double[] millis = new double[SEQUENTIAL];
    for (int i = 0; i < SEQUENTIAL; i++) {
      String task = "one-" + i;
      RecordMetadata unused = topics.send("{\"task\":\"" + task + "\"}").get();
      long acknowledged = System.nanoTime();
      awaitCall(task);
      millis[i] = (calledAt.get(task) - acknowledged) / 1e6;
      Thread.sleep(10);
    }
    return millis;
  }

  private double burst(SpawnTopics topics, String name, int count) throws Exception {
    long begun = System.nanoTime();
    Future<RecordMetadata> last = topics.send("{\"task\":\"" + name + 0 + "\"}");
    for (int i = 1; i < count; i++) {
      last = topics.send("{\"task\":\"" + name + i + "\"}");
    }
    last.get();
    for (int i = 0; i < count; i++) {
      awaitCall(name + i);
    }
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  private void awaitCall(String task) throws InterruptedException {
    while (!calledAt.containsKey(task)) {
      Thread.sleep(1);
    }
  }

  private static void report(double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "acknowledged to first call: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms%n",
        millis[millis.length / 2],
        millis[millis.length * 9 / 10],
        millis[millis.length * 99 / 100]);
  }

  private static SpawnWorker worker(
      EmbeddedKafka kafka, StubChatApi chat, StubQueryApi queryApi, String slots) {
    return StubbedWorker.start(
        kafka.bootstrapServers(),
        chat,
        queryApi,
        Map.of("SMART_SPAWN_MAX_COST_PER_DAY_USD", "100000", "SMART_SPAWN_SPAWN_SLOTS", slots));
  }
}
