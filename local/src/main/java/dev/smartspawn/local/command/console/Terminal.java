package dev.smartspawn.local.command.console;

/** The terminal that the {@code smart-spawn} script found behind standard output. */
public final class Terminal {

  /** System property the script sets to the width; absent where output goes to a file or a pipe. */
  static final String COLUMNS_PROPERTY = "smartspawn.columns";

  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 120;
  private static final int USUAL_HELP = 80;

  private Terminal() {}

  /** How wide help texts are. */
  public static int helpColumns() {
    int columns = Integer.getInteger(COLUMNS_PROPERTY, USUAL_HELP);
    return Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, columns));
  }
}
