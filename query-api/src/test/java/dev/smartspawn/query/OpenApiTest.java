package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.task.TaskClass;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The OpenAPI document, of all but the dashboard's files: its schemas are what the bodies are, its
 * paths what {@link ApiRoutes} are, its parameters what is taken. Paths are written by hand,
 * schemas by {@code -Dschemas.write=true}. What is answered is held to it by replaying its requests
 * to a running system, in {@code local}.
 */
class OpenApiTest {

  private static final Path DOCUMENT =
      Path.of("src/main/resources/dev/smartspawn/query/openapi.json");

  /** Nobody takes Kafka away from a system that is under test, nor opens 256 streams. */
  private static final String UNAVAILABLE = "503";

  @Test
  void schemasAreWhatTheBodiesAre() throws IOException {
    ObjectNode document = document();
    JsonNode generated = BodySchemas.all();
    if (Boolean.getBoolean("schemas.write")) {
      document.withObject("/components").set("schemas", generated);
      Files.writeString(DOCUMENT, document.toPrettyString() + "\n");
    }

    assertThat(document.at("/components/schemas")).isEqualTo(generated);
  }

  @Test
  void everyRouteIsDocumentedAndNothingElseIs() throws IOException {
    Set<String> documented = new TreeSet<>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(documented).isEqualTo(routes());
  }

  @Test
  void exactlyTheDocumentedParametersAreTaken() throws IOException {
    JsonNode document = document();
    try (ApiUnderTest api = api()) {
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        JsonNode operation = path.getValue().path("get");
        if (!operation.isMissingNode()) {
          assertThat(taken(api, path.getKey()))
              .as(path.getKey())
              .isEqualTo(documented(operation, document));
        }
      }
    }
  }

  @Test
  void everyDocumentedAnswerHasARequestThatIsReplayed() throws IOException {
    for (JsonNode operation : operations(document())) {
      Set<String> answers = names(operation.path("responses"));
      answers.remove(UNAVAILABLE);
      assertThat(names(operation.path("x-replay")))
          .as(operation.path("operationId").asText())
          .isEqualTo(answers);
    }
  }

  @Test
  void everyExampleOfABodyIsReplayed() throws IOException {
    for (JsonNode operation : operations(document())) {
      Set<String> replayed =
          StreamSupport.stream(operation.path("x-replay").spliterator(), false)
              .flatMap(requests -> StreamSupport.stream(requests.spliterator(), false))
              .map(request -> request.path("requestExample").asText())
              .collect(Collectors.toSet());
      assertThat(replayed)
          .as(operation.path("operationId").asText())
          .containsAll(names(operation.at("/requestBody/content/application~1json/examples")));
    }
  }

  @Test
  void exampleOfAFreeTextIsClassifiedAsItSays() throws IOException {
    ObjectNode document = document();
    ObjectNode meta =
        (ObjectNode)
            document.at(
                "/paths/~1recommend/get/responses/200/content/application~1json"
                    + "/examples/freeText/value/meta");
    ObjectNode shown = (ObjectNode) meta.path("classification");
    TaskClass now = TaskClassifier.standard().classify(meta.path("task").asText());
    if (Boolean.getBoolean("schemas.write")) {
      shown.put("confidence", now.confidence());
      shown.set("matched", Json.MAPPER.valueToTree(now.matched()));
      Files.writeString(DOCUMENT, document.toPrettyString() + "\n");
    }

    assertThat(shown.path("category").asText()).isEqualTo(now.category().id());
    assertThat(shown.path("confidence").asDouble()).isEqualTo(now.confidence());
    assertThat(shown.path("matched"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(now.matched());
  }

  private static ObjectNode document() throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(DOCUMENT.toFile());
  }

  private static Set<String> routes() {
    ApiRoutes routes =
        ApiUnderTest.routes(
            () -> ModelView.EMPTY,
            ApiUnderTest.REFRESHES,
            ApiUnderTest::unexpected,
            () -> Readiness.READY);
    return routes.all().stream()
        .flatMap(
            route ->
                route.responders().keySet().stream().map(method -> method + " " + route.pattern()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> operations(JsonNode document) {
    return StreamSupport.stream(document.path("paths").spliterator(), false)
        .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
        .toList();
  }

  private static Set<String> documented(JsonNode operation, JsonNode document) {
    Set<String> names = new TreeSet<>();
    for (JsonNode reference : operation.path("parameters")) {
      JsonNode parameter = document.at(reference.path("$ref").asText().substring(1));
      if (parameter.path("in").asText().equals("query")) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }

  /** Those that are not answered by "unknown parameter". */
  private static Set<String> taken(ApiUnderTest api, String path) throws IOException {
    String concrete =
        path.replace("{id}", "maker/one")
            .replace("{spawnId}", "s")
            .replace("{file}", "reference.js");
    return parameters().stream()
        .filter(name -> !isUnknown(api.get(concrete + "?" + encoded(name) + "=1")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of every parameter that any class declares. */
  private static Set<String> parameters() throws IOException {
    Path classes =
        Path.of(ApiRoutes.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace(".class", "");
        for (Field field : Class.forName(name).getDeclaredFields()) {
          if (field.getType() == Parameter.class && Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            names.add(((Parameter) field.get(null)).name());
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    assertThat(names).contains("task", "limit");
    return names;
  }

  private static boolean isUnknown(HttpResponse<String> answer) {
    return answer.statusCode() == 400
        && ApiUnderTest.json(answer).at("/error/message").asText().startsWith("unknown parameter");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ApiUnderTest api() {
    return new ApiUnderTest(
        () -> SampleModel.view(SampleModel.model("maker/one").build()),
        ApiUnderTest.REFRESHES,
        () -> Readiness.READY);
  }
}
