package dev.smartspawn.local.command.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running system's REST API, as the commands use it. */
public final class RestApi {

  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final Duration FIRST_TABLE = Duration.ofSeconds(150);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** An answer's numbers are printed as the API wrote them. */
  private static final ObjectReader EXACT =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private final String url;
  private final @Nullable String key;
  private final Consumer<String> progress;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * @param key to write with; null for none
   */
  public RestApi(String url, @Nullable String key) {
    this(url, key, progress -> {});
  }

  /**
   * @param key to write with; null for none
   * @param progress takes a line while the first table of models is awaited
   */
  RestApi(String url, @Nullable String key, Consumer<String> progress) {
    this.progress = progress;
    this.key = key == null ? null : requirePrintable(key);
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * @param path with its leading slash
   * @throws CommandFailure when nothing answers, or the answer is an error
   */
  public JsonNode get(String path, Query query) {
    return send(request(path + query.text()).GET());
  }

  /**
   * @throws CommandFailure when nothing answers, or the answer is an error
   */
  public JsonNode post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.MAPPER.valueToTree(body).toString())));
  }

  /**
   * @throws CommandFailure when nothing answers, or the answer is an error
   */
  public JsonNode delete(String path) {
    return send(request(path).DELETE());
  }

  /** A value that a user typed, as a part of a path; the slash in a model's id stays. */
  public static String encodePath(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":");
  }

  /**
   * Reads server-sent events up to the last one. A broken connection is opened again and continues
   * where it broke.
   *
   * @throws CommandFailure when nothing answers, or the answer is an error
   */
  public void events(String path, Consumer<JsonNode> reader) {
    EventStreamReader reading = new EventStreamReader(reader);
    while (!reading.isOver()) {
      HttpRequest.Builder asked = request(path).header("Accept", "text/event-stream");
      reading.lastId().ifPresent(last -> asked.header("Last-Event-ID", last));
      EventStreamReader unused = exchange(asked, response -> read(response, reading));
    }
  }

  private EventStreamReader read(HttpResponse<Stream<String>> response, EventStreamReader reading) {
    if (response.statusCode() >= 400) {
      String all = response.body().collect(Collectors.joining("\n"));
      throw failure(response.statusCode(), parse(response, all));
    }
    reading.read(response.statusCode(), response.body());
    return reading;
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + pathAndQuery)).timeout(TIMEOUT);
      return key == null ? request : request.header("Authorization", "Bearer " + key);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "'%s' is not an address: expected http://host:port".formatted(url));
    }
  }

  /** Waits while the answer is that the first table of models is not whole yet. */
  private JsonNode send(HttpRequest.Builder request) {
    Instant giveUp = Instant.now().plus(FIRST_TABLE);
    String told = "";
    while (true) {
      try {
        return sendOnce(request);
      } catch (FirstTableAwaited e) {
        if (Instant.now().isAfter(giveUp)) {
          throw e.failure;
        }
        if (!told.equals(e.awaited)) {
          told = e.awaited;
          progress.accept("waiting: " + told);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while waiting for the first models");
    }
  }

  private static final class FirstTableAwaited extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CommandFailure failure;
    private final String awaited;

    FirstTableAwaited(CommandFailure failure, String awaited) {
      super(awaited, null, false, false);
      this.failure = failure;
      this.awaited = awaited;
    }
  }

  private JsonNode sendOnce(HttpRequest.Builder request) {
    return exchange(
        request,
        response -> {
          JsonNode body = parse(response, response.body().collect(Collectors.joining("\n")));
          JsonNode error = body.path("error");
          if (response.statusCode() == UNAVAILABLE
              && error.path("code").asText().equals("not_ready")) {
            throw new FirstTableAwaited(
                failure(response.statusCode(), body), error.path("message").asText());
          }
          if (response.statusCode() >= 400) {
            throw failure(response.statusCode(), body);
          }
          return body;
        });
  }

  private <T> T exchange(
      HttpRequest.Builder request, Function<HttpResponse<Stream<String>>, T> reader) {
    try {
      HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
      try {
        return reader.apply(response);
      } finally {
        response.body().close();
      }
    } catch (ConnectException e) {
      throw CommandFailure.nothingAnswers(url);
    } catch (HttpTimeoutException e) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "%s did not answer within %d s: is it busy, or another program?"
              .formatted(url, TIMEOUT.toSeconds()));
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "%s broke the connection off, or does not speak HTTP: expected Smart Spawn's REST API"
              .formatted(url));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while waiting for " + url);
    }
  }

  private CommandFailure failure(int status, JsonNode body) {
    JsonNode error = body.path("error");
    String advice = status == UNAUTHORIZED ? ": --key or API_KEYS gives the key to write with" : "";
    return new CommandFailure(
        status == 400 ? ExitCode.USAGE : ExitCode.FAILURE,
        "%s (%s)%s"
            .formatted(
                error.path("message").asText("HTTP " + status),
                error.path("code").asText(url),
                advice));
  }

  /** An HTTP header takes visible ASCII only, and a copied key may contain other characters. */
  private static String requirePrintable(String key) {
    for (int position = 0; position < key.length(); position++) {
      if (key.charAt(position) <= ' ' || key.charAt(position) > '~') {
        throw new CommandFailure(
            ExitCode.USAGE,
            "character %d of the key is invisible or not ASCII: copy the key again"
                .formatted(position + 1));
      }
    }
    return key;
  }

  private static JsonNode parse(HttpResponse<?> response, String body) {
    try {
      return EXACT.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "%s answered %d with something that is not JSON: is it Smart Spawn's?"
              .formatted(response.uri(), response.statusCode()));
    }
  }

  /**
   * Parameters in the order they were added; those without a value are left out, and a list is
   * separated by commas.
   */
  public static final class Query {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    public Query with(String name, @Nullable Object value) {
      if (value != null) {
        parameters.put(name, value instanceof List<?> list ? commas(list) : value.toString());
      }
      return this;
    }

    public Query with(Map<String, Object> more) {
      more.forEach(this::with);
      return this;
    }

    private static String commas(List<?> values) {
      return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String text() {
      return parameters.entrySet().stream()
          .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
          .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
