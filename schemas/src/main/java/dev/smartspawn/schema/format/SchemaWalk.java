package dev.smartspawn.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Visits every schema inside a schema: checks its bounds, and marks it so that its use is counted.
 */
final class SchemaWalk {

  static final String STEP_KEYWORD = "x-smart-spawn-step";

  static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_DEPTH = 60;
  private static final int MAX_SCHEMAS = 2_000;

  /** Objects whose values are schemas, whatever their names. */
  private static final Set<String> MAPS =
      Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

  /** Values that are data and not schemas. */
  private static final Set<String> DATA =
      Set.of(
          "const",
          "enum",
          "default",
          "examples",
          "required",
          "dependentRequired",
          "dependencies",
          "$vocabulary");

  private static final String UNIQUE = "uniqueItems";

  private int schemas;

  private SchemaWalk() {}

  /**
   * @return a copy in which each schema counts its uses
   * @throws UnusableSchemaException for a schema that is too large or of another draft
   */
  static JsonNode counted(JsonNode schema) {
    int bytes = schema.toString().length();
    if (bytes > MAX_BYTES) {
      throw new UnusableSchemaException(
          "has %,d characters: expected at most %,d".formatted(bytes, MAX_BYTES));
    }
    JsonNode copy = schema.deepCopy();
    new SchemaWalk().schema(copy, 1);
    return copy;
  }

  private void schema(JsonNode json, int depth) {
    if (depth > MAX_DEPTH) {
      throw new UnusableSchemaException(
          "is nested more than %d deep: expected a flatter schema".formatted(MAX_DEPTH));
    }
    if (json instanceof ArrayNode several) {
      several.forEach(each -> schema(each, depth + 1));
      return;
    }
    if (!(json instanceof ObjectNode schema)) {
      return;
    }
    if (++schemas > MAX_SCHEMAS) {
      throw new UnusableSchemaException(
          "has more than %,d schemas in it: expected fewer".formatted(MAX_SCHEMAS));
    }
    check(schema);
    schema
        .properties()
        .forEach(
            keyword -> {
              if (MAPS.contains(keyword.getKey())) {
                keyword.getValue().forEach(each -> schema(each, depth + 2));
              } else if (!DATA.contains(keyword.getKey())) {
                schema(keyword.getValue(), depth + 1);
              }
            });
    onlyForArrays(schema);
    schema.put(STEP_KEYWORD, true);
  }

  /** The library applies {@code uniqueItems} to the values of objects, too. */
  private static void onlyForArrays(ObjectNode schema) {
    if (!schema.path(UNIQUE).asBoolean()) {
      return;
    }
    schema.remove(UNIQUE);
    ObjectNode condition = schema.withArray("/allOf").addObject();
    condition.putObject("if").put("type", "array");
    condition.putObject("then").put(UNIQUE, true);
  }

  private static void check(ObjectNode schema) {
    JsonNode draft = schema.path("$schema");
    if (!draft.isMissingNode() && !draft.asText().replaceAll("#$", "").equals(DRAFT)) {
      throw new UnusableSchemaException("has the $schema %s: expected %s".formatted(draft, DRAFT));
    }
  }
}
