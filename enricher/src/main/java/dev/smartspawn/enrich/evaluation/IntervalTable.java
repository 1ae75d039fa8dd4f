package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.evaluation.IntervalReport.Bin;
import dev.smartspawn.enrich.evaluation.IntervalReport.CategoryCoverage;
import dev.smartspawn.enrich.evaluation.IntervalReport.Coverage;
import dev.smartspawn.enrich.evaluation.IntervalReport.Regret;
import java.util.Locale;

/** A report on certainty as text tables. */
final class IntervalTable {

  private IntervalTable() {}

  static String coverage(IntervalReport report) {
    StringBuilder table = new StringBuilder();
    table.append(
        line(
            "%-19s %-10s %-39s %6s %8s %8s %12s %10s",
            "left out",
            "category",
            "judged by",
            "models",
            "within 1",
            "within 2",
            "error stated",
            "error seen"));
    report.coverage().forEach(one -> table.append(row(one)));
    table.append(System.lineSeparator());
    table.append(line("%-10s %12s %8s %8s", "category", "laboratories", "within 1", "within 2"));
    report.categories().forEach(one -> table.append(row(one)));
    return table.toString();
  }

  static String regrets(IntervalReport report) {
    StringBuilder table = new StringBuilder();
    table.append(
        line(
            "%-10s %-39s %-7s %10s %14s %12s %10s",
            "category",
            "judged by",
            "budget",
            "affordable",
            "by lower bound",
            "by estimate",
            "in spreads"));
    report.regrets().forEach(one -> table.append(row(one)));
    table.append(
        line(
            "%-69s %14.2f %12.2f", "mean", report.regretByLowerBound(), report.regretByEstimate()));
    return table.toString();
  }

  static String calibration(IntervalReport report) {
    StringBuilder table = new StringBuilder();
    table.append(line("%-10s %9s %8s %8s", "confidence", "questions", "stated", "observed"));
    report.calibration().forEach(bin -> table.append(row(bin)));
    return table.toString();
  }

  private static String row(Coverage one) {
    return line(
        "%-19s %-10s %-39s %6d %8.2f %8.2f %12.2f %10.2f",
        one.leftOut(),
        one.category(),
        one.truth(),
        one.models(),
        one.one(),
        one.two(),
        one.error(),
        one.seen());
  }

  private static String row(CategoryCoverage one) {
    return line("%-10s %12d %8.2f %8.2f", one.category(), one.laboratories(), one.one(), one.two());
  }

  private static String row(Regret one) {
    return line(
        "%-10s %-39s %-7s %10d %14.2f %12.2f %10.2f",
        one.category(),
        one.truth(),
        one.budget(),
        one.affordable(),
        one.byLowerBound(),
        one.byEstimate(),
        one.byLowerBound() / one.spread());
  }

  private static String row(Bin bin) {
    return line(
        "%.1f to %.1f %9d %8.2f %8.2f",
        bin.from(), bin.from() + 0.1, bin.questions(), bin.stated(), bin.observed());
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values).stripTrailing() + System.lineSeparator();
  }
}
