package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a spawn uses models. */
final class ModeOptions {

  @Option(names = "--mode", paramLabel = "MODE", description = "single, collective or cascade")
  @Nullable String mode;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "models that answer in parallel, in mode collective")
  @Nullable Integer count;

  @Option(
      names = "--merge-model",
      paramLabel = "MODEL",
      description = "the model that merges, in mode collective; the best one by default")
  @Nullable String mergeModel;

  @Option(
      names = "--judge-threshold",
      paramLabel = "1-10",
      description = "the lowest grade of a cheap answer that is good enough, in mode cascade")
  @Nullable Integer judgeThreshold;

  /** Adds what was given. */
  void addTo(ObjectNode request) {
    if (mode != null) {
      request.put("mode", mode);
    }
    if (count != null) {
      request.put("collectiveCount", count);
    }
    if (mergeModel != null) {
      request.put("mergeModel", mergeModel);
    }
    if (judgeThreshold != null) {
      request.put("judgeThreshold", judgeThreshold);
    }
  }
}
