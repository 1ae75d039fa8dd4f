package dev.smartspawn.local.command.day;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Recorded answers of the sources, in one folder per day. A day's folder holds the answers that
 * differ from the day before; what no day has yet is in the recording.
 *
 * @param days in order
 * @param recording what stands before the first day
 */
record DayFolder(Path folder, List<LocalDate> days, Path recording) {

  private static final Path DATASET = Path.of("lmarena", "dataset");
  private static final String PARQUET = ".parquet";

  /**
   * @throws CommandFailure if there are no days in {@code folder}
   */
  static DayFolder read(Path folder, Path recording) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<LocalDate> days =
          entries.filter(Files::isDirectory).flatMap(DayFolder::day).sorted().toList();
      if (days.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "%s has no folder with a day's name such as 2026-06-18".formatted(folder));
      }
      return new DayFolder(folder, days, recording);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILURE, FileFailure.message("read", folder, e));
    }
  }

  /** A file as it is on {@code day}; empty if there is none. */
  Optional<Path> file(LocalDate day, String name) {
    return Stream.concat(newestFirst(day).stream(), Stream.of(recording))
        .map(layer -> layer.resolve(name))
        .filter(Files::exists)
        .findFirst();
  }

  /** The boards of LMArena's data set that have been recorded on a day until {@code day}. */
  SortedSet<String> boards(LocalDate day) throws IOException {
    SortedSet<String> boards = new TreeSet<>();
    for (Path layer : newestFirst(day)) {
      Path dataset = layer.resolve(DATASET);
      if (Files.isDirectory(dataset)) {
        try (Stream<Path> files = Files.list(dataset)) {
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(PARQUET))
              .forEach(name -> boards.add(name.substring(0, name.length() - PARQUET.length())));
        }
      }
    }
    return boards;
  }

  private List<Path> newestFirst(LocalDate until) {
    List<Path> layers = new ArrayList<>();
    for (LocalDate day : days) {
      if (!day.isAfter(until)) {
        layers.add(folder.resolve(day.toString()));
      }
    }
    Collections.reverse(layers);
    return layers;
  }

  private static Stream<LocalDate> day(Path entry) {
    try {
      return Stream.of(LocalDate.parse(entry.getFileName().toString()));
    } catch (DateTimeParseException e) {
      return Stream.empty();
    }
  }
}
