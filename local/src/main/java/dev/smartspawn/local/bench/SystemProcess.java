package dev.smartspawn.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The whole system as a process of its own, as a user starts it. */
public final class SystemProcess implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  private final Process process;
  private final int httpPort;
  private final int kafkaPort;
  private final HttpClient http = HttpClient.newHttpClient();

  private SystemProcess(Process process, int httpPort, int kafkaPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.kafkaPort = kafkaPort;
  }

  /**
   * Starts {@code up} on free ports; returns at once.
   *
   * @param launcher the words before {@code up}
   * @param data folder for state; what the process prints goes to a file in it
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

  public String url() {
    return "http://%s:%d".formatted(LoopbackPort.HOST, httpPort);
  }

  public int httpPort() {
    return httpPort;
  }

  public String bootstrapServers() {
    return LoopbackPort.HOST + ":" + kafkaPort;
  }

  /** The body of a 200; empty for any other answer, or none. */
  public Optional<JsonNode> get(String pathAndQuery) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(url() + pathAndQuery)).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() == 200
          ? Optional.of(Json.MAPPER.readTree(response.body()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns once a real question is answered. */
  public void awaitServing(Duration atMost) throws TimeoutException, InterruptedException {
    await("/pick?task=coding", atMost, answer -> true);
  }

  /**
   * Returns once the answer to {@code path} is as wanted.
   *
   * @throws TimeoutException when it is not within the time, or the process has ended
   */
  public JsonNode await(String path, Duration atMost, Predicate<JsonNode> wanted)
      throws TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      Optional<JsonNode> answer = get(path).filter(wanted);
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(POLL.toMillis());
    }
    throw new TimeoutException(
        "%s%s is not as wanted after %s%s; last: %s"
            .formatted(
                url(),
                path,
                atMost,
                process.isAlive() ? "" : ", the process has ended",
                get(path)));
  }

  /** All five sources have been asked since, and what they said is served. */
  public static boolean isRefreshedSince(JsonNode before, JsonNode now) {
    return Source.PULLED.stream()
        .map(Source::statusField)
        .allMatch(source -> isPulledSince(sources(before).path(source), sources(now).path(source)));
  }

  /** SIGTERM, and wait. */
  public int stop(Duration atMost) throws InterruptedException, TimeoutException {
    process.destroy();
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException("still running %s after SIGTERM".formatted(atMost));
    }
    return process.exitValue();
  }

  /** SIGKILL, and wait. */
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

  private static JsonNode sources(JsonNode status) {
    return status.at("/data/sources");
  }

  private static boolean isPulledSince(JsonNode before, JsonNode now) {
    return !now.path("lastAttempt").equals(before.path("lastAttempt"))
        && !now.path("refreshing").asBoolean()
        && now.path("applied").asBoolean();
  }
}
