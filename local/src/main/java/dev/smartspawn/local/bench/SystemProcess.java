package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The whole system in a separate process, as a user starts it. */
public final class SystemProcess implements AutoCloseable {

  private final Process process;
  private final int httpPort;
  private final int kafkaPort;
  private final ApiProbe api;

  private SystemProcess(Process process, int httpPort, int kafkaPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.kafkaPort = kafkaPort;
    this.api =
        new ApiProbe("http://%s:%d".formatted(LoopbackPort.HOST, httpPort), process::isAlive);
  }

  /**
   * Starts {@code up} on free ports and returns at once.
   *
   * @param launcher the command line before {@code up}
   * @param data folder for state; the process's output goes to a file in it
   */
  public static SystemProcess start(
      List<String> launcher, Path data, Map<String, String> environment) {
    int httpPort = LoopbackPort.free();
    int kafkaPort = LoopbackPort.free();
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("up", "--data", data.toString()));
    command.addAll(List.of("--port", Integer.toString(httpPort)));
    command.addAll(List.of("--kafka-port", Integer.toString(kafkaPort)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("output.txt").toFile()));
    builder.environment().putAll(environment);
    try {
      return new SystemProcess(builder.start(), httpPort, kafkaPort);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + String.join(" ", command), e);
    }
  }

  public int httpPort() {
    return httpPort;
  }

  public String bootstrapServers() {
    return LoopbackPort.HOST + ":" + kafkaPort;
  }

  public long pid() {
    return process.pid();
  }

  /** A probe of its REST API that works while the process lives. */
  public ApiProbe api() {
    return api;
  }

  /** Sends SIGTERM and waits for the end. */
  public int stop(Duration atMost) throws InterruptedException, TimeoutException {
    process.destroy();
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException("still running %d s after SIGTERM".formatted(atMost.toSeconds()));
    }
    return process.exitValue();
  }

  /** Sends SIGKILL and waits for the end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Resident memory of the process. */
  public long residentMegabytes() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    try (var output = ps.inputReader()) {
      return Long.parseLong(output.readLine().strip()) / 1024;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
