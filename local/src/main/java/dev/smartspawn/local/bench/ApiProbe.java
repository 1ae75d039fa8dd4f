package dev.smartspawn.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Polls a REST API, which may not run yet, until it answers as expected. */
public final class ApiProbe {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  private final String url;
  private final BooleanSupplier isHopeful;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param isHopeful whether waiting still makes sense, for example while the process lives
   */
  public ApiProbe(String url, BooleanSupplier isHopeful) {
    this.url = url;
    this.isHopeful = isHopeful;
  }

  /** The body of a 200; empty for any other answer, or none. */
  public Optional<JsonNode> get(String pathAndQuery) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + pathAndQuery)).timeout(REQUEST_TIMEOUT).build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(Json.MAPPER.readTree(response.body()))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Waits for the first 200 that matches and returns it.
   *
   * @throws TimeoutException when none came in time, or none can come any more
   */
  public JsonNode await(String pathAndQuery, Duration atMost, Predicate<JsonNode> wanted)
      throws TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < deadline && isHopeful.getAsBoolean()) {
      Optional<JsonNode> answer = get(pathAndQuery).filter(wanted);
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(POLL.toMillis());
    }
    throw new TimeoutException(
        "%s%s did not answer as expected within %d s%s; its answer: %s"
            .formatted(
                url,
                pathAndQuery,
                atMost.toSeconds(),
                isHopeful.getAsBoolean() ? "" : ", its process has ended",
                get(pathAndQuery)));
  }

  /** The current answer to {@code GET /status}. */
  public StatusAnswer status() throws TimeoutException, InterruptedException {
    return awaitStatus(REQUEST_TIMEOUT, status -> true);
  }

  /** Waits for the first status that matches and returns it. */
  public StatusAnswer awaitStatus(Duration atMost, Predicate<StatusAnswer> wanted)
      throws TimeoutException, InterruptedException {
    return new StatusAnswer(
        await("/status", atMost, answer -> wanted.test(new StatusAnswer(answer))));
  }

  /** Waits until a real question is answered. */
  public void awaitServing(Duration atMost) throws TimeoutException, InterruptedException {
    await("/pick?task=coding", atMost, answer -> true);
  }
}
