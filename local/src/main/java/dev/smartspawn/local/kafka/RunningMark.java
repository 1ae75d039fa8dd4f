package dev.smartspawn.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that exists while a broker runs on a folder, so that the next broker detects a kill. */
final class RunningMark {

  private final Path file;

  RunningMark(Path folder) {
    this.file = folder.resolve("running");
  }

  /** Creates the mark, once the broker has started. */
  void put() {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Removes the mark, before the broker starts or stops, and returns whether it existed. */
  boolean remove() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
