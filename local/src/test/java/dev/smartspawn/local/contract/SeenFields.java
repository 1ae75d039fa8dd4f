package dev.smartspawn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Which of the documented fields answers have had. */
final class SeenFields {

  private static final String SCHEMAS = "#/components/schemas/";

  private final OpenApiDocument document;
  private final Set<String> seen = new TreeSet<>();

  SeenFields(OpenApiDocument document) {
    this.document = document;
  }

  /** Notes every field of a valid value. */
  void note(JsonNode schema, JsonNode value) {
    String type = type(schema);
    JsonNode definition = document.resolved(schema);
    definition
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode present = value.get(field.getKey());
              if (present != null) {
                seen.add(type + "." + field.getKey());
                note(field.getValue(), present);
              }
            });
    for (JsonNode choice : definition.path("anyOf")) {
      if (isMeant(choice, value)) {
        note(choice, value);
      }
    }
    if (definition.has("items")) {
      value.forEach(each -> note(definition.path("items"), each));
    }
    if (definition.path("additionalProperties").isObject()) {
      value.forEach(each -> note(definition.path("additionalProperties"), each));
    }
  }

  /** Fields of a schema, and of all it refers to, that no noted value had. */
  Set<String> unseen(JsonNode schema) {
    Set<String> fields = new TreeSet<>();
    gather(schema, fields, new HashSet<>());
    fields.removeAll(seen);
    return fields;
  }

  private void gather(JsonNode schema, Set<String> fields, Set<String> visited) {
    String type = type(schema);
    if (!type.isEmpty() && !visited.add(type)) {
      return;
    }
    JsonNode definition = document.resolved(schema);
    definition
        .path("properties")
        .properties()
        .forEach(
            field -> {
              fields.add(type + "." + field.getKey());
              gather(field.getValue(), fields, visited);
            });
    definition.path("anyOf").forEach(choice -> gather(choice, fields, visited));
    if (definition.has("items")) {
      gather(definition.path("items"), fields, visited);
    }
    if (definition.path("additionalProperties").isObject()) {
      gather(definition.path("additionalProperties"), fields, visited);
    }
  }

  /** Values that may be of several types say of which they are. */
  private boolean isMeant(JsonNode choice, JsonNode value) {
    return document.resolved(choice).at("/properties/type/const").equals(value.path("type"));
  }

  private static String type(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
  }
}
