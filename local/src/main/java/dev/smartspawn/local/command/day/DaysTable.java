package dev.smartspawn.local.command.day;

import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.day.DaysReport.Day;
import dev.smartspawn.local.command.day.DaysReport.Movement;
import dev.smartspawn.local.command.day.DaysReport.PickChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.Category;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a {@link DaysReport} to people. */
final class DaysTable {

  private static final int WIDE = Integer.MAX_VALUE;

  private DaysTable() {}

  static void print(DaysReport report, PrintWriter out) {
    out.println("Steps of an estimate over 0.5 points although nothing of the model's own changed");
    movements(report).print(out, WIDE);
    out.println();
    out.printf(
        Locale.ROOT,
        "Picks: %d questions, %s, %.3f points lost on average%n",
        report.questions(),
        summary(report.pickChanges()),
        report.meanLoss());
    out.printf("Always the highest lower bound: %s%n", summary(report.unsteadyChanges()));
    pickChanges(report).print(out, WIDE);
    out.println();
    out.println("By day: changes reported, and rank correlation with the last day");
    days(report).print(out, WIDE);
  }

  private static TextTable movements(DaysReport report) {
    TextTable table =
        new TextTable("category", "steps", "uncaused", "%", "largest", "worst day", "% then");
    for (Movement moved : report.movements()) {
      table.row(
          moved.category(),
          moved.steps(),
          moved.uncaused(),
          decimals(2, moved.share()),
          decimals(1, moved.largest()),
          moved.worstDay() == null ? FigureFormat.ABSENT : moved.worstDay(),
          decimals(2, moved.worstShare()));
    }
    return table;
  }

  private static String summary(List<PickChange> changes) {
    String causes =
        Arrays.stream(PickCause.values())
            .map(
                cause ->
                    "%s %d"
                        .formatted(
                            cause.id(),
                            changes.stream().filter(change -> change.cause() == cause).count()))
            .collect(Collectors.joining(", "));
    return "%d changed (%s), %d went back within a week"
        .formatted(changes.size(), causes, changes.stream().filter(PickChange::back).count());
  }

  private static TextTable pickChanges(DaysReport report) {
    TextTable table = new TextTable("day", "question", "from", "to", "cause", "back");
    for (PickChange change : report.pickChanges()) {
      table.row(
          change.day(),
          change.question(),
          change.from(),
          change.to(),
          change.cause().id(),
          change.back() ? "yes" : "");
    }
    return table;
  }

  private static TextTable days(DaysReport report) {
    TextTable table =
        new TextTable(
            "day",
            "models",
            "picks",
            "added",
            "removed",
            "scores",
            "prices",
            "capabilities",
            "categories",
            "answers",
            "coding",
            "reasoning",
            "creative",
            "fast-cheap",
            "vision",
            "research",
            "general",
            "by votes",
            "without LMArena",
            "s");
    for (Day day : report.days()) {
      table.row(
          day.day(),
          day.models(),
          day.picksChanged(),
          reported(day, Kind.ADDED),
          reported(day, Kind.REMOVED),
          reported(day, Kind.SCORE),
          reported(day, Kind.PRICE),
          reported(day, Kind.CAPABILITY),
          reported(day, Kind.CATEGORY),
          reported(day, Kind.PICK),
          correlation(day, Category.CODING),
          correlation(day, Category.REASONING),
          correlation(day, Category.CREATIVE),
          correlation(day, Category.FAST_CHEAP),
          correlation(day, Category.VISION),
          correlation(day, Category.RESEARCH),
          correlation(day, Category.GENERAL),
          decimals(3, day.codingByVotes()),
          decimals(3, day.codingByVotesLeftOut()),
          decimals(1, day.seconds()));
    }
    return table;
  }

  private static int reported(Day day, Kind kind) {
    return day.reported().getOrDefault(kind, 0);
  }

  private static String correlation(Day day, Category category) {
    return decimals(3, day.correlation().get(category));
  }

  private static String decimals(int count, @Nullable Double value) {
    return value == null
        ? FigureFormat.ABSENT
        : String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
