package dev.smartspawn.ingest.reference;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file maintained by hand.
 *
 * @param <V> what its entries become
 */
public final class ReferenceFile<V> {

  private static final int MAX_DEPTH = 10;
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private final Path path;
  private final Format<V> format;

  public ReferenceFile(Path path, Format<V> format) {
    this.path = path;
    this.format = format;
  }

  public Path path() {
    return path;
  }

  /**
   * @return its entries; empty when there is no such file
   * @throws ReferenceException naming the line and what was expected there
   */
  public Optional<List<V>> read() throws ReferenceException {
    byte[] bytes = bytes();
    if (bytes == null) {
      return Optional.empty();
    }
    Node root = compose(text(bytes));
    return Optional.of(root == null ? List.of() : format.read(new YamlNode(path, root)));
  }

  private byte @Nullable [] bytes() throws ReferenceException {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new ReferenceException(path, "cannot be read (%s)".formatted(e));
    }
  }

  private String text(byte[] bytes) throws ReferenceException {
    if (bytes.length > MAX_BYTES) {
      throw new ReferenceException(
          path, "%d bytes: expected at most %d".formatted(bytes.length, MAX_BYTES));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ReferenceException(path, "its bytes are not UTF-8: expected UTF-8 text");
    }
  }

  private @Nullable Node compose(String text) throws ReferenceException {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_BYTES);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new ReferenceException(path, line(e), problem(e));
    } catch (YAMLException e) {
      throw new ReferenceException(
          path, String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ": expected YAML");
    }
  }

  private static int line(MarkedYAMLException e) {
    return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
  }

  private static String problem(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
    return problem.contains("\\t")
        ? "a tab: expected spaces, since YAML indents with nothing else"
        : problem + ": expected YAML";
  }

  /**
   * The format of a file's entries.
   *
   * @param <V> what they become
   */
  interface Format<V> {
    List<V> read(YamlNode root) throws ReferenceException;
  }
}
