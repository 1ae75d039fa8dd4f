package dev.smartspawn.local.command;

/** A command cannot do what was asked; the message is all the user sees of it. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  /** Nobody listens where the running system was expected. */
  static CommandFailure nothingAnswers(String where) {
    return new CommandFailure(
        ExitCode.FAILURE, "nothing answers at %s: is `./smart-spawn up` running?".formatted(where));
  }
}
