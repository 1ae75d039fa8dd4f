package dev.smartspawn.local.command.day;

import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/** The whole system at the time of a recorded day, in a process that a test kills. */
final class DaySystemMain {

  private DaySystemMain() {}

  /**
   * Every line of standard input is the day that begins.
   *
   * @param args data folder, reference folder, port of the API, port of Kafka, address of the
   *     sources, the day, and how many milliseconds ago it began
   */
  public static void main(String[] args) throws IOException {
    DayClock clock =
        new DayClock(LocalDate.parse(args[5]), Duration.ofMillis(Long.parseLong(args[6])));
    LocalConfig config =
        new LocalConfig(
            Path.of(args[0]),
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            LocalDaySystem.environment(args[4]));
    LocalSystem system = new LocalSystem(config, clock).start();
    try (BufferedReader days =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String day = days.readLine(); day != null; day = days.readLine()) {
        clock.begin(LocalDate.parse(day));
      }
    } finally {
      system.close();
    }
  }
}
