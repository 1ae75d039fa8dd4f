package dev.smartspawn.local.command.day;

import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The system in a process of its own. On some days it is killed and started again. */
final class KilledDaySystem implements DaySystem {

  /** From the command to refresh: before, within and after what it takes. */
  private static final int LATEST_KILL_MILLIS = 4000;

  private final Path data;
  private final String sourcesUrl;
  private final Map<LocalDate, Integer> kills;
  private final Random moments;
  private final int httpPort = LoopbackPort.free();
  private final int kafkaPort = LoopbackPort.free();
  private volatile Process process;
  private LocalDate day;
  private long begunMillis;
  private CompletableFuture<Boolean> restarts = CompletableFuture.completedFuture(false);

  /**
   * @param data folder for state and output
   * @param kills how often it is killed, by day
   */
  KilledDaySystem(
      LocalDate first, Path data, String sourcesUrl, Map<LocalDate, Integer> kills, long seed) {
    this.data = data;
    this.sourcesUrl = sourcesUrl;
    this.kills = kills;
    this.moments = new Random(seed);
    this.day = first;
    this.begunMillis = System.currentTimeMillis();
    this.process = start();
    restarts = planKills();
  }

  @Override
  public String url() {
    return "http://%s:%d".formatted(LoopbackPort.HOST, httpPort);
  }

  @Override
  public String bootstrapServers() {
    return "%s:%d".formatted(LoopbackPort.HOST, kafkaPort);
  }

  @Override
  public boolean isHopeful() {
    return !restarts.isCompletedExceptionally() && (process.isAlive() || !restarts.isDone());
  }

  @Override
  public void begin(LocalDate begun) {
    try {
      var input = process.outputWriter(StandardCharsets.UTF_8);
      input.write(begun + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    day = begun;
    begunMillis = System.currentTimeMillis();
    restarts = planKills();
  }

  /** Waits for the kills of the day. */
  @Override
  public boolean wasRestarted() {
    boolean restarted = restarts.join();
    restarts = CompletableFuture.completedFuture(false);
    return restarted;
  }

  @Override
  public void close() {
    restarts.join();
    process.destroyForcibly();
  }

  private CompletableFuture<Boolean> planKills() {
    int count = kills.getOrDefault(day, 0);
    if (count == 0) {
      return CompletableFuture.completedFuture(false);
    }
    int[] after = moments.ints(count, 0, LATEST_KILL_MILLIS).toArray();
    return CompletableFuture.supplyAsync(
        () -> {
          for (int millis : after) {
            killAfter(millis);
          }
          return true;
        });
  }

  private void killAfter(int millis) {
    try {
      Thread.sleep(millis);
      process.destroyForcibly().waitFor();
      System.out.printf("%s: killed after %d ms%n", day, millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = start();
  }

  /** Its clock goes on as if it had run all the time. */
  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    DaySystemMain.class.getName(),
                    data.toString(),
                    ProjectFiles.root().resolve("data").toString(),
                    Integer.toString(httpPort),
                    Integer.toString(kafkaPort),
                    sourcesUrl,
                    day.toString(),
                    Long.toString(
                        Duration.ofMillis(System.currentTimeMillis() - begunMillis).toMillis())))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("output.txt").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
