import { promptOf } from "../agent-prompt.js";
import { DISAGREEMENTS, FORM_ONLY, mergeTask } from "../prompts.js";
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

/** Several models of different makers answer; then the best of them merges the answers. */
export const collective: ModeHandler = async (request, call, signal) => {
  const recommended = await call.api.recommend(modelQuery(request), request.collectiveCount, signal);
  if (!recommended.ok) {
    return fallbackOrError(recommended.fault, request, call);
  }
  const { models: picked, attribution } = recommended.value;
  if (picked.length === 1) {
    return spawnOne(recommended.value, request, call);
  }
  const { budget } = request;
  const category = categoryOf(request, recommended.value.category);
  const models = picked.map((each, i) => {
    const model = routedRef(each, call);
    recordChoice(call, request, { model, category, budget, role: "collective_worker" }, "api");
    return modelEntry(each, model, partLabel(request, `collective ${i + 1}`, category, model), call);
  });
  const best = models[0]!.model;
  const prompt = promptOf(request);
  return {
    action: "collective",
    task: prompt,
    models,
    merge: {
      model: best,
      label: partLabel(request, "merge", category, best),
      task: mergeTask(
        prompt,
        models.map(({ model }) => model),
        request.details.responseFormat === undefined ? DISAGREEMENTS : FORM_ONLY,
      ),
    },
    mode: "collective",
    category,
    budget,
    source: "api",
    ...omitMissing({ attribution }),
    next: "Call sessions_spawn once for each of models with this task, all at once. When all have answered, put their answers into merge.task at the marked places and spawn merge: its answer is the result.",
  };
};
