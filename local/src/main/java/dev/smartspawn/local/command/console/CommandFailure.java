package dev.smartspawn.local.command.console;

/** A command cannot do what was asked; the message is all the user sees of it. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** Nobody listens where the running system was expected. */
  public static CommandFailure nothingAnswers(String where) {
    return new CommandFailure(
        ExitCode.FAILURE, "nothing answers at %s: is `./smart-spawn up` running?".formatted(where));
  }
}
