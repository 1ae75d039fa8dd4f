package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.plan.Wish;
import dev.smartspawn.worker.prompt.EscalationPrompt;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.JudgeAnswer;
import dev.smartspawn.worker.prompt.JudgePrompt;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.TaskPrompt;
import java.util.List;
import java.util.function.Function;

/** A cheap model first; a dear one only where a judge finds the answer wanting. */
public record Cascade() implements Mode {

  static final String CHEAP = Single.ANSWER;
  static final String JUDGE = "judge";
  static final String ESCALATION = "escalation";

  /** What is noted where the judge gave no grade: nothing passes unjudged. */
  private static final JudgeAnswer NO_GRADE =
      new JudgeAnswer(1, "the judge gave no readable grade");

  @Override
  public Answer run(Spawn spawn) throws PartFailedException {
    SpawnRequest request = spawn.request();
    Wish wish = Wish.of(request);
    Output cheap;
    try {
      cheap = spawn.callBest(CHEAP, wish.atBudget(Budget.LOW), fence -> TaskPrompt.of(request));
    } catch (PartFailedException e) {
      spawn.noteOnce(new SpawnStep.Escalated("no cheap model answered"));
      return Answer.of(spawn.callBest(ESCALATION, dear(wish), fence -> TaskPrompt.of(request)));
    }
    if (spawn.fellBack(CHEAP)) {
      return Answer.of(cheap);
    }
    JudgeAnswer grade = judge(spawn, cheap);
    spawn.noteOnce(new SpawnStep.Judged(grade.score(), request.judgeThreshold(), grade.reason()));
    if (grade.score() >= request.judgeThreshold()) {
      return Answer.of(cheap);
    }
    Function<Fence, Prompt> retold = fence -> EscalationPrompt.of(request, cheap.text(), fence);
    try {
      if (!spawn.affords(ESCALATION, spawn.best(ESCALATION, dear(wish)), retold)) {
        return Answer.of(cheap);
      }
      spawn.noteOnce(
          new SpawnStep.Escalated(
              "scored %d, below %d".formatted(grade.score(), request.judgeThreshold())));
      Output dear = spawn.callBest(ESCALATION, dear(wish), retold);
      return Answer.of(dear, List.of(cheap, dear));
    } catch (PartFailedException | NoModelException e) {
      spawn.remark("the cheap answer stands though it was found wanting: " + e.getMessage());
      return Answer.of(cheap);
    }
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    Wish wish = Wish.of(spawn.request());
    long task = TaskPrompt.of(spawn.request()).bytes();
    long shown = task + spawn.likelyOutputBytes();
    return List.of(
        spawn.estimate(CHEAP, spawn.best(CHEAP, wish.atBudget(Budget.LOW)), task),
        spawn.estimate(JUDGE, spawn.best(JUDGE, judgeWish(wish)), shown),
        spawn.estimate(ESCALATION, spawn.best(ESCALATION, dear(wish)), shown));
  }

  private static Wish dear(Wish wish) {
    return wish.atBudget(Budget.HIGH);
  }

  private static JudgeAnswer judge(Spawn spawn, Output cheap) {
    try {
      Output verdict =
          spawn.callBest(
              JUDGE,
              judgeWish(Wish.of(spawn.request())).without(List.of(cheap.model())),
              fence -> JudgePrompt.of(spawn.request(), cheap.text(), fence));
      return JudgeAnswer.read(verdict.text(), new Fence(verdict.callId())).orElse(NO_GRADE);
    } catch (PartFailedException e) {
      return new JudgeAnswer(1, "nobody judged it: " + e.getMessage());
    }
  }

  /** Grading is reasoning, whatever the task is; and it must stay cheap beside the dear model. */
  private static Wish judgeWish(Wish wish) {
    return Wish.of(Category.REASONING, Budget.MEDIUM).without(wish.exclude());
  }
}
