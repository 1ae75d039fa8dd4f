import type { Wish } from "../api-client.js";
import type { Answer } from "../answer.js";
import { errorAnswer, present } from "../answer.js";
import type { Desk } from "../desk.js";
import { WRITE_MILLIS } from "../desk.js";
import type { Ask, Budget, Category, ModelRef, Pick } from "../domain.js";
import { CATEGORIES } from "../domain.js";
import type { Fault } from "../fault.js";

/** Carries out one mode: asks the API within the signal, and says what the agent is to do. */
export type ModeRun = (ask: Ask, desk: Desk, signal: AbortSignal) => Promise<Answer>;

/** What the API is asked: the category, or the task itself where that is to be found out. */
export function wish(ask: Ask, changes: Partial<Wish> = {}): Wish {
  return {
    task: ask.category === "auto" ? ask.task : ask.category,
    budget: ask.budget,
    ...(ask.context === undefined ? {} : { context: ask.context }),
    ...changes,
  };
}

/** A model in an answer, as sessions_spawn takes it, with the user's objection if there is one. */
export function shown(pick: Pick, ref: ModelRef, label: string, desk: Desk) {
  return {
    model: ref,
    label,
    reason: pick.reason,
    ...present({
      confidence: pick.confidence,
      pricing: pick.pricing,
      warning: desk.routing.objection(ref),
    }),
  };
}

export function routed(pick: Pick, desk: Desk): ModelRef {
  const ref = desk.routing.ref(pick.id);
  desk.recent.remember(ref, pick.id);
  return ref;
}

export function defaultLabel(part: string, category: string, ref: ModelRef): string {
  return `${part} ${category}: ${ref.slice(ref.lastIndexOf("/") + 1)}`;
}

/** The one the agent gave, told apart by its part where there are several. */
export function label(ask: Ask, part: string, category: string, ref: ModelRef): string {
  return ask.label === undefined ? defaultLabel(part, category, ref) : `${ask.label} (${part})`;
}

export function categoryOf(ask: Ask, found: unknown): Category {
  const known = CATEGORIES.find((category) => category === found);
  return known ?? (ask.category === "auto" ? "general" : ask.category);
}

/** Notes a choice here and reports it to the API, which nobody waits for. */
export function note(
  desk: Desk,
  ask: Ask,
  choice: { model: ModelRef; category: Category; budget: Budget; role: string },
  source: "api" | "fallback",
): void {
  const { model, category, budget, role } = choice;
  desk.recent.add({ at: new Date(), model, mode: ask.mode, category, budget, source });
  const report = {
    model: desk.recent.id(model) ?? desk.routing.id(model),
    category,
    budget,
    mode: ask.mode,
    role,
    source,
    ...present({ context: ask.context }),
  };
  void desk.api.reportSpawn(report, AbortSignal.timeout(WRITE_MILLIS)).then((taken) => {
    desk.recent.lostReports += taken.ok ? 0 : 1;
  });
}

/** What becomes of a choice the API did not make: its refusal is passed on, its absence bridged. */
export function unadvised(fault: Fault, ask: Ask, desk: Desk): Answer {
  return fault.kind === "unreachable" ? fallback(fault, ask, desk) : errorAnswer(fault);
}

/** One of the user's fallback models, in single mode, whatever mode was asked for. */
export function fallback(fault: Fault, ask: Ask, desk: Desk): Answer {
  const category = categoryOf(ask, undefined);
  const id = desk.settings.fallbackModels[category];
  const model = routed({ id, reason: "" }, desk);
  desk.recent.fallbacks++;
  desk.warn(`${fault.message}; ${model} stands in for ${category}`);
  const single: Ask = { ...ask, mode: "single" };
  note(desk, single, { model, category, budget: ask.budget, role: "primary" }, "fallback");
  return {
    action: "spawn",
    task: ask.task,
    ...shown(
      { id, reason: `${fault.message}: fallback for ${category}` },
      model,
      ask.label ?? defaultLabel("fallback", category, model),
      desk,
    ),
    mode: "single",
    category,
    budget: ask.budget,
    source: "fallback",
    next: SPAWN_IT,
  };
}

export const SPAWN_IT = "Call sessions_spawn with this task, model and label.";
