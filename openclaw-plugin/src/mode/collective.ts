import { present } from "../answer.js";
import { mergeTask } from "../prompts.js";
import type { ModeRun } from "./choosing.js";
import { categoryOf, label, note, routed, shown, unadvised, wish } from "./choosing.js";
import { spawnOne } from "./single.js";

/** Several models of different makers, then the best of them merges what they wrote. */
export const collective: ModeRun = async (ask, desk, signal) => {
  const advice = await desk.api.recommend(wish(ask), ask.collectiveCount, signal);
  if (!advice.ok) {
    return unadvised(advice.fault, ask, desk);
  }
  const { picks, attribution } = advice.value;
  if (picks.length === 1) {
    return spawnOne(advice.value, ask, desk);
  }
  const category = categoryOf(ask, advice.value.category);
  const models = picks.map((pick, i) => {
    const model = routed(pick, desk);
    note(desk, ask, { model, category, budget: ask.budget, role: "collective_worker" }, "api");
    return shown(pick, model, label(ask, `collective ${i + 1}`, category, model), desk);
  });
  const best = models[0]!.model;
  return {
    action: "collective",
    task: ask.task,
    models,
    merge: {
      model: best,
      label: label(ask, "merge", category, best),
      task: mergeTask(
        ask.task,
        models.map(({ model }) => model),
      ),
    },
    mode: "collective",
    category,
    budget: ask.budget,
    source: "api",
    ...present({ attribution }),
    next: "Call sessions_spawn once for each of models with this task, all at once. When all have answered, put their answers into merge.task where it says so and spawn merge: its answer is the result.",
  };
};
