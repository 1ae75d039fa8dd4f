import type { Advice } from "../api-views.js";
import type { Outcome } from "../fault.js";
import { present } from "../answer.js";
import type { Desk } from "../desk.js";
import type { Ask, Budget, Category } from "../domain.js";
import { PASS_SCORE, escalationTask, judgeTask } from "../prompts.js";
import type { ModeRun } from "./choosing.js";
import { categoryOf, label, note, routed, shown, unadvised, wish } from "./choosing.js";
import { spawnOne } from "./single.js";

/** A cheap model first; a dear one only where a judge finds the answer wanting. */
export const cascade: ModeRun = async (ask, desk, signal) => {
  const low = await desk.api.pick(wish(ask, { budget: "low" }), signal);
  if (!low.ok) {
    return hasNoModel(low)
      ? orElse(await desk.api.pick(wish(ask, { budget: "high" }), signal), ask, desk)
      : unadvised(low.fault, ask, desk);
  }
  const cheap = low.value.picks[0]!;
  const category = categoryOf(ask, low.value.category);
  const known = { ...ask, category };
  const [high, judge] = await Promise.all([
    desk.api.pick(wish(known, { budget: "high", exclude: [cheap.id] }), signal),
    desk.api.pick({ task: "reasoning", budget: "medium", exclude: [cheap.id] }, signal),
  ]);
  if (!high.ok) {
    return hasNoModel(high) ? spawnOne(low.value, ask, desk, "low") : unadvised(high.fault, known, desk);
  }
  const dear = high.value.picks[0]!;
  return {
    action: "cascade",
    task: ask.task,
    cheap: part("cheap", "low", low.value, category, ask, desk),
    judge: {
      // Without one of its own the dear model judges: it is there anyway.
      model: routed(judge.ok ? judge.value.picks[0]! : dear, desk),
      label: label(ask, "judge", category, "judge"),
      task: judgeTask(ask.task),
      passScore: PASS_SCORE,
    },
    premium: {
      ...part("premium", "high", high.value, category, ask, desk),
      task: escalationTask(ask.task),
    },
    mode: "cascade",
    category,
    source: "api",
    ...present({ attribution: low.value.attribution ?? high.value.attribution }),
    next: `Call sessions_spawn with this task and cheap. Put its answer into judge.task where it says so and spawn judge. With a score of ${PASS_SCORE} or more the cheap answer is the result; below that put it into premium.task and spawn premium: its answer is the result.`,
  };
};

function part(
  name: "cheap" | "premium",
  budget: Budget,
  advice: Advice,
  category: Category,
  ask: Ask,
  desk: Desk,
) {
  const pick = advice.picks[0]!;
  const model = routed(pick, desk);
  note(desk, ask, { model, category, budget, role: `cascade_${name}` }, "api");
  return shown(pick, model, label(ask, name, category, model), desk);
}

/** Nothing is that cheap: the dear one alone. */
function orElse(high: Outcome<Advice>, ask: Ask, desk: Desk) {
  return high.ok ? spawnOne(high.value, ask, desk, "high") : unadvised(high.fault, ask, desk);
}

function hasNoModel(advice: Outcome<Advice>): boolean {
  return !advice.ok && advice.fault.code === "no_model";
}
