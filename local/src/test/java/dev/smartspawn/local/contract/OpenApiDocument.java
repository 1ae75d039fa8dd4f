package dev.smartspawn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document, as a test asks it. */
final class OpenApiDocument {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final ObjectNode json;
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  /** A request the document gives, and the answer it promises. */
  record Replay(
      String method, String pattern, JsonNode operation, String status, JsonNode request) {

    @Override
    public String toString() {
      return "%s %s -> %s".formatted(method, request.path("path").asText(), status);
    }
  }

  private OpenApiDocument(ObjectNode json) {
    this.json = json;
  }

  static OpenApiDocument read() throws IOException {
    return new OpenApiDocument((ObjectNode) Json.MAPPER.readTree(file().toFile()));
  }

  /** In the order of the document. */
  List<Replay> replays() {
    List<Replay> replays = new ArrayList<>();
    json.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operation
                                .getValue()
                                .path("x-replay")
                                .properties()
                                .forEach(
                                    answers ->
                                        answers
                                            .getValue()
                                            .forEach(
                                                request ->
                                                    replays.add(
                                                        new Replay(
                                                            operation
                                                                .getKey()
                                                                .toUpperCase(Locale.ROOT),
                                                            path.getKey(),
                                                            operation.getValue(),
                                                            answers.getKey(),
                                                            request))))));
    return replays;
  }

  JsonNode response(Replay replay) {
    return resolved(replay.operation().path("responses").path(replay.status()));
  }

  /** The body's own example, or the named one. */
  JsonNode body(Replay replay) {
    String named = replay.request().path("requestExample").asText();
    return named.isEmpty()
        ? replay.request().path("body")
        : replay
            .operation()
            .at("/requestBody/content/application~1json/examples")
            .path(named)
            .path("value");
  }

  /** What is wrong with a value by a schema of the document. */
  Set<String> mistakes(JsonNode schema, JsonNode value) {
    Set<String> mistakes = new TreeSet<>();
    compiled
        .computeIfAbsent(schema, this::compile)
        .validate(value)
        .forEach(mistake -> mistakes.add(mistake.getMessage()));
    return mistakes;
  }

  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : json.at(reference.substring(1));
  }

  JsonNode schema(String name) {
    return json.at("/components/schemas").path(name);
  }

  /** Puts a real answer into the document, as its example. */
  void keepExample(Replay replay, String name, JsonNode answer) throws IOException {
    ((ObjectNode) response(replay).at("/content/application~1json"))
        .putObject("examples")
        .putObject(name)
        .set("value", answer);
    Files.writeString(file(), json.toPrettyString() + "\n");
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", json.path("components"));
    return SCHEMAS.getSchema(whole, STRICT);
  }

  private static Path file() {
    return ProjectFiles.root()
        .resolve("query-api/src/main/resources/dev/smartspawn/query/openapi.json");
  }
}
