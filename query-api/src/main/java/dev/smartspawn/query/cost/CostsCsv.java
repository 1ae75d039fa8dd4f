package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SpendRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The groups of {@code GET /costs} as CSV (RFC 4180), with a line of names. */
final class CostsCsv {

  private static final List<String> FIGURES =
      List.of(
          "costUsd",
          "ambiguousUsd",
          "calls",
          "ambiguousCalls",
          "estimatedCalls",
          "failedCalls",
          "unpricedCalls",
          "promptTokens",
          "completionTokens");

  private static final String LINE_END = "\r\n";

  private CostsCsv() {}

  static String of(CostQuestion question, SortedMap<List<String>, SpendRow> sums) {
    List<String> names = new ArrayList<>(question.by().stream().map(CostDimension::id).toList());
    names.addAll(FIGURES);
    StringBuilder csv = new StringBuilder(line(names));
    sums.forEach(
        (group, row) -> {
          List<String> cells = new ArrayList<>(group);
          cells.add(row.costUsd().toDollars().toPlainString());
          cells.add(row.ambiguousUsd().toDollars().toPlainString());
          for (long count :
              new long[] {
                row.calls(),
                row.ambiguousCalls(),
                row.estimatedCalls(),
                row.failedCalls(),
                row.unpricedCalls(),
                row.tokens().prompt(),
                row.tokens().completion()
              }) {
            cells.add(Long.toString(count));
          }
          csv.append(line(cells));
        });
    return csv.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CostsCsv::cell).collect(Collectors.joining(",", "", LINE_END));
  }

  /** A spreadsheet takes a text that begins like a formula for one; an id may begin with "-". */
  private static String cell(String text) {
    boolean number = text.matches("-?[0-9.]+");
    boolean formula = !number && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
