import { promptOf } from "../agent-prompt.js";
import type { Recommendation } from "../api-views.js";
import type { CallContext } from "../call-context.js";
import type { TaskRequest } from "../domain.js";
import type { ToolAnswer } from "../tool-answer.js";
import { omitMissing } from "../tool-answer.js";
import type { ModeHandler } from "./model-choice.js";
import {
  SPAWN_INSTRUCTION,
  categoryOf,
  defaultLabel,
  fallbackOrError,
  modelEntry,
  modelQuery,
  recordChoice,
  routedRef,
} from "./model-choice.js";

/** The best model. */
export const single: ModeHandler = async (request, call, signal) => {
  const recommended = await call.api.pick(modelQuery(request), signal);
  return recommended.ok
    ? spawnOne(recommended.value, request, call)
    : fallbackOrError(recommended.fault, request, call);
};

/** The answer of single mode. Other modes give it too if there is only one model to choose. */
export function spawnOne(
  recommendation: Recommendation,
  request: TaskRequest,
  call: CallContext,
  budget = request.budget,
): ToolAnswer {
  const picked = recommendation.models[0]!;
  const category = categoryOf(request, recommendation.category);
  const model = routedRef(picked, call);
  recordChoice(call, { ...request, mode: "single" }, { model, category, budget, role: "primary" }, "api");
  return {
    action: "spawn",
    task: promptOf(request),
    ...modelEntry(picked, model, request.label ?? defaultLabel("smart", category, model), call),
    mode: "single",
    category,
    budget,
    source: "api",
    ...omitMissing({ attribution: recommendation.attribution }),
    next: SPAWN_INSTRUCTION,
  };
}
