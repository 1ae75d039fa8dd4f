package dev.smartspawn.ingest.reference;

import java.nio.file.Path;

/** A reference file cannot be used. The message names the file, the line and what was expected. */
public final class ReferenceException extends Exception {

  private static final long serialVersionUID = 1L;

  ReferenceException(Path file, String problem) {
    super("%s: %s".formatted(file.getFileName(), problem));
  }

  /**
   * @param line from 1
   */
  ReferenceException(Path file, int line, String problem) {
    super("%s, line %d: %s".formatted(file.getFileName(), line, problem));
  }
}
