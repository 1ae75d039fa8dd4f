package dev.smartspawn.local.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is wished of a model, for every command that has one chosen. */
final class WishOptions {

  @Option(names = "--budget", paramLabel = "BUDGET", description = "low, medium, high or any")
  @Nullable String budget;

  @Option(
      names = "--require",
      paramLabel = "CAPABILITY",
      split = ",",
      description = "vision, functionCalling, json or reasoning; may be repeated")
  List<String> require = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "MODEL",
      split = ",",
      description = "a model not to choose; may be repeated")
  List<String> exclude = List.of();

  @Option(names = "--min-context", paramLabel = "TOKENS", description = "least context length")
  @Nullable Long minContext;

  /** What was said, by the API's names; what was not, is the API's to decide. */
  Map<String, Object> said() {
    Map<String, Object> said = new LinkedHashMap<>();
    if (budget != null) {
      said.put("budget", budget);
    }
    if (!require.isEmpty()) {
      said.put("require", require);
    }
    if (!exclude.isEmpty()) {
      said.put("exclude", exclude);
    }
    if (minContext != null) {
      said.put("minContext", minContext);
    }
    return said;
  }
}
