package dev.smartspawn.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running system's REST API, as the commands use it. */
final class RestApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String url;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  RestApi(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * @param path with its leading slash
   * @throws CommandFailure when nobody answers, or the answer is an error
   */
  JsonNode get(String path, Query query) {
    return send(request(path + query.text()).GET());
  }

  /**
   * @throws CommandFailure when nobody answers, or the answer is an error
   */
  JsonNode post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.MAPPER.valueToTree(body).toString())));
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    try {
      return HttpRequest.newBuilder(URI.create(url + pathAndQuery)).timeout(TIMEOUT);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "'%s' is no address: expected http://host:port".formatted(url));
    }
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      return body(http.send(request.build(), BodyHandlers.ofString()));
    } catch (ConnectException e) {
      throw CommandFailure.nothingAnswers(url);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILURE, "%s: %s".formatted(url, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while waiting for " + url);
    }
  }

  private JsonNode body(HttpResponse<String> response) {
    JsonNode body = parse(response);
    if (response.statusCode() < 400) {
      return body;
    }
    JsonNode error = body.path("error");
    throw new CommandFailure(
        response.statusCode() == 400 ? ExitCode.USAGE : ExitCode.FAILURE,
        "%s (%s)"
            .formatted(
                error.path("message").asText("HTTP " + response.statusCode()),
                error.path("code").asText(url)));
  }

  private JsonNode parse(HttpResponse<String> response) {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "%s answered %d with something that is not JSON: is it Smart Spawn's?"
              .formatted(response.uri(), response.statusCode()));
    }
  }

  /** Parameters in the order they were added; those without a value are left out. */
  static final class Query {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    Query with(String name, @Nullable Object value) {
      if (value != null) {
        parameters.put(name, value.toString());
      }
      return this;
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
