package dev.smartspawn.local.command;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** What a command line ended with and printed. */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... arguments) {
    return run(Map.of(), InputStream.nullInputStream(), arguments);
  }

  /**
   * @param input what the command finds on standard input
   */
  public static CommandRun withInput(String input, String... arguments) {
    InputStream bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return run(Map.of(), bytes, arguments);
  }

  /**
   * @param environment settings of {@code up}
   */
  public static CommandRun withSettings(Map<String, String> environment, String... arguments) {
    return run(environment, InputStream.nullInputStream(), arguments);
  }

  private static CommandRun run(
      Map<String, String> environment, InputStream input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        SmartSpawn.commandLine(environment, input)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new CommandRun(commandLine.execute(arguments), out.toString(), err.toString());
  }
}
