package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.evaluation.EvaluationReport.Finding;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Pick;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Single;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as text tables. */
final class EvaluationTable {

  private static final String NOTE =
      "* reported, and no judge: a compressed column, or models that are hardly on sale";

  private EvaluationTable() {}

  static String of(EvaluationReport report) {
    StringBuilder table = new StringBuilder();
    table.append(
        line(
            "%-19s %-10s %-39s %6s  %-20s %-20s %-20s %-20s  %-26s %s",
            "left out",
            "category",
            "judged by",
            "models",
            "Spearman, ours",
            "Kendall, ours",
            "Spearman of spec",
            "Kendall of spec",
            "with those unmeasured",
            "best single remaining metric (ours on its models)"));
    report.findings().forEach(finding -> table.append(row(finding)));
    table.append(line(NOTE));
    table.append(System.lineSeparator());
    table.append(
        line(
            "%-10s %-39s %-7s %10s  %-40s %9s %8s  %-40s %9s",
            "category",
            "judged by",
            "budget",
            "affordable",
            "our pick",
            "better",
            "regret",
            "pick of spec's order",
            "better"));
    report
        .findings()
        .forEach(finding -> finding.picks().forEach(pick -> table.append(row(finding, pick))));
    return table.toString();
  }

  private static String row(Finding finding) {
    return line(
        "%-19s %-10s %-39s %6d  %-20s %-20s %-20s %-20s  %-26s %s",
        finding.leftOut(),
        finding.category(),
        judge(finding),
        finding.models(),
        text(finding.spearman()),
        text(finding.kendall()),
        text(finding.spearmanOfSpec()),
        text(finding.kendallOfSpec()),
        text("%s (%d)", text(finding.spearmanOfEveryone()), finding.everyone()),
        text(finding.bestSingle()));
  }

  private static String row(Finding finding, Pick pick) {
    return line(
        "%-10s %-39s %-7s %10d  %-40s %8.1f%% %8.3f  %-40s %8.1f%%",
        finding.category(),
        judge(finding),
        pick.budget(),
        pick.affordable(),
        pick.id(),
        100 * pick.standing(),
        pick.regret(),
        pick.specId(),
        100 * pick.specStanding());
  }

  private static String judge(Finding finding) {
    return finding.decisive() ? finding.truth() : finding.truth() + "*";
  }

  private static String text(Interval interval) {
    return text("%.2f [%.2f, %.2f]", interval.value(), interval.low(), interval.high());
  }

  private static String text(@Nullable Single single) {
    return single == null
        ? "-"
        : text(
            "%s %.2f, Kendall %.2f (%.2f, lead %s, %d models)",
            single.metric(),
            single.spearman().value(),
            single.kendall().value(),
            single.ours(),
            text(single.lead()),
            single.models());
  }

  private static String line(String form, Object... values) {
    return text(form, values).stripTrailing() + System.lineSeparator();
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
