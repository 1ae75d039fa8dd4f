package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.prompt.EscalationPrompt;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.JudgeAnswer;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.TaskPrompt;
import dev.smartspawn.worker.result.SpawnAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cheap model first, an expensive one if a judge rejects the answer.
 *
 * @param unjudged what becomes of the cheap answer if no judge grades it
 */
public record Cascade(Unjudged unjudged) implements Workflow {

  static final String CHEAP = Single.ANSWER;
  static final String ESCALATION = "escalation";

  @Override
  public SpawnAnswer run(Spawn spawn) throws PartFailedException {
    SpawnRequest request = spawn.request();
    ModelQuery query = ModelQuery.of(request);
    Output cheap;
    try {
      cheap =
          spawn.callBest(CHEAP, query.atBudget(Budget.LOW), fence -> TaskPrompt.of(request, fence));
    } catch (PartFailedException e) {
      spawn.noteOnce(new SpawnStep.Escalated("no cheap model answered"));
      return SpawnAnswer.of(
          spawn.callBest(ESCALATION, strong(query), fence -> TaskPrompt.of(request, fence)));
    }
    if (spawn.fellBack(CHEAP)) {
      return SpawnAnswer.of(cheap);
    }
    Optional<JudgeAnswer> grade = new Judging(spawn, cheap, judgeQuery(query)).grade();
    if (grade.isEmpty()) {
      return unjudged == Unjudged.KEEP
          ? kept(spawn, cheap, "no judge graded it")
          : escalated(spawn, cheap, "no judge graded it");
    }
    JudgeAnswer given = grade.get();
    int threshold = request.judgeThreshold();
    spawn.noteOnce(new SpawnStep.Judged(given.score(), threshold, given.reason()));
    return given.score() >= threshold
        ? SpawnAnswer.of(cheap)
        : escalated(spawn, cheap, "scored %d, below %d".formatted(given.score(), threshold));
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    Prompt prompt = TaskPrompt.of(spawn.request(), Fence.BLANK);
    ModelQuery query = spawn.fitting(ModelQuery.of(spawn.request()), prompt);
    long shown = spawn.likelyOutputBytes();
    PlannedModel cheap = spawn.best(CHEAP, query.atBudget(Budget.LOW));
    List<PlannedCall> calls = new ArrayList<>();
    calls.add(spawn.estimate(CHEAP, cheap, prompt, 0));
    ModelQuery judges = spawn.fitting(judgeQuery(query).without(List.of(cheap.model())), prompt);
    first(spawn.candidates(Judging.JUDGE, judges))
        .ifPresent(
            judge -> calls.add(spawn.estimate(Judging.JUDGE, judge, prompt.inAnyManner(), shown)));
    first(above(spawn, query, cheap.model()))
        .ifPresent(strong -> calls.add(spawn.estimate(ESCALATION, strong, prompt, shown)));
    return calls;
  }

  private static SpawnAnswer escalated(Spawn spawn, Output cheap, String why)
      throws PartFailedException {
    SpawnRequest request = spawn.request();
    Function<Fence, Prompt> escalation = fence -> EscalationPrompt.of(request, cheap.text(), fence);
    ModelQuery query = spawn.fitting(ModelQuery.of(request), escalation.apply(Fence.BLANK));
    Candidates above = above(spawn, query, cheap.model());
    Optional<PlannedModel> strong = first(above);
    if (strong.isEmpty()) {
      return kept(spawn, cheap, "no model ranks above %s and costs more".formatted(cheap.model()));
    }
    if (!spawn.affords(ESCALATION, strong.get(), escalation)) {
      return SpawnAnswer.of(cheap);
    }
    spawn.noteOnce(new SpawnStep.Escalated(why));
    try {
      Output answer = spawn.callOneOf(ESCALATION, above, escalation);
      return SpawnAnswer.of(answer, List.of(cheap, answer));
    } catch (PartFailedException e) {
      return kept(spawn, cheap, String.valueOf(e.getMessage()));
    }
  }

  private static SpawnAnswer kept(Spawn spawn, Output cheap, String why) {
    spawn.remark("the cheap answer is kept although no judge accepted it: " + why);
    return SpawnAnswer.of(cheap);
  }

  /** The models worth paying for after the cheap one: ranked above it, and at a higher price. */
  private static Candidates above(Spawn spawn, ModelQuery query, CanonicalId cheap) {
    return spawn
        .candidates(ESCALATION, strong(query))
        .before(cheap)
        .where(model -> spawn.costsMore(model, cheap));
  }

  private static Optional<PlannedModel> first(Candidates candidates) {
    try {
      return candidates.next(List.of());
    } catch (NoModelException e) {
      return Optional.empty();
    }
  }

  private static ModelQuery strong(ModelQuery query) {
    return query.atBudget(Budget.HIGH);
  }

  /** Grading is a reasoning task, and must cost little compared with the expensive model. */
  private static ModelQuery judgeQuery(ModelQuery query) {
    return ModelQuery.of(Category.REASONING, Budget.MEDIUM)
        .without(query.exclude())
        .reading(query.content());
  }
}
