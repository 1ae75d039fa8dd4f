package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smartspawn.local.bench.SystemProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the system takes while nobody asks anything. Later work keeps these budgets, or changes them
 * on purpose.
 */
class IdleBudgetIT {

  private static final int MOST_THREADS = 175;

  /** Three Kafka Streams stages poll. 14.9 was measured while a build took the other core. */
  private static final double MOST_CPU_PERCENT = 18;

  private static final double MOST_LOG_MEGABYTES_A_DAY = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "http://127.0.0.1:1";

  /** Until the first pulls have failed and code is compiled. */
  private static final Duration SETTLING = Duration.ofSeconds(40);

  private static final Duration MEASURED = Duration.ofSeconds(60);

  @Test
  void idleSystemTakesLittle(@TempDir Path data) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
    try (SystemProcess system =
        SystemProcess.start(ChildJvm.launcher(), data, RunningSystem.sourcesAt(NOBODY))) {
      system.api().awaitServing(PATIENCE);
      Thread.sleep(SETTLING.toMillis());
      long begun = System.nanoTime();
      Duration cpu = cpu(system);
      long log = logBytes(data);

      Thread.sleep(MEASURED.toMillis());

      double seconds = (System.nanoTime() - begun) / 1e9;
      assertThat(cpu(system).minus(cpu).toMillis() / 10.0 / seconds)
          .as("per cent of a core")
          .isLessThan(MOST_CPU_PERCENT);
      assertThat((logBytes(data) - log) / seconds * 86_400 / 1e6)
          .as("MB of Kafka's log a day")
          .isLessThan(MOST_LOG_MEGABYTES_A_DAY);
      assertThat(threads(system)).as("threads").isLessThan(MOST_THREADS);
    }
  }

  private static Duration cpu(SystemProcess system) {
    return ProcessHandle.of(system.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static long threads(SystemProcess system) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + system.pid() + "/task"))) {
      return tasks.count();
    }
  }

  /** The size of the records; Kafka allots its indices in advance. */
  private static long logBytes(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("kafka"))) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
