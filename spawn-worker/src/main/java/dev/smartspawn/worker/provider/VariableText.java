package dev.smartspawn.worker.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${NAME}</code> in texts of the operator by the value of the environment variable.
 * Values are taken as they are: nothing in them is replaced again.
 */
final class VariableText {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Function<String, Optional<String>> variables;
  private final Set<String> used = new LinkedHashSet<>();

  VariableText(Function<String, Optional<String>> variables) {
    this.variables = variables;
  }

  /**
   * @param where the field, for messages
   * @throws IllegalArgumentException when a variable is not set, or is not one
   */
  String expand(String where, String text) {
    return VARIABLE.matcher(text).replaceAll(match -> value(where, match.group(1)));
  }

  /** The same for every text in {@code node}; names of fields stay as they are. */
  JsonNode expand(String where, JsonNode node) {
    if (node instanceof TextNode text) {
      return TextNode.valueOf(expand(where, text.textValue()));
    }
    if (node instanceof ObjectNode object) {
      return expand(where, object);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode expanded = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> expanded.add(expand(where, each)));
      return expanded;
    }
    return node;
  }

  ObjectNode expand(String where, ObjectNode object) {
    ObjectNode expanded = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      expanded.set(field.getKey(), expand(where + "." + field.getKey(), field.getValue()));
    }
    return expanded;
  }

  /** The values of all variables so far. They may be secret. */
  Set<String> used() {
    return Set.copyOf(used);
  }

  private String value(String where, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s has '${%s}': expected the name of an environment variable".formatted(where, name));
    }
    String value =
        variables
            .apply(name)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s needs the environment variable %s, which is not set"
                            .formatted(where, name)));
    used.add(value);
    return Matcher.quoteReplacement(value);
  }
}
