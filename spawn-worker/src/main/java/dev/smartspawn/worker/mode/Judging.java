package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.JudgeAnswer;
import dev.smartspawn.worker.prompt.JudgePrompt;
import dev.smartspawn.worker.prompt.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * Gets a cheap answer graded. A reply without a readable grade is the judge's failure and says
 * nothing about the answer: the same judge is asked once more, and then another one.
 */
final class Judging {

  static final String JUDGE = "judge";
  static final String SAME_JUDGE_AGAIN = "judge-again";
  static final String OTHER_JUDGE = "other-judge";

  private final Spawn spawn;
  private final Output answer;
  private final ModelQuery query;

  /**
   * @param query for judges; the answer's own model is never asked
   */
  Judging(Spawn spawn, Output answer, ModelQuery query) {
    this.spawn = spawn;
    this.answer = answer;
    this.query = spawn.fitting(query.without(List.of(answer.model())), prompt(Fence.BLANK));
  }

  /** Empty when no judge gave a readable grade; the spawn's remarks say why. */
  Optional<JudgeAnswer> grade() {
    Optional<Output> first = ask(JUDGE, spawn.candidates(JUDGE, query));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    CanonicalId judge = first.get().model();
    return read(first)
        .or(() -> read(ask(SAME_JUDGE_AGAIN, only(judge))))
        .or(() -> read(ask(OTHER_JUDGE, others(judge))));
  }

  private Candidates only(CanonicalId judge) {
    List<PlannedModel> same =
        spawn.planned(JUDGE).stream().filter(each -> each.model().equals(judge)).toList();
    return Candidates.of(same);
  }

  private Candidates others(CanonicalId judge) {
    return spawn.candidates(OTHER_JUDGE, query.without(List.of(judge)));
  }

  private Optional<Output> ask(String part, Candidates judges) {
    try {
      return Optional.of(spawn.callOneOf(part, judges, this::prompt));
    } catch (PartFailedException e) {
      spawn.remark("no model judged the answer: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Prompt prompt(Fence fence) {
    return JudgePrompt.of(spawn.request(), answer.text(), fence);
  }

  private Optional<JudgeAnswer> read(Optional<Output> verdict) {
    Optional<JudgeAnswer> grade =
        verdict.flatMap(reply -> JudgeAnswer.read(reply.text(), new Fence(reply.callId())));
    if (grade.isEmpty()) {
      verdict.ifPresent(reply -> spawn.remark(reply.model() + " gave no readable grade"));
    }
    return grade;
  }
}
