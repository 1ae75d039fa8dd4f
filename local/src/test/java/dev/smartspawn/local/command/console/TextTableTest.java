package dev.smartspawn.local.command.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  private static final int ANY_WIDTH = Integer.MAX_VALUE;
  private static final TextTable WIDE =
      new TextTable("MODEL", "COST", "REASON")
          .row("acme/quick", "0.50", "the cheapest of those that can see and call functions")
          .row("acme/a-model-with-a-long-name", "12.00", "short");

  @Test
  void isWholeWhereThereIsNoTerminal() {
    assertThat(lines(WIDE, ANY_WIDTH))
        .containsExactly(
            "MODEL                           COST  REASON",
            "acme/quick                      0.50  the cheapest of those that can see and call"
                + " functions",
            "acme/a-model-with-a-long-name  12.00  short");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 60, 50})
  void fitsTheTerminalAndKeepsTheFirstColumnAndNumbers(int columns) {
    assertThat(lines(WIDE, columns))
        .allMatch(line -> line.length() <= columns)
        .anyMatch(line -> line.startsWith("acme/a-model-with-a-long-name  12.00  short"))
        .anyMatch(line -> line.endsWith("..."));
  }

  @Test
  void cutsTheFirstColumnWhenNothingElseIsLeft() {
    assertThat(lines(WIDE, 35))
        .containsExactly(
            "MODEL                COST  REASON",
            "acme/quick           0.50  the c...",
            "acme/a-model-wi...  12.00  short");
  }

  @Test
  void cellsAreOneLineWithoutControlCharacters() {
    TextTable table = new TextTable("NAME", "TEXT").row("a\u001b[2Jb", "first\nsecond");
    assertThat(lines(table, ANY_WIDTH)).contains("a [2Jb  first second");
  }

  private static List<String> lines(TextTable table, int columns) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    table.print(out, columns);
    out.flush();
    return text.toString().lines().toList();
  }
}
