package dev.smartspawn.schema.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Makes a name of a file that is safe to show and to send. */
public final class FileName {

  public static final int MAX_BYTES = 200;

  /** The form of a name, for an error message. */
  public static final String EXPECTED =
      "a name of a file without '..' folders, of at most " + MAX_BYTES + " bytes";

  private FileName() {}

  /**
   * The last segment of a path, without control and invisible characters.
   *
   * @return empty for a path through a parent folder, and where nothing of a name is left, or too
   *     much
   */
  public static Optional<String> of(String given) {
    String path = given.replace('\\', '/');
    if (Arrays.asList(path.split("/")).contains("..")) {
      return Optional.empty();
    }
    String segment = path.substring(path.lastIndexOf('/') + 1);
    StringBuilder kept = new StringBuilder();
    segment.codePoints().filter(FileName::isVisible).forEach(kept::appendCodePoint);
    String name = kept.toString().strip();
    boolean usable =
        name.codePoints().anyMatch(Character::isLetterOrDigit)
            && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    return usable ? Optional.of(name) : Optional.empty();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // They end the marks around a file in a prompt, and names in the headers of requests.
      default -> "[]\"<>|".indexOf(character) < 0;
    };
  }
}
