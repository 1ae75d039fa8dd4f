package dev.smartspawn.local.command.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What is piped into a command. */
public record StandardInput(InputStream bytes) {

  /**
   * Everything up to the end of the input, as UTF-8.
   *
   * @throws CommandFailure when it cannot be read
   */
  public String readAll() {
    try {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILURE, "standard input cannot be read");
    }
  }
}
