import type { Answer } from "../answer.js";
import { present } from "../answer.js";
import type { Advice } from "../api-views.js";
import type { Desk } from "../desk.js";
import type { Ask } from "../domain.js";
import type { ModeRun } from "./choosing.js";
import { SPAWN_IT, categoryOf, defaultLabel, note, routed, shown, unadvised, wish } from "./choosing.js";

/** The best model. */
export const single: ModeRun = async (ask, desk, signal) => {
  const advice = await desk.api.pick(wish(ask), signal);
  return advice.ok ? spawnOne(advice.value, ask, desk) : unadvised(advice.fault, ask, desk);
};

/** What single mode answers; other modes do where there is only one model to choose. */
export function spawnOne(advice: Advice, ask: Ask, desk: Desk, budget = ask.budget): Answer {
  const pick = advice.picks[0]!;
  const category = categoryOf(ask, advice.category);
  const model = routed(pick, desk);
  note(desk, { ...ask, mode: "single" }, { model, category, budget, role: "primary" }, "api");
  return {
    action: "spawn",
    task: ask.task,
    ...shown(pick, model, ask.label ?? defaultLabel("smart", category, model), desk),
    mode: "single",
    category,
    budget,
    source: "api",
    ...present({ attribution: advice.attribution }),
    next: SPAWN_IT,
  };
}
