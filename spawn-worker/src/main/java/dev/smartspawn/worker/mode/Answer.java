package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import java.util.List;

/**
 * What a mode came to.
 *
 * @param best the answer
 * @param outputs what each model wrote, where several worked on it
 */
public record Answer(Output best, List<ModelOutput> outputs) {

  public Answer {
    outputs = List.copyOf(outputs);
  }

  public static Answer of(Output only) {
    return new Answer(only, List.of());
  }

  public static Answer of(Output best, List<Output> all) {
    return new Answer(
        best,
        all.stream()
            .map(each -> new ModelOutput(each.part(), each.model(), each.text(), each.cut()))
            .toList());
  }
}
