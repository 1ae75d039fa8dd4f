package dev.smartspawn.local.command.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns as wide as their widest cell, two spaces apart; numbers are aligned to the right. Where a
 * table is too wide, its widest columns are cut.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final String ELLIPSIS = "...";

  /** No column is cut below this, or below its title. */
  private static final int NARROWEST = 8;

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  public TextTable(List<String> titles) {
    rows.add(List.copyOf(titles));
  }

  public TextTable row(Object... cells) {
    return row(List.of(cells));
  }

  public TextTable row(List<?> cells) {
    rows.add(cells.stream().map(TextTable::printable).toList());
    return this;
  }

  /**
   * @param columns of the terminal
   */
  public void print(PrintWriter out, int columns) {
    int[] widths = fit(widths(), columns);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = cut(row.get(column), widths[column]);
        line.append(padded(cell, widths[column], isNumeric(column))).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }

  /** The first column names the row, and is cut only when nothing else can be. */
  private int[] fit(int[] widths, int columns) {
    long excess = total(widths) - columns;
    while (excess > 0) {
      int widest = widest(widths);
      if (widest < 0) {
        return widths;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private int widest(int[] widths) {
    int widest = -1;
    for (int column = widths.length - 1; column >= 1; column--) {
      if (canShrink(column, widths) && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    return widest < 0 && canShrink(0, widths) ? 0 : widest;
  }

  private boolean canShrink(int column, int[] widths) {
    return widths[column] > Math.max(NARROWEST, rows.get(0).get(column).length())
        && !isNumeric(column);
  }

  private static long total(int[] widths) {
    long total = (long) GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.stream().skip(1).allMatch(row -> row.get(column).matches("-?[\\d.,]*"));
  }

  /** One line, and without control characters: a model's name must not move the cursor. */
  private static String printable(Object cell) {
    return cell.toString().replaceAll("\\p{Cntrl}+", " ");
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width
        ? cell
        : cell.substring(0, width - ELLIPSIS.length()).stripTrailing() + ELLIPSIS;
  }

  private static String padded(String cell, int width, boolean right) {
    String padding = " ".repeat(width - cell.length());
    return right ? padding + cell : cell + padding;
  }
}
