import type { Answer } from "./answer.js";
import { errorAnswer, present } from "./answer.js";
import type { SpawnView } from "./api-views.js";
import type { Desk } from "./desk.js";
import { CHOICE_MILLIS, WRITE_MILLIS, within } from "./desk.js";
import type { Ask } from "./domain.js";
import type { Fault, Outcome } from "./fault.js";
import { unadvised } from "./mode/choosing.js";

const OVER = ["completed", "failed", "cancelled"];
const POLL_MILLIS = 500;
const SUBMIT_MILLIS = 10_000;

/** A spawn ends by its own deadline; what it takes until that is seen here. */
const GRACE_SECONDS = 10;

/** Of each model's text that was merged; the merged answer is whole. */
const MOST_OUTPUT_CHARACTERS = 8000;

/**
 * Has a spawn worker do the task, and waits for it. Nothing is asked of an API that does not
 * answer within `CHOICE_MILLIS`; from the first submission on the spawn may be there, so it
 * is asked for by its id until it is over, never given to somebody else.
 */
export async function haveItDone(ask: Ask, desk: Desk): Promise<Answer> {
  const status = await desk.api.status(within(desk, CHOICE_MILLIS));
  if (!status.ok) {
    return unadvised(status.fault, ask, desk);
  }
  const id = `openclaw-${crypto.randomUUID()}`;
  const end = Date.now() + (desk.settings.workerTimeoutSeconds + GRACE_SECONDS) * 1000;
  const submitted = await submit(request(id, ask, desk), desk, end);
  if (!submitted.ok) {
    return submitted.fault.kind === "aborted" ? given(id, desk) : notTaken(id, submitted.fault);
  }
  return outcome(await followed(submitted.value, desk, end), ask, desk);
}

function request(id: string, ask: Ask, desk: Desk) {
  const { task, mode, budget, collectiveCount, label, context } = ask;
  return {
    id,
    task,
    mode,
    budget,
    collectiveCount,
    ...present({ label, context, category: ask.category === "auto" ? undefined : ask.category }),
    maxCostUsd: desk.settings.maxBudgetPerTask,
    timeoutSeconds: desk.settings.workerTimeoutSeconds,
  };
}

/** Tries again while nobody answers: the id makes sure that it is one spawn. */
async function submit(
  request: { id: string } & Record<string, unknown>,
  desk: Desk,
  end: number,
): Promise<Outcome<SpawnView>> {
  for (;;) {
    const taken = await desk.api.submit(request, within(desk, SUBMIT_MILLIS));
    const mayTryAgain = !taken.ok && taken.fault.kind === "unreachable" && Date.now() < end;
    if (!mayTryAgain || !(await pause(desk))) {
      return taken;
    }
  }
}

/** The spawn as it is when it is over, or when time is, or the caller has gone. */
async function followed(submitted: SpawnView, desk: Desk, end: number): Promise<SpawnView> {
  let seen = submitted;
  for (;;) {
    const read = await desk.api.spawn(seen.id, within(desk, WRITE_MILLIS));
    seen = read.ok ? read.value : seen;
    const isOver = read.ok && OVER.includes(seen.status);
    if (isOver || Date.now() >= end || !(await pause(desk))) {
      return seen;
    }
  }
}

/** False when the caller has gone meanwhile. */
function pause(desk: Desk): Promise<boolean> {
  if (desk.caller.aborted) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      desk.caller.removeEventListener("abort", end);
      resolve(!desk.caller.aborted);
    };
    const timer = setTimeout(end, POLL_MILLIS);
    desk.caller.addEventListener("abort", end);
  });
}

function outcome(spawn: SpawnView, ask: Ask, desk: Desk): Answer | Promise<Answer> {
  if (desk.caller.aborted && !OVER.includes(spawn.status)) {
    return given(spawn.id, desk);
  }
  if (!OVER.includes(spawn.status)) {
    return {
      action: "pending",
      ...account(spawn, ask),
      next: `The spawn is not over yet. /smartspawn ${spawn.id} shows its answer when it is.`,
    };
  }
  desk.recent.add({
    at: new Date(),
    model: spawn.model ?? "none",
    mode: spawn.mode ?? ask.mode,
    category: spawn.category ?? ask.category,
    budget: ask.budget,
    source: "worker",
  });
  return spawn.status === "completed"
    ? { action: "result", answer: spawn.answer ?? "", ...account(spawn, ask) }
    : {
        action: "failed",
        error: { code: `spawn_${spawn.status}`, message: failure(spawn) },
        ...account(spawn, ask),
      };
}

function account(spawn: SpawnView, ask: Ask) {
  return {
    source: "worker",
    mode: spawn.mode ?? ask.mode,
    budget: ask.budget,
    ...present({
      category: spawn.category,
      model: spawn.model,
      models: spawn.models,
      outputs: spawn.outputs?.map(({ model, text }) => ({ model, text: cut(text) })),
      costUsd: spawn.costUsd,
      savingsUsd: spawn.savingsUsd,
      reasons: spawn.reasons,
      label: ask.label,
    }),
    spawn: { id: spawn.id, status: spawn.status },
  };
}

/** Whoever asked has gone: no more money is spent on it. */
async function given(id: string, desk: Desk): Promise<Answer> {
  const cancelled = await desk.api.cancel(id, AbortSignal.timeout(WRITE_MILLIS));
  const how = cancelled.ok ? "cancelled" : `could not be cancelled: ${cancelled.fault.message}`;
  return errorAnswer({
    kind: "aborted",
    code: "aborted",
    message: `the call was given up; spawn ${id} ${how}`,
  });
}

function notTaken(id: string, fault: Fault): Answer {
  return errorAnswer({ ...fault, message: `spawn ${id} was not taken: ${fault.message}` });
}

function failure(spawn: SpawnView): string {
  const why = spawn.reasons?.join("; ");
  return why === undefined || why === "" ? `the spawn was ${spawn.status}` : why;
}

function cut(text: string): string {
  return text.length <= MOST_OUTPUT_CHARACTERS
    ? text
    : `${text.slice(0, MOST_OUTPUT_CHARACTERS).toWellFormed()} [cut after ${MOST_OUTPUT_CHARACTERS} of ${text.length} characters]`;
}
