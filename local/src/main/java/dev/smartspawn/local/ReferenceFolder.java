package dev.smartspawn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Selects the aliases.yaml, seed-overrides.yaml and snapshot to use. An entry in the folder for
 * state replaces the project's entry. The services read one folder, so entries from both are
 * combined in a folder of links. The linked files can be edited while the system runs.
 */
public final class ReferenceFolder {

  private static final List<String> ENTRIES =
      List.of("aliases.yaml", "seed-overrides.yaml", "snapshot");

  private ReferenceFolder() {}

  /**
   * @param dataDir the folder for state; the links are created in its subfolder {@code reference}
   * @param projectData the project's folder, which has all entries
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
