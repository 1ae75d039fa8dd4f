package dev.smartspawn.local.command.console;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with; scripts rely on it. */
public final class ExitCode {

  public static final int OK = 0;

  /** The command was understood and did not succeed. */
  public static final int FAILURE = 1;

  /** The command was not understood, by us or by the REST API. */
  public static final int USAGE = 2;

  private ExitCode() {}

  /** The table that {@code help} prints: code to meaning. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(Integer.toString(OK), "done");
    meanings.put(
        Integer.toString(FAILURE),
        "not done: nothing answers, nothing fits, a spawn or a source failed, a setting is wrong");
    meanings.put(
        Integer.toString(USAGE),
        "not understood: a command, an option or a value is wrong (HTTP 400)");
    meanings.put(Integer.toString(OutOfMemoryExit.CODE), "out of memory");
    meanings.put("130", "interrupted by Ctrl-C; 143 when ended by SIGTERM");
    return meanings;
  }
}
