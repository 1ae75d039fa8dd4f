package dev.smartspawn.worker.result;

import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.util.List;

/**
 * What a workflow produced.
 *
 * @param best the answer
 * @param outputs each model's text, if several answered
 */
public record SpawnAnswer(Output best, List<ModelOutput> outputs) {

  public SpawnAnswer {
    outputs = List.copyOf(outputs);
  }

  public static SpawnAnswer of(Output only) {
    return new SpawnAnswer(only, List.of());
  }

  public static SpawnAnswer of(Output best, List<Output> all) {
    return new SpawnAnswer(
        best,
        all.stream()
            .map(
                each ->
                    new ModelOutput(
                        each.part(), each.model(), each.text(), each.thinking(), each.cut()))
            .toList());
  }
}
