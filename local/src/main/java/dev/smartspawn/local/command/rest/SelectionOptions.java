package dev.smartspawn.local.command.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Requirements a model must meet, for every command that selects one. */
public final class SelectionOptions {

  @Option(names = "--budget", paramLabel = "BUDGET", description = "low, medium, high or any")
  @Nullable String budget;

  @Option(
      names = "--require",
      paramLabel = "CAPABILITY",
      split = ",",
      description = "vision, functionCalling, json, reasoning or files; may be repeated")
  List<String> require = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "MODEL",
      split = ",",
      description = "a model not to choose; may be repeated")
  List<String> exclude = List.of();

  @Option(names = "--min-context", paramLabel = "TOKENS", description = "least context length")
  @Nullable Long minContext;

  /** The options given, by the API's names; the API decides about the others. */
  public Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    if (budget != null) {
      given.put("budget", budget);
    }
    if (!require.isEmpty()) {
      given.put("require", require);
    }
    if (!exclude.isEmpty()) {
      given.put("exclude", exclude);
    }
    if (minContext != null) {
      given.put("minContext", minContext);
    }
    return given;
  }
}
