package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.TaskPrompt;
import dev.smartspawn.worker.result.SpawnAnswer;
import java.util.List;

/** Calls the best model for the task. */
public record Single() implements Workflow {

  static final String ANSWER = "answer";

  @Override
  public SpawnAnswer run(Spawn spawn) throws PartFailedException {
    ModelQuery query = ModelQuery.of(spawn.request());
    return SpawnAnswer.of(
        spawn.callBest(ANSWER, query, fence -> TaskPrompt.of(spawn.request(), fence)));
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    Prompt prompt = TaskPrompt.of(spawn.request(), Fence.BLANK);
    ModelQuery query = spawn.fitting(ModelQuery.of(spawn.request()), prompt);
    return List.of(spawn.estimate(ANSWER, spawn.best(ANSWER, query), prompt, 0));
  }
}
