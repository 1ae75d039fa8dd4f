package dev.smartspawn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which aliases.yaml, seed-overrides.yaml and snapshot are used: each that stands in the folder for
 * state, the project's for the others. The services read one folder, so a mixture is put together
 * from links; the files behind them can be edited while the system runs.
 */
public final class ReferenceFolder {

  private static final List<String> ENTRIES =
      List.of("aliases.yaml", "seed-overrides.yaml", "snapshot");

  private ReferenceFolder() {}

  /**
   * @param dataDir the folder for state; gets a folder {@code reference} of links if need be
   * @param projectData the folder that has everything
   */
  public static Path of(Path dataDir, Path projectData) {
    List<String> own =
        ENTRIES.stream().filter(entry -> Files.exists(dataDir.resolve(entry))).toList();
    if (own.isEmpty()) {
      return projectData;
    }
    if (own.size() == ENTRIES.size()) {
      return dataDir;
    }
    try {
      Path mixture = Files.createDirectories(dataDir.resolve("reference"));
      for (String entry : ENTRIES) {
        Path target = (own.contains(entry) ? dataDir : projectData).resolve(entry);
        Files.deleteIfExists(mixture.resolve(entry));
        Files.createSymbolicLink(mixture.resolve(entry), target.toAbsolutePath());
      }
      return mixture;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link the reference files of " + dataDir, e);
    }
  }
}
