package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A mistake that a newcomer makes, and what they must be told.
 *
 * @param name for the test's report
 * @param run makes it
 * @param exitCode the documented one
 * @param expected parts of the message: what was expected and what to do
 */
record Mistake(String name, Supplier<CommandRun> run, int exitCode, List<String> expected) {

  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("Exception|java\\.|com\\.fasterxml|dev\\.smartspawn|org\\.apache|\\bPT\\d");

  static Mistake of(String name, int exitCode, Supplier<CommandRun> run, String... expected) {
    return new Mistake(name, run, exitCode, List.of(expected));
  }

  /** The command line alone. */
  static Mistake of(String name, int exitCode, List<String> arguments, String... expected) {
    return of(name, exitCode, () -> CommandRun.of(arguments.toArray(String[]::new)), expected);
  }

  void check() {
    CommandRun result = run.get();
    String message = result.err();
    assertThat(message).contains(expected).doesNotContainPattern(FOR_PROGRAMMERS);
    assertThat(message.lines()).as("short enough to be read").hasSizeLessThanOrEqualTo(4);
    assertThat(result.exitCode()).as(message).isEqualTo(exitCode);
  }

  @Override
  public String toString() {
    return name;
  }
}
