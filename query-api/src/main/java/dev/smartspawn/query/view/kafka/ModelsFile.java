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

/** models.json, replaced atomically. */
final class ModelsFile {

  private final Path file;

  /**
   * @param folder created if absent
   */
  ModelsFile(Path folder) {
    this.file = folder.resolve("models.json").toAbsolutePath();
  }

  /**
   * @return false if the file already has this content
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

  /**
   * Forced to disk before the move: otherwise a crash could leave an empty file under the new name.
   */
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
