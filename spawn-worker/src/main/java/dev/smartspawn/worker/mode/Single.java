package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.plan.Wish;
import dev.smartspawn.worker.prompt.TaskPrompt;
import java.util.List;

/** The best model for the task does it. */
public record Single() implements Mode {

  static final String ANSWER = "answer";

  @Override
  public Answer run(Spawn spawn) throws PartFailedException {
    Wish wish = Wish.of(spawn.request());
    return Answer.of(spawn.callBest(ANSWER, wish, fence -> TaskPrompt.of(spawn.request())));
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    return List.of(
        spawn.estimate(
            ANSWER,
            spawn.best(ANSWER, Wish.of(spawn.request())),
            TaskPrompt.of(spawn.request()).bytes()));
  }
}
