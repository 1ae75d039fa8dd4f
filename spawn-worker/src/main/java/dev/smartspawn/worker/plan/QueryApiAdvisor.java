package dev.smartspawn.worker.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.http.ConnectionFailure;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks query-api: {@code /pick} for one model, {@code /recommend} for several. */
public final class QueryApiAdvisor implements Advisor {

  /** A little more than the longest time that query-api waits for its first table. */
  private static final Duration FIRST_TABLE = Duration.ofSeconds(100);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final String NOT_READY = "not_ready";

  private final URI address;
  private final Duration timeout;
  private final Duration firstTable;
  private final HttpClient http;

  /**
   * @param timeout of one request
   */
  public QueryApiAdvisor(URI address, Duration timeout) {
    this(address, timeout, FIRST_TABLE);
  }

  /**
   * @param firstTable how long to wait for the first complete table of models
   */
  QueryApiAdvisor(URI address, Duration timeout, Duration firstTable) {
    this.address = address;
    this.timeout = timeout;
    this.firstTable = firstTable;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Advice best(ModelQuery query) {
    JsonNode answer = ask(query, "/pick?", "");
    JsonNode pick = answer.path("data");
    return new Advice(
        List.of(planned(pick, pick.path("reason").asText())), category(answer.path("meta")));
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    JsonNode answer = ask(query, "/recommend?", "&count=" + count);
    List<PlannedModel> models = new ArrayList<>();
    for (JsonNode recommended : answer.path("data")) {
      models.add(planned(recommended.path("model"), recommended.path("reason").asText()));
    }
    if (models.isEmpty()) {
      throw new NoModelException("query-api recommended no model");
    }
    return new Advice(models, category(answer.path("meta")));
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    return planned(get("/models/" + path(id)).path("data"), "requested by name");
  }

  /**
   * A model that was tried may have left the catalogue, or may be the operator's own. Then the
   * question is repeated without it. A model that the request excludes must be known.
   */
  private JsonNode ask(ModelQuery query, String path, String further) {
    try {
      return get(path + ModelQueryString.of(query) + further);
    } catch (UnknownModelException e) {
      Optional<CanonicalId> unknown =
          query.added().stream()
              .filter(id -> e.message().contains("'" + id.value() + "'"))
              .findFirst();
      if (unknown.isEmpty()) {
        throw new NoModelException(e.message());
      }
      return ask(query.readmitting(unknown.get()), path, further);
    }
  }

  /** An id may contain characters that an address must not. */
  private static String path(CanonicalId id) {
    return Stream.of(id.value().split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private JsonNode get(String pathAndQuery) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + pathAndQuery)).timeout(timeout).GET().build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      long end = System.nanoTime() + firstTable.toNanos();
      // A spawn of the first seconds waits for the catalogue: models of a fixed list are worse.
      while (isNotReady(response) && System.nanoTime() < end) {
        Thread.sleep(PAUSE.toMillis());
        response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      }
      return read(response);
    } catch (JsonProcessingException e) {
      throw new AdvisorUnreachableException(
          "query-api at %s answered with something that is not JSON".formatted(address));
    } catch (IOException e) {
      throw new AdvisorUnreachableException(
          "query-api at %s cannot be reached: %s"
              .formatted(address, ConnectionFailure.describe(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdvisorUnreachableException("interrupted while asking query-api");
    }
  }

  private static boolean isNotReady(HttpResponse<byte[]> response) throws IOException {
    return response.statusCode() == 503
        && Json.MAPPER
            .readTree(response.body())
            .path("error")
            .path("code")
            .asText()
            .equals(NOT_READY);
  }

  private JsonNode read(HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    if (isNotReady(response)) {
      throw new AdvisorUnreachableException(
          "query-api at %s has no models yet: %s".formatted(address, message(response)));
    }
    if (status >= 500) {
      throw new AdvisorUnreachableException(
          "query-api at %s answered %d".formatted(address, status));
    }
    JsonNode body = Json.MAPPER.readTree(response.body());
    if (status != 200) {
      JsonNode error = body.path("error");
      String message = "query-api: " + error.path("message").asText("answered " + status);
      throw error.path("code").asText().equals("unknown_model")
          ? new UnknownModelException(message)
          : new NoModelException(message);
    }
    return body;
  }

  private static String message(HttpResponse<byte[]> response) throws IOException {
    return Json.MAPPER.readTree(response.body()).path("error").path("message").asText();
  }

  private static PlannedModel planned(JsonNode model, String reason) {
    try {
      JsonNode pricing = model.path("pricing");
      if (!pricing.path("prompt").isNumber() || !pricing.path("completion").isNumber()) {
        throw new IllegalArgumentException("it has no price: " + model.path("id").asText());
      }
      return new PlannedModel(
          CanonicalId.of(model.path("id").asText()),
          new ModelPrice(
              pricing.path("prompt").decimalValue(),
              pricing
                  .path("completion")
                  .decimalValue()
                  .max(pricing.path("highestOutput").decimalValue()),
              longPrompts(pricing.path("longPrompts")),
              fee(pricing.path("fees").path("perCall")),
              fee(pricing.path("fees").path("image"))),
          reason,
          limits(model),
          origin(model.path("priceFrom")));
    } catch (IllegalArgumentException e) {
      throw new NoModelException("query-api named a model that cannot be used: " + e.getMessage());
    }
  }

  private static @Nullable PriceReference origin(JsonNode from) {
    return from.path("offset").canConvertToLong()
        ? PriceReference.ofRecord(
            from.path("source").asText(),
            from.path("partition").asInt(),
            from.path("offset").longValue())
        : null;
  }

  private static ModelLimits limits(JsonNode model) {
    JsonNode capabilities = model.path("capabilities");
    return new ModelLimits(
        truth(capabilities.path("reasoning")),
        positive(model.path("contextLength")),
        positive(model.path("maxOutputTokens")),
        truth(capabilities.path("json")),
        texts(model.path("supportedParameters")),
        truth(capabilities.path("vision")),
        truth(capabilities.path("files")));
  }

  /** Null where the catalogue lists none. */
  private static @Nullable List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts.isEmpty() ? null : texts;
  }

  private static @Nullable Boolean truth(JsonNode node) {
    return node.isBoolean() ? node.booleanValue() : null;
  }

  private static @Nullable Long positive(JsonNode tokens) {
    return tokens.canConvertToLong() && tokens.longValue() > 0 ? tokens.longValue() : null;
  }

  private static @Nullable BigDecimal fee(JsonNode perCall) {
    return perCall.isNumber() ? perCall.decimalValue() : null;
  }

  private static List<LongPromptPrice> longPrompts(JsonNode prices) {
    List<LongPromptPrice> read = new ArrayList<>();
    for (JsonNode each : prices) {
      read.add(
          new LongPromptPrice(
              each.path("minTokens").asLong(),
              each.path("prompt").asDouble(),
              each.path("completion").asDouble()));
    }
    return read;
  }

  private static @Nullable Category category(JsonNode meta) {
    return Category.find(meta.path("category").asText()).orElse(null);
  }
}
