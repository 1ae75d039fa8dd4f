package dev.smartspawn.ingest.reference;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a reference file. Its methods check the node against the type that the file's format
 * requires.
 */
record YamlNode(Path file, Node node) {

  /**
   * Returns key to value, in the file's order.
   *
   * @throws ReferenceException when it is not a mapping, or has a key twice
   */
  Map<YamlNode, YamlNode> mapping(String expected) throws ReferenceException {
    if (!(node instanceof MappingNode mapping)) {
      throw expected(expected);
    }
    Map<YamlNode, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(file, tuple.getKeyNode());
      Integer earlier = lines.putIfAbsent(key.text("a key as text"), key.line());
      if (earlier != null) {
        throw key.wrong(
            "'%s' stands on line %d already: expected each key once"
                .formatted(key.text("a key as text"), earlier));
      }
      entries.put(key, new YamlNode(file, tuple.getValueNode()));
    }
    return entries;
  }

  List<YamlNode> list(String expected) throws ReferenceException {
    if (!(node instanceof SequenceNode sequence)) {
      throw expected(expected);
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlNode(file, item));
    }
    return items;
  }

  String text(String expected) throws ReferenceException {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw expected(expected);
  }

  double number(String expected) throws ReferenceException {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
      try {
        return Double.parseDouble(scalar.getValue());
      } catch (NumberFormatException e) {
        throw expected(expected);
      }
    }
    throw expected(expected);
  }

  CanonicalId canonicalId() throws ReferenceException {
    String text = text("a model id as anthropic/claude-opus-4.6");
    try {
      return CanonicalId.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** The line number, from 1. */
  int line() {
    return node.getStartMark().getLine() + 1;
  }

  ReferenceException expected(String expected) {
    return wrong("%s: expected %s".formatted(describe(), expected));
  }

  ReferenceException wrong(String problem) {
    return new ReferenceException(file, line(), problem);
  }

  private String describe() {
    if (node instanceof ScalarNode scalar) {
      String quoted = "'%s'".formatted(scalar.getValue());
      return switch (scalar.getTag().getClassName()) {
        case "null" -> "nothing";
        case "str" -> scalar.getValue().isBlank() ? "blank text" : "the text " + quoted;
        case "int", "float" -> "the number " + quoted;
        default -> quoted + ", which YAML reads as " + scalar.getTag().getClassName();
      };
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }
}
