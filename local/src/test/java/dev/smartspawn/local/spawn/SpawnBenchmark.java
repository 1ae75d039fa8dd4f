package dev.smartspawn.local.spawn;

import com.sun.management.OperatingSystemMXBean;
import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.lang.management.CompilationMXBean;
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
 * Measures what the worker adds to a bare call, with broker and stubs in the same JVM. Run {@code
 * main} with the test class path and the number of slots (16 by default). The latency is measured
 * from the broker's acknowledgement of the request to the arrival of the call at the provider,
 * including claim and reservation. The rate is that of single spawns, from the first publication to
 * the last call.
 *
 * <p>Rounds of spawns alternate with rounds of bare calls to the same stub through the same client
 * library, so that a busy or slow machine affects both. The comparable figure is the cost of a
 * spawn in bare calls. A worker runs for weeks, so rounds count only once the JVM has warmed up;
 * the first round is printed too.
 */
final class SpawnBenchmark {

  private static final int SEQUENTIAL = 500;
  private static final int SPAWNS = 3_000;
  private static final int ROUNDS = 6;

  /** A JVM is warm when compilation takes less than this share of the CPU time. */
  private static final double WARM = 0.05;

  private static final int LONGEST_WARM_UP = 30;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private final Map<String, Long> calledAt;
  private final SpawnTopicClient topics;
  private final BareCalls bare;

  private SpawnBenchmark(Map<String, Long> calledAt, SpawnTopicClient topics, BareCalls bare) {
    this.calledAt = calledAt;
    this.topics = topics;
    this.bare = bare;
  }

  /** Runs {@link #SPAWNS} spawns or calls. */
  private interface Work {
    void run() throws Exception;
  }

  /**
   * @param cpuMillis CPU time of the whole process per spawn or call
   * @param compiling the share of CPU time spent on compilation
   */
  private record Round(double perSecond, double cpuMillis, double compiling) {

    static Round of(Work work) throws Exception {
      long begun = System.nanoTime();
      long cpu = PROCESS.getProcessCpuTime();
      long compiled = COMPILER.getTotalCompilationTime();
      work.run();
      double cpuMillis = (PROCESS.getProcessCpuTime() - cpu) / 1e6;
      return new Round(
          SPAWNS / ((System.nanoTime() - begun) / 1e9),
          cpuMillis / SPAWNS,
          (COMPILER.getTotalCompilationTime() - compiled) / cpuMillis);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int slots = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
    Path folder = Files.createTempDirectory("spawn-benchmark");
    Map<String, Long> calledAt = new ConcurrentHashMap<>();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, Clock.systemUTC());
        StubChatApi chat = new StubChatApi(call -> answer(call, calledAt));
        StubQueryApi queryApi = new StubQueryApi();
        SpawnWorker worker = worker(kafka, chat, queryApi, slots);
        SpawnTopicClient topics = new SpawnTopicClient(kafka.bootstrapServers());
        BareCalls bare = new BareCalls(chat.baseUrl(), slots)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> worker.readiness() instanceof Readiness.Ready);
      new SpawnBenchmark(calledAt, topics, bare).run(slots);
    }
    System.exit(0);
  }

  private void run(int slots) throws Exception {
    warmUp();
    report(sequential());
    for (int i = 1; i <= ROUNDS; i++) {
      String name = "round-" + i + "-";
      Round calls = Round.of(() -> bare.make("bare-" + name, SPAWNS));
      Round spawns = Round.of(() -> burst(name));
      System.out.printf(
          "%d slots: %.0f single spawns/s, %.1f ms of CPU each, broker and stubs included;"
              + " %.0f bare calls/s, %.2f ms each: a spawn costs %.1f%n",
          slots,
          spawns.perSecond(),
          spawns.cpuMillis(),
          calls.perSecond(),
          calls.cpuMillis(),
          spawns.cpuMillis() / calls.cpuMillis());
    }
  }

  private void warmUp() throws Exception {
    bare.make("bare-warm-", SPAWNS);
    for (int i = 1; i <= LONGEST_WARM_UP; i++) {
      String name = "warm-" + i + "-";
      Round round = Round.of(() -> burst(name));
      if (i == 1 || round.compiling() < WARM) {
        System.out.printf(
            "after %d spawns: %.0f/s, %.1f ms of CPU each, %.0f %% of it for compiling%n",
            i * SPAWNS, round.perSecond(), round.cpuMillis(), 100 * round.compiling());
      }
      if (round.compiling() < WARM) {
        return;
      }
    }
    System.out.printf("still compiling after %d spawns%n", LONGEST_WARM_UP * SPAWNS);
  }

  private double[] sequential() throws Exception {
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

  private void burst(String name) throws Exception {
    Future<RecordMetadata> last = topics.send("{\"task\":\"" + name + 0 + "\"}");
    for (int i = 1; i < SPAWNS; i++) {
      last = topics.send("{\"task\":\"" + name + i + "\"}");
    }
    last.get();
    for (int i = 0; i < SPAWNS; i++) {
      awaitCall(name + i);
    }
  }

  private void awaitCall(String task) throws InterruptedException {
    while (!calledAt.containsKey(task)) {
      Thread.sleep(1);
    }
  }

  private static StubChatApi.Reply answer(StubChatApi.Call call, Map<String, Long> calledAt) {
    calledAt.put(call.user(), System.nanoTime());
    return StubChatApi.Reply.text("done");
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
      EmbeddedKafka kafka, StubChatApi chat, StubQueryApi queryApi, int slots) {
    return StubbedWorker.start(
        kafka.bootstrapServers(),
        chat,
        queryApi,
        Map.of(
            "SMART_SPAWN_MAX_COST_PER_DAY_USD",
            "100000",
            "SMART_SPAWN_SPAWN_SLOTS",
            Integer.toString(slots)));
  }
}
