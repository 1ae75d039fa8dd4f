package dev.smartspawn.local.bench;

import dev.smartspawn.enrich.evaluation.RankingBenchmark;
import dev.smartspawn.local.bench.Measurement.Bound;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.SettingList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Measures the promised figures. Each is measured on the system as a user starts it, in a separate
 * process. docs/benchmarks.md describes the method and the results.
 */
public final class Benchmark {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final double RANKING_PROMISED_MILLIS = 50;
  private static final double RESIDENT_MEGABYTES = 700;
  private static final double RESTART_SECONDS = 6;

  private final Path home;
  private final Path work;
  private final int rounds;
  private final PrintWriter out;
  private final List<Measurement> measured = new ArrayList<>();

  /**
   * @param home the project, with the {@code smart-spawn} script in it
   * @param work an empty folder for state and output
   * @param rounds how often each figure is measured
   */
  public Benchmark(Path home, Path work, int rounds, PrintWriter out) {
    this.home = home;
    this.work = work;
    this.rounds = rounds;
    this.out = out;
  }

  /**
   * @param shared the folder with the recordings and their server; without one, the snapshot is
   *     measured and refreshes are not
   */
  public List<Measurement> run(Path shared)
      throws IOException, InterruptedException, TimeoutException {
    Files.createDirectory(data());
    report(
        new Measurement(
            "ranking of 500 models, ms",
            RankingBenchmark.measureMillis(rounds),
            Measurement.Bound.AT_MOST,
            RANKING_PROMISED_MILLIS));
    if (RecordedSources.isAvailable(shared)) {
      runOnRecordings(shared);
    } else {
      runOnSnapshot();
    }
    return measured;
  }

  private void runOnRecordings(Path shared)
      throws IOException, InterruptedException, TimeoutException {
    say("sources: the recordings in " + shared.toRealPath());
    try (AlternatingSources sources = new AlternatingSources(shared, work)) {
      Map<String, String> environment = environment(sources.url());
      try (SystemProcess system = start(environment)) {
        system.api().awaitStatus(PATIENCE, StatusAnswer::isComplete);
        RefreshBenchmark refreshes = new RefreshBenchmark(system, sources);
        report(refreshes.measure(rounds));
        report(resident(system));
        report(refreshes.measureLongestPick(rounds));
        stop(system);
      }
      restartAndAsk(environment);
    }
  }

  private void runOnSnapshot() throws IOException, InterruptedException, TimeoutException {
    say("sources: none here, so the snapshot is measured and refreshes are not");
    Map<String, String> environment = environment("http://127.0.0.1:1");
    try (SystemProcess system = start(environment)) {
      system.api().awaitServing(PATIENCE);
      report(resident(system));
      stop(system);
    }
    restartAndAsk(environment);
  }

  private void restartAndAsk(Map<String, String> environment)
      throws IOException, InterruptedException, TimeoutException {
    report(restarts("restart to serving, after SIGTERM, s", environment, Benchmark::stop));
    report(restarts("restart to serving, after kill -9, s", environment, SystemProcess::kill));
    try (SystemProcess system = start(environment)) {
      system.api().awaitServing(PATIENCE);
      new PickBenchmark(system).measure(rounds).forEach(this::report);
      report(resident(system));
      stop(system);
    }
  }

  private Measurement restarts(String what, Map<String, String> environment, Ending ending)
      throws InterruptedException, TimeoutException {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      long begun = System.nanoTime();
      try (SystemProcess system = start(environment)) {
        system.api().awaitServing(PATIENCE);
        if (round > 0) { // the first start did not follow this ending
          seconds.add((System.nanoTime() - begun) / 1e9);
        }
        ending.end(system);
      }
    }
    return new Measurement(what, seconds, Bound.AT_MOST, RESTART_SECONDS);
  }

  private static Measurement resident(SystemProcess system) throws IOException {
    double megabytes = system.residentMegabytes();
    return new Measurement(
        "resident memory of the JVM, MB", List.of(megabytes), Bound.AT_MOST, RESIDENT_MEGABYTES);
  }

  private SystemProcess start(Map<String, String> environment) {
    return SystemProcess.start(
        List.of(home.resolve("smart-spawn").toString()), data(), environment);
  }

  private static void stop(SystemProcess system) throws InterruptedException, TimeoutException {
    system.stop(PATIENCE);
  }

  /** Allows a pull at any time, because the benchmark pulls repeatedly. */
  private static Map<String, String> environment(String sourcesUrl) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Setting.SOURCES_URL.variable(), sourcesUrl);
    environment.put("ARTIFICIAL_ANALYSIS_API_KEY", "benchmark");
    for (Setting setting : SettingList.ALL) {
      if (setting.variable().endsWith("_MIN_INTERVAL")) {
        environment.put(setting.variable(), "0");
      }
    }
    return environment;
  }

  private void report(Measurement measurement) {
    measured.add(measurement);
    say(measurement.toString());
  }

  private Path data() {
    return work.resolve("data");
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  /** How a process is ended. */
  private interface Ending {
    void end(SystemProcess system) throws InterruptedException, TimeoutException;
  }
}
