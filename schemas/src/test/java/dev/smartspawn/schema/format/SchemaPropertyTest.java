package dev.smartspawn.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * 500 generated schemas with 40 answers each, compared with a second, simple reading of the draft:
 * no invalid answer is given as a value, and no valid one is refused.
 */
class SchemaPropertyTest {

  private static final long SEED = 20_261_129;
  private static final int SCHEMAS = 500;
  private static final int ANSWERS = 40;
  private static final List<String> TYPES =
      List.of("null", "boolean", "integer", "number", "string", "array", "object");
  private static final List<String> NAMES = List.of("a", "b", "ab", "$ref", "const");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random = new Random(SEED);

  @Test
  void answersAreJudgedAsTheDraftSays() {
    int valid = 0;
    int invalid = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      ObjectNode schema = schema(3);
      schema.putObject("$defs").set("d", schema(2));
      AnswerCheck check = new ResponseFormat(schema).check();
      for (int j = 0; j < ANSWERS; j++) {
        JsonNode answer = value(3);
        boolean expected = Draft.isValid(schema, answer, schema);
        AnswerCheck.Checked checked = check.check(answer.toString());
        assertThat(checked.isValid()).as("%s of %s", answer, schema).isEqualTo(expected);
        assertThat(checked.json() != null).isEqualTo(expected);
        valid += expected ? 1 : 0;
        invalid += expected ? 0 : 1;
      }
    }
    assertThat(valid).isGreaterThan(1000);
    assertThat(invalid).isGreaterThan(1000);
  }

  private ObjectNode schema(int depth) {
    ObjectNode schema = NODES.objectNode();
    int keywords = 1 + random.nextInt(3);
    for (int i = 0; i < keywords; i++) {
      keyword(schema, depth);
    }
    return schema;
  }

  private void keyword(ObjectNode schema, int depth) {
    switch (random.nextInt(depth > 0 ? 32 : 21)) {
      case 0 -> schema.put("type", pick(TYPES));
      case 1 -> schema.putArray("type").add("string").add("object");
      case 2 -> schema.set("const", value(1));
      case 3 -> schema.putArray("enum").add(value(0)).add(value(1)).add("e" + random.nextInt());
      case 4 -> schema.put("minimum", random.nextInt(5) - 2);
      case 5 -> schema.put("exclusiveMaximum", random.nextInt(5));
      case 6 -> schema.put("multipleOf", List.of(1, 2, 3).get(random.nextInt(3)));
      case 7 -> schema.put("minLength", random.nextInt(3));
      case 8 -> schema.put("maxLength", random.nextInt(3));
      case 9 -> schema.put("minItems", random.nextInt(3));
      case 10 -> schema.put("uniqueItems", true);
      case 11 -> schema.putArray("required").add(pick(NAMES));
      case 12 -> schema.put("maxProperties", random.nextInt(3));
      case 13 -> schema.put("maximum", random.nextInt(5) - 2);
      case 14 -> schema.put("exclusiveMinimum", random.nextInt(5) - 3);
      case 15 -> schema.put("maxItems", random.nextInt(3));
      case 16 -> schema.put("minProperties", random.nextInt(3));
      case 17 -> schema.putObject("propertyNames").put("maxLength", random.nextInt(4));
      case 18 -> schema.putObject("dependentRequired").putArray("a").add("b");
      case 19 -> schema.put("pattern", "^a|b$");
      case 20 -> schema.putObject("patternProperties").putObject("^a").put("type", pick(TYPES));
      case 21 -> schema.putObject("properties").set(pick(NAMES), schema(depth - 1));
      case 22 -> schema.set("additionalProperties", schema(depth - 1));
      case 23 -> schema.set("items", schema(depth - 1));
      case 24 -> schema.putArray("prefixItems").add(schema(depth - 1));
      case 25 -> schema.putArray("allOf").add(schema(depth - 1)).add(schema(depth - 1));
      case 26 -> schema.putArray("anyOf").add(schema(depth - 1)).add(schema(depth - 1));
      case 27 -> schema.putArray("oneOf").add(schema(depth - 1)).add(schema(depth - 1));
      case 28 -> schema.set("not", schema(depth - 1));
      case 29 -> schema.set("contains", schema(depth - 1));
      case 30 -> {
        schema.set("if", schema(depth - 1));
        schema.set("then", schema(depth - 1));
        schema.set("else", schema(depth - 1));
      }
      default -> {
        if (depth == 3) {
          schema.put("$ref", "#/$defs/d");
        } else {
          schema.putObject("dependentSchemas").set("a", schema(depth - 1));
        }
      }
    }
  }

  private JsonNode value(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0:
        return NODES.nullNode();
      case 1:
        return NODES.booleanNode(random.nextBoolean());
      case 2:
        return NODES.numberNode(random.nextInt(7) - 3);
      case 3:
        return NODES.numberNode(BigDecimal.valueOf(random.nextInt(9) - 4, 1));
      case 4:
        return NODES.numberNode(BigDecimal.valueOf(random.nextInt(3) * 10L, 1));
      case 5:
        return NODES.textNode(pick(List.of("", "a", "ab", "abc", "\uD83E\uDD8A")));
      case 6:
      case 7:
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
          object.set(pick(NAMES), value(depth - 1));
        }
        return object;
      default:
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(value(depth - 1));
        }
        return array;
    }
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A second implementation of the keywords that are generated, written from the draft. */
  private static final class Draft {

    static boolean isValid(JsonNode schema, JsonNode value, JsonNode root) {
      return StreamSupport.stream(((Iterable<String>) schema::fieldNames).spliterator(), false)
          .allMatch(keyword -> holds(keyword, schema, value, root));
    }

    private static boolean holds(String keyword, JsonNode schema, JsonNode value, JsonNode root) {
      JsonNode wanted = schema.path(keyword);
      return switch (keyword) {
        case "type" -> isOfType(wanted, value);
        case "const" -> equal(wanted, value);
        case "enum" -> some(wanted, each -> equal(each, value)) > 0;
        case "minimum" ->
            !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) >= 0;
        case "exclusiveMaximum" ->
            !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) < 0;
        case "maximum" ->
            !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) <= 0;
        case "exclusiveMinimum" ->
            !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) > 0;
        case "maxItems" -> !value.isArray() || value.size() <= wanted.asInt();
        case "minProperties" -> !value.isObject() || value.size() >= wanted.asInt();
        case "propertyNames" ->
            fields(value).stream()
                .allMatch(name -> name.length() <= wanted.path("maxLength").asInt());
        case "dependentRequired" -> !value.has("a") || value.has("b");
        case "dependentSchemas" -> !value.has("a") || isValid(wanted.path("a"), value, root);
        case "pattern" ->
            !value.isTextual()
                || value.textValue().startsWith("a")
                || value.textValue().endsWith("b");
        case "patternProperties" ->
            fields(value).stream()
                .filter(name -> name.startsWith("a"))
                .allMatch(name -> isValid(wanted.path("^a"), value.get(name), root));
        case "if" ->
            isValid(schema.path(isValid(wanted, value, root) ? "then" : "else"), value, root);
        case "multipleOf" ->
            !value.isNumber()
                || value.decimalValue().remainder(wanted.decimalValue()).signum() == 0;
        case "minLength" -> !value.isTextual() || length(value) >= wanted.asInt();
        case "maxLength" -> !value.isTextual() || length(value) <= wanted.asInt();
        case "minItems" -> !value.isArray() || value.size() >= wanted.asInt();
        case "uniqueItems" -> !value.isArray() || isUnique(value);
        case "required" -> !value.isObject() || value.has(wanted.get(0).asText());
        case "maxProperties" -> !value.isObject() || value.size() <= wanted.asInt();
        case "properties" ->
            fields(value).stream()
                .allMatch(
                    name -> !wanted.has(name) || isValid(wanted.get(name), value.get(name), root));
        case "additionalProperties" ->
            fields(value).stream()
                .allMatch(
                    name ->
                        schema.path("properties").has(name)
                            || (schema.has("patternProperties") && name.startsWith("a"))
                            || isValid(wanted, value.get(name), root));
        case "prefixItems" ->
            !value.isArray() || value.isEmpty() || isValid(wanted.get(0), value.get(0), root);
        case "items" ->
            elements(value, schema.path("prefixItems").size()).stream()
                .allMatch(each -> isValid(wanted, each, root));
        case "contains" -> !value.isArray() || some(value, each -> isValid(wanted, each, root)) > 0;
        case "allOf" -> some(wanted, each -> isValid(each, value, root)) == wanted.size();
        case "anyOf" -> some(wanted, each -> isValid(each, value, root)) > 0;
        case "oneOf" -> some(wanted, each -> isValid(each, value, root)) == 1;
        case "not" -> !isValid(wanted, value, root);
        case "$ref" -> isValid(root.at("/$defs/d"), value, root);
        default -> true;
      };
    }

    private static boolean isOfType(JsonNode wanted, JsonNode value) {
      return wanted.isArray()
          ? some(wanted, each -> isOfType(each, value)) > 0
          : switch (wanted.asText()) {
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isTextual();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "number" -> value.isNumber();
            default ->
                value.isNumber() && value.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
          };
    }

    private static boolean equal(JsonNode one, JsonNode other) {
      if (one.isNumber() && other.isNumber()) {
        return one.decimalValue().compareTo(other.decimalValue()) == 0;
      }
      if (one.isArray() && other.isArray() && one.size() == other.size()) {
        for (int i = 0; i < one.size(); i++) {
          if (!equal(one.get(i), other.get(i))) {
            return false;
          }
        }
        return true;
      }
      if (one.isObject() && other.isObject()) {
        return new HashSet<>(fields(one)).equals(Set.copyOf(fields(other)))
            && fields(one).stream().allMatch(name -> equal(one.get(name), other.get(name)));
      }
      return one.equals(other);
    }

    private static boolean isUnique(JsonNode array) {
      for (int i = 0; i < array.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (equal(array.get(i), array.get(j))) {
            return false;
          }
        }
      }
      return true;
    }

    private static long some(JsonNode array, java.util.function.Predicate<JsonNode> condition) {
      return elements(array, 0).stream().filter(condition).count();
    }

    private static List<JsonNode> elements(JsonNode array, int from) {
      List<JsonNode> elements = new ArrayList<>();
      if (array.isArray()) {
        for (int i = from; i < array.size(); i++) {
          elements.add(array.get(i));
        }
      }
      return elements;
    }

    private static List<String> fields(JsonNode object) {
      List<String> names = new ArrayList<>();
      if (object.isObject()) {
        object.fieldNames().forEachRemaining(names::add);
      }
      return names;
    }

    private static int length(JsonNode text) {
      return text.textValue().codePointCount(0, text.textValue().length());
    }
  }
}
