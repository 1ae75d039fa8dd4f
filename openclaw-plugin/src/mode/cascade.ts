import { promptOf } from "../agent-prompt.js";
import type { Recommendation } from "../api-views.js";
import type { CallContext } from "../call-context.js";
import type { Budget, Category, TaskRequest } from "../domain.js";
import { PASS_SCORE, escalationTask, judgeTask } from "../prompts.js";
import type { Result } from "../result.js";
import { omitMissing } from "../tool-answer.js";
import type { ModeHandler } from "./model-choice.js";
import {
  categoryOf,
  fallbackOrError,
  modelEntry,
  modelQuery,
  partLabel,
  recordChoice,
  routedRef,
} from "./model-choice.js";
import { spawnOne } from "./single.js";

/** A cheap model answers first; a premium model only if a judge rejects that answer. */
export const cascade: ModeHandler = async (request, call, signal) => {
  const low = await call.api.pick(modelQuery(request, { budget: "low" }), signal);
  if (!low.ok) {
    return hasNoModel(low)
      ? premiumOnly(await call.api.pick(modelQuery(request, { budget: "high" }), signal), request, call)
      : fallbackOrError(low.fault, request, call);
  }
  const cheap = low.value.models[0]!;
  const category = categoryOf(request, low.value.category);
  const classified = { ...request, category };
  const [high, judge] = await Promise.all([
    call.api.pick(modelQuery(classified, { budget: "high", exclude: [cheap.id] }), signal),
    call.api.pick({ task: "reasoning", budget: "medium", exclude: [cheap.id] }, signal),
  ]);
  if (!high.ok) {
    return hasNoModel(high)
      ? spawnOne(low.value, request, call, "low")
      : fallbackOrError(high.fault, classified, call);
  }
  const premium = high.value.models[0]!;
  const prompt = promptOf(request);
  return {
    action: "cascade",
    task: prompt,
    cheap: part("cheap", "low", low.value, category, request, call),
    judge: {
      // Without a model picked for judging, the premium model judges.
      model: routedRef(judge.ok ? judge.value.models[0]! : premium, call),
      label: partLabel(request, "judge", category, "judge"),
      task: judgeTask(prompt),
      passScore: PASS_SCORE,
    },
    premium: {
      ...part("premium", "high", high.value, category, request, call),
      task: escalationTask(prompt),
    },
    mode: "cascade",
    category,
    source: "api",
    ...omitMissing({ attribution: low.value.attribution ?? high.value.attribution }),
    next: `Call sessions_spawn with this task and cheap. Put its answer into judge.task at the marked place and spawn judge. If the score is ${PASS_SCORE} or more, the cheap answer is the result. Otherwise put the cheap answer into premium.task at the marked place and spawn premium: its answer is the result.`,
  };
};

function part(
  name: "cheap" | "premium",
  budget: Budget,
  recommendation: Recommendation,
  category: Category,
  request: TaskRequest,
  call: CallContext,
) {
  const picked = recommendation.models[0]!;
  const model = routedRef(picked, call);
  recordChoice(call, request, { model, category, budget, role: `cascade_${name}` }, "api");
  return modelEntry(picked, model, partLabel(request, name, category, model), call);
}

/** No model is cheap enough for the low budget, so the premium model does the task alone. */
function premiumOnly(high: Result<Recommendation>, request: TaskRequest, call: CallContext) {
  return high.ok ? spawnOne(high.value, request, call, "high") : fallbackOrError(high.fault, request, call);
}

function hasNoModel(recommended: Result<Recommendation>): boolean {
  return !recommended.ok && recommended.fault.code === "no_model";
}
