package dev.smartspawn.local.command.console;

/** What the process ends with; scripts rely on it. */
public final class ExitCode {

  public static final int OK = 0;
  public static final int FAILURE = 1;

  /** The command was not understood, by us or by the REST API. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
