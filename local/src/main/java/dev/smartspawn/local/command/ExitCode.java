package dev.smartspawn.local.command;

/** What the process ends with; scripts rely on it. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILURE = 1;

  /** The command was not understood, by us or by the REST API. */
  static final int USAGE = 2;

  private ExitCode() {}
}
