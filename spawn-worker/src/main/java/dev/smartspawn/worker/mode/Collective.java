package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.PartFailedException;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.MergePrompt;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.TaskPrompt;
import dev.smartspawn.worker.result.SpawnAnswer;
import java.util.ArrayList;
import java.util.List;

/** Several models of different makers answer in parallel; another call merges the answers. */
public record Collective() implements Workflow {

  static final String MEMBERS = "members";
  static final String MERGE = "merge";

  @Override
  public SpawnAnswer run(Spawn spawn) throws PartFailedException {
    SpawnRequest request = spawn.request();
    List<PlannedModel> members = members(spawn);
    if (spawn.fellBack(MEMBERS)) {
      return new Single().run(spawn);
    }
    if (request.mergeModel() != null) {
      // Fails before anything is paid if the named model does not exist.
      spawn.best(MERGE, mergeQuery(request));
    }
    List<Output> outputs =
        spawn.callEach("member", members, fence -> TaskPrompt.of(request, fence));
    if (outputs.size() == 1) {
      spawn.remark("only one model answered, so there was nothing to merge");
      return SpawnAnswer.of(outputs.get(0), outputs);
    }
    try {
      Output merged =
          spawn.callBest(
              MERGE, mergeQuery(request), fence -> MergePrompt.of(request, outputs, fence));
      return SpawnAnswer.of(merged, outputs);
    } catch (PartFailedException e) {
      spawn.remark(
          "the answers could not be merged, so the best model's answer is used: " + e.getMessage());
      return SpawnAnswer.of(outputs.get(0), outputs);
    }
  }

  @Override
  public List<PlannedCall> plan(Spawn spawn) {
    List<PlannedModel> members = members(spawn);
    if (spawn.fellBack(MEMBERS)) {
      return new Single().plan(spawn);
    }
    Prompt task = TaskPrompt.of(spawn.request(), Fence.BLANK);
    List<PlannedCall> calls = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      calls.add(spawn.estimate("member-" + (i + 1), members.get(i), task, 0));
    }
    PlannedModel merge = spawn.best(MERGE, spawn.fitting(mergeQuery(spawn.request()), task));
    calls.add(spawn.estimate(MERGE, merge, task, members.size() * spawn.likelyOutputBytes()));
    return calls;
  }

  /** As many as requested, or fewer if fewer exist or the budget does not cover more. */
  private static List<PlannedModel> members(Spawn spawn) {
    int wanted = spawn.request().collectiveCount();
    List<PlannedModel> planned =
        spawn.several(
            MEMBERS,
            spawn.fitting(
                ModelQuery.of(spawn.request()), TaskPrompt.of(spawn.request(), Fence.BLANK)),
            wanted);
    if (spawn.fellBack(MEMBERS)) {
      return planned;
    }
    if (planned.size() < wanted) {
      spawn.noteOnce(
          new SpawnStep.Shrunk(wanted, planned.size(), "no more models meet the request"));
    }
    List<PlannedModel> affordable = affordable(spawn, planned);
    if (affordable.size() < planned.size()) {
      spawn.noteOnce(
          new SpawnStep.Shrunk(
              planned.size(),
              affordable.size(),
              "more, and merging them, might cost more than " + spawn.limit()));
    }
    return affordable;
  }

  /** As many of the first models as the limit covers at worst, merge included; at least one. */
  private static List<PlannedModel> affordable(Spawn spawn, List<PlannedModel> planned) {
    Prompt task = TaskPrompt.of(spawn.request(), Fence.BLANK);
    int count = planned.size();
    while (count > 1 && worstCase(spawn, planned.subList(0, count), task).isAbove(spawn.limit())) {
      count--;
    }
    return planned.subList(0, count);
  }

  private static Usd worstCase(Spawn spawn, List<PlannedModel> members, Prompt task) {
    List<Usd> costs = new ArrayList<>();
    for (PlannedModel member : members) {
      costs.add(spawn.estimate("", member, task, 0).worstCaseUsd());
    }
    long shown = members.size() * spawn.likelyOutputBytes();
    costs.add(spawn.estimate("", members.get(0), task, shown).worstCaseUsd());
    return Usd.sum(costs);
  }

  /** The model the request names, or the best one. */
  private static ModelQuery mergeQuery(SpawnRequest request) {
    CanonicalId named = request.mergeModel();
    ModelQuery best = ModelQuery.of(request).atBudget(Budget.HIGH);
    return named == null ? best : best.forModel(named);
  }
}
