package dev.smartspawn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project this test runs in, and of the folder of recordings beside it. */
public final class ProjectFiles {

  private ProjectFiles() {}

  /** Wherever the build was started, the folder above this module. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** RecordedFigures of the real sources with a server for them; present on some machines only. */
  public static Path shared() {
    return root().resolveSibling("shared");
  }

  public static String read(String name) {
    try {
      return Files.readString(root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
