package dev.smartspawn.query.view.kafka;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** models.json: whoever reads it finds a whole one, the old or the new. */
final class ModelsFile {

  private final Path file;

  /**
   * @param folder created if absent
   */
  ModelsFile(Path folder) {
    this.file = folder.resolve("models.json").toAbsolutePath();
  }

  /**
   * @return whether there was anything to write: the file may hold {@code content} already
   */
  boolean write(byte[] content) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling("models.json.tmp");
    try {
      writeThrough(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return true;
  }

  /** On the disk before the move, or a crash could leave the new name with nothing in it. */
  private static void writeThrough(Path path, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(path, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
