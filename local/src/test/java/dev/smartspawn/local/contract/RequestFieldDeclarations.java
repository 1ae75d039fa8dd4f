package dev.smartspawn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the fields of a request are declared, each as a set of paths with dots. */
final class RequestFieldDeclarations {

  /** Records inside the request whose fields count, with the path that leads to them. */
  private static final Map<Class<?>, String> NESTED =
      Map.of(
          ChatParameters.class,
          "parameters.",
          PrivacyRule.class,
          "privacy.",
          PrivacyRule.Providers.class,
          "privacy.providers.");

  private static final Pattern TYPESCRIPT_KEY = Pattern.compile("( *)(\\w+): ?.*");
  private static final Pattern DASHBOARD_LIST = Pattern.compile("const FIELDS = \\[([^\\]]*)]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final String PROPERTIES = "properties";

  private RequestFieldDeclarations() {}

  /** What the services read. */
  static Set<String> ofTheRecord() {
    Set<String> fields = new TreeSet<>();
    collect(SpawnRequest.class, "", fields);
    return fields;
  }

  private static void collect(Class<?> type, String path, Set<String> fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      String nested = NESTED.get(component.getType());
      if (nested == null) {
        fields.add(path + component.getName());
      } else {
        collect(component.getType(), nested, fields);
      }
    }
  }

  static Set<String> ofOpenApi() throws IOException {
    return ofSchema(
        "query-api/src/main/resources/dev/smartspawn/query/openapi.json", "SpawnRequest");
  }

  static Set<String> ofAsyncApi() throws IOException {
    return ofSchema("schemas/src/main/resources/asyncapi.json", "spawn-requests");
  }

  private static Set<String> ofSchema(String document, String name) throws IOException {
    JsonNode json = Json.MAPPER.readTree(ProjectFiles.read(document));
    Set<String> fields = new TreeSet<>();
    collect(json, json.at("/components/schemas/" + name), "", fields);
    return fields;
  }

  private static void collect(JsonNode document, JsonNode schema, String path, Set<String> fields) {
    String reference = schema.path("$ref").asText();
    JsonNode resolved = reference.isEmpty() ? schema : document.at(reference.substring(1));
    for (Map.Entry<String, JsonNode> property : resolved.path(PROPERTIES).properties()) {
      String field = path + property.getKey();
      fields.add(field);
      collect(document, property.getValue(), field + ".", fields);
    }
  }

  /** By the indentation of the schema that the plugin gives to OpenClaw. */
  static Set<String> ofThePlugin() {
    Set<String> fields = new TreeSet<>();
    Deque<String> path = new ArrayDeque<>();
    Deque<Integer> indents = new ArrayDeque<>();
    for (String line :
        ProjectFiles.read("openclaw-plugin/src/spawn-parameters.ts").lines().toList()) {
      Matcher key = TYPESCRIPT_KEY.matcher(line);
      if (!key.matches()) {
        continue;
      }
      int indent = key.group(1).length();
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        path.removeLast();
      }
      boolean isField = PROPERTIES.equals(path.peekLast());
      path.addLast(key.group(2));
      indents.addLast(indent);
      if (isField) {
        fields.add(
            path.stream()
                .filter(each -> !each.equals(PROPERTIES))
                .collect(Collectors.joining(".")));
      }
    }
    return fields;
  }

  /** From the list of which the form makes a request. */
  static Set<String> ofTheDashboard() {
    Matcher list =
        DASHBOARD_LIST.matcher(
            ProjectFiles.read("query-api/src/main/resources/web/spawn-request.js"));
    return list.find()
        ? QUOTED
            .matcher(list.group(1))
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.toSet())
        : Set.of();
  }
}
