package dev.smartspawn.local.command.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.schema.question.StandardQuestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recorded days with {@code kill -9} and restarts have the same answers as without. Three days with
 * one kill, and with -Dkilled.days=all every day with one kill or two.
 */
class KilledDaysIT {

  private static final String DAYS = System.getProperty("killed.days", "3");
  private static final long SEED = Long.getLong("killed.seed", 26);

  /** On the day after, nine of the 28 answers change. */
  private static final LocalDate QUIET_DAY = LocalDate.parse("2026-06-22");

  @TempDir Path work;

  @Test
  void killsChangeNoAnswerAndNoDay() throws Exception {
    Path folder = ProjectFiles.shared().resolve("days");
    assumeTrue(Files.isDirectory(folder), "no ../shared/days beside the project");
    DayFolder recorded = DayFolder.read(folder, folder.resolveSibling("recordings"));
    boolean all = DAYS.equals("all");
    List<LocalDate> days =
        recorded.days().stream()
            .filter(day -> all || !day.isBefore(QUIET_DAY))
            .limit(all ? recorded.days().size() : Integer.parseInt(DAYS))
            .toList();

    List<PlayedDay> spared = play(recorded, days, Map.of());
    List<PlayedDay> killed = play(recorded, days, kills(days, all));

    assertThat(answers(killed)).containsExactlyElementsOf(answers(spared));
    assertThat(spared.get(1).since().values())
        .as("answers that say since when they stand")
        .hasSize(StandardQuestion.ALL.size());
    System.out.printf(
        "%d days, %d kills: the same %d answers, since the same days%n",
        days.size(),
        kills(days, all).values().stream().mapToInt(Integer::intValue).sum(),
        days.size() * StandardQuestion.ALL.size());
  }

  private List<PlayedDay> play(
      DayFolder recorded, List<LocalDate> days, Map<LocalDate, Integer> kills) throws Exception {
    try (LocalDaySources sources = LocalDaySources.start(recorded)) {
      Path data = Files.createTempDirectory(work, "data");
      LocalDate first = days.get(0);
      return new DayPlayer(days, sources, day -> System.out.println("playing " + day))
          .play(() -> new KilledDaySystem(first, data, sources.url(), kills, SEED));
    }
  }

  /** In the short form in the refresh that changes answers. */
  private static Map<LocalDate, Integer> kills(List<LocalDate> days, boolean all) {
    Map<LocalDate, Integer> kills = new HashMap<>();
    for (int number = 0; number < days.size(); number++) {
      if (all || number == 1) {
        kills.put(days.get(number), all && number % 3 == 2 ? 2 : 1);
      }
    }
    return kills;
  }

  /** One line an answer, to be read when they differ. */
  private static List<String> answers(List<PlayedDay> played) {
    return played.stream()
        .flatMap(
            day ->
                StandardQuestion.ALL.stream()
                    .map(
                        question ->
                            "%s %s: %s, %s"
                                .formatted(
                                    day.day(),
                                    question,
                                    day.picks().get(question),
                                    day.since().get(question))))
        .collect(Collectors.toList());
  }
}
