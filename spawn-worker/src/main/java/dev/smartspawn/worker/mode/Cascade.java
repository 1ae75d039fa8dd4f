package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.prompt.EscalationPrompt;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.JudgeAnswer;
import dev.smartspawn.worker.prompt.JudgePrompt;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.TaskPrompt;
import dev.smartspawn.worker.result.SpawnAnswer;
import java.util.List;
import java.util.function.Function;

/** A cheap model first, an expensive one if a judge rejects the answer. */
public record Cascade() implements Workflow {

  static final String CHEAP = Single.ANSWER;
  static final String JUDGE = "judge";
  static final String ESCALATION = "escalation";

  /** The grade when the judge returns none: an answer without a grade never passes. */
  private static final JudgeAnswer NO_GRADE =
      new JudgeAnswer(1, "the judge gave no readable grade");

  @Override
  public SpawnAnswer run(Spawn spawn) throws PartFailedException {
    SpawnRequest request = spawn.request();
    ModelQuery query = ModelQuery.of(request);
    Output cheap;
    try {
      cheap = spawn.callBest(CHEAP, query.atBudget(Budget.LOW), fence -> TaskPrompt.of(request));
    } catch (PartFailedException e) {
      spawn.noteOnce(new SpawnStep.Escalated("no cheap model answered"));
      return SpawnAnswer.of(
          spawn.callBest(ESCALATION, strong(query), fence -> TaskPrompt.of(request)));
    }
    if (spawn.fellBack(CHEAP)) {
      return SpawnAnswer.of(cheap);
    }
    JudgeAnswer grade = judge(spawn, cheap);
    spawn.noteOnce(new SpawnStep.Judged(grade.score(), request.judgeThreshold(), grade.reason()));
    if (grade.score() >= request.judgeThreshold()) {
      return SpawnAnswer.of(cheap);
    }
    Function<Fence, Prompt> escalation = fence -> EscalationPrompt.of(request, cheap.text(), fence);
    try {
      if (!spawn.affords(ESCALATION, spawn.best(ESCALATION, strong(query)), escalation)) {
        return SpawnAnswer.of(cheap);
      }
      spawn.noteOnce(
          new SpawnStep.Escalated(
              "scored %d, below %d".formatted(grade.score(), request.judgeThreshold())));
      Output strong = spawn.callBest(ESCALATION, strong(query), escalation);
      return SpawnAnswer.of(strong, List.of(cheap, strong));
    } catch (PartFailedException | NoModelException e) {
      spawn.remark("the cheap answer is kept although the judge rejected it: " + e.getMessage());
      return SpawnAnswer.of(cheap);
    }
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    ModelQuery query = ModelQuery.of(spawn.request());
    long task = TaskPrompt.of(spawn.request()).bytes();
    long shown = task + spawn.likelyOutputBytes();
    return List.of(
        spawn.estimate(CHEAP, spawn.best(CHEAP, query.atBudget(Budget.LOW)), task),
        spawn.estimate(JUDGE, spawn.best(JUDGE, judgeQuery(query)), shown),
        spawn.estimate(ESCALATION, spawn.best(ESCALATION, strong(query)), shown));
  }

  private static ModelQuery strong(ModelQuery query) {
    return query.atBudget(Budget.HIGH);
  }

  private static JudgeAnswer judge(Spawn spawn, Output cheap) {
    try {
      Output verdict =
          spawn.callBest(
              JUDGE,
              judgeQuery(ModelQuery.of(spawn.request())).without(List.of(cheap.model())),
              fence -> JudgePrompt.of(spawn.request(), cheap.text(), fence));
      return JudgeAnswer.read(verdict.text(), new Fence(verdict.callId())).orElse(NO_GRADE);
    } catch (PartFailedException e) {
      return new JudgeAnswer(1, "no model judged it: " + e.getMessage());
    }
  }

  /** Grading is a reasoning task, and must cost little compared with the expensive model. */
  private static ModelQuery judgeQuery(ModelQuery query) {
    return ModelQuery.of(Category.REASONING, Budget.MEDIUM).without(query.exclude());
  }
}
