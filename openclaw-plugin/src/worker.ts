import type { SpawnView } from "./api-views.js";
import type { CallContext } from "./call-context.js";
import { CHOICE_MILLIS, WRITE_MILLIS, timeoutSignal } from "./call-context.js";
import type { TaskRequest } from "./domain.js";
import { fallbackOrError } from "./mode/model-choice.js";
import type { Fault, Result } from "./result.js";
import type { ToolAnswer } from "./tool-answer.js";
import { errorAnswer, omitMissing } from "./tool-answer.js";

type Submission = { id: string } & Record<string, unknown>;

const FINAL_STATUSES = ["completed", "failed", "cancelled"];
const POLL_MILLIS = 500;
const SUBMIT_MILLIS = 10_000;

/** The worker ends a spawn at its own deadline. This is the extra time until we see the end. */
const GRACE_SECONDS = 10;

/** Limit for each model's output in collective mode. The merged answer is not cut. */
const MAX_OUTPUT_CHARACTERS = 8000;

/**
 * Has a spawn worker do the task, and waits for the result. If the API does not answer within
 * `CHOICE_MILLIS`, nothing is submitted and a fallback model is named. After the first submission
 * the spawn may exist and cost money, so the plugin follows it by id and no longer falls back.
 */
export async function runOnWorker(request: TaskRequest, call: CallContext): Promise<ToolAnswer> {
  const status = await call.api.status(timeoutSignal(call, CHOICE_MILLIS));
  if (!status.ok) {
    return fallbackOrError(status.fault, request, call);
  }
  const id = `openclaw-${crypto.randomUUID()}`;
  const deadline = Date.now() + (call.settings.workerTimeoutSeconds + GRACE_SECONDS) * 1000;
  const submitted = await submit(submission(id, request, call), call, deadline);
  if (!submitted.ok) {
    return submitted.fault.kind === "aborted" ? cancelSpawn(id, call) : notAccepted(id, submitted.fault);
  }
  return toAnswer(await waitForEnd(submitted.value, call, deadline), request, call);
}

function submission(id: string, request: TaskRequest, call: CallContext): Submission {
  const { task, mode, budget, collectiveCount, label, context, details } = request;
  const category = request.category === "auto" ? undefined : request.category;
  return {
    id,
    ...(details.messages === undefined ? { task } : {}),
    ...details,
    mode,
    budget,
    collectiveCount,
    ...omitMissing({ label, context, category }),
    maxCostUsd: call.settings.maxBudgetPerTask,
    timeoutSeconds: call.settings.workerTimeoutSeconds,
  };
}

/** Retries while the API is unreachable. The id makes repeated submissions one spawn. */
async function submit(
  submission: Submission,
  call: CallContext,
  deadline: number,
): Promise<Result<SpawnView>> {
  for (;;) {
    const submitted = await call.api.submit(submission, timeoutSignal(call, SUBMIT_MILLIS));
    const canRetry = !submitted.ok && submitted.fault.kind === "unreachable" && Date.now() < deadline;
    if (!canRetry || !(await pause(call))) {
      return submitted;
    }
  }
}

/** Polls the spawn until it has ended, the deadline has passed, or the caller has cancelled. */
async function waitForEnd(submitted: SpawnView, call: CallContext, deadline: number): Promise<SpawnView> {
  let spawn = submitted;
  for (;;) {
    const read = await call.api.spawn(spawn.id, timeoutSignal(call, WRITE_MILLIS));
    spawn = read.ok ? read.value : spawn;
    const hasEnded = read.ok && FINAL_STATUSES.includes(spawn.status);
    if (hasEnded || Date.now() >= deadline || !(await pause(call))) {
      return spawn;
    }
  }
}

/** Returns false if the caller has cancelled. */
function pause(call: CallContext): Promise<boolean> {
  if (call.signal.aborted) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      call.signal.removeEventListener("abort", end);
      resolve(!call.signal.aborted);
    };
    const timer = setTimeout(end, POLL_MILLIS);
    call.signal.addEventListener("abort", end);
  });
}

function toAnswer(
  spawn: SpawnView,
  request: TaskRequest,
  call: CallContext,
): ToolAnswer | Promise<ToolAnswer> {
  const hasEnded = FINAL_STATUSES.includes(spawn.status);
  if (call.signal.aborted && !hasEnded) {
    return cancelSpawn(spawn.id, call);
  }
  if (!hasEnded) {
    return {
      action: "pending",
      ...spawnFields(spawn, request),
      next: `The spawn has not ended yet. /smartspawn ${spawn.id} shows the answer later.`,
    };
  }
  call.state.addChoice({
    at: new Date(),
    model: spawn.model ?? "none",
    mode: spawn.mode ?? request.mode,
    category: spawn.category ?? request.category,
    budget: request.budget,
    source: "worker",
  });
  return spawn.status === "completed"
    ? { action: "result", answer: spawn.answer ?? "", ...checked(spawn), ...spawnFields(spawn, request) }
    : {
        action: "failed",
        error: { code: `spawn_${spawn.status}`, message: failureMessage(spawn) },
        ...spawnFields(spawn, request),
      };
}

/** The answer as a value, if a form was asked for. It may be null. */
function checked(spawn: SpawnView): { json?: unknown } {
  return spawn.json === undefined ? {} : { json: spawn.json };
}

/** The fields that every answer about a spawn has. */
function spawnFields(spawn: SpawnView, request: TaskRequest) {
  return {
    source: "worker",
    mode: spawn.mode ?? request.mode,
    budget: request.budget,
    ...omitMissing({
      category: spawn.category,
      model: spawn.model,
      models: spawn.models,
      outputs: spawn.outputs?.map(({ model, text }) => ({ model, text: truncate(text) })),
      costUsd: spawn.costUsd,
      savingsUsd: spawn.savingsUsd,
      reasons: spawn.reasons,
      label: request.label,
    }),
    spawn: { id: spawn.id, status: spawn.status },
  };
}

/** Cancels the spawn after the caller has cancelled the call, so that it spends no more money. */
async function cancelSpawn(id: string, call: CallContext): Promise<ToolAnswer> {
  const cancelled = await call.api.cancel(id, AbortSignal.timeout(WRITE_MILLIS));
  const how = cancelled.ok ? "cancelled" : `could not be cancelled: ${cancelled.fault.message}`;
  return errorAnswer({
    kind: "aborted",
    code: "aborted",
    message: `the call was cancelled; spawn ${id} ${how}`,
  });
}

function notAccepted(id: string, fault: Fault): ToolAnswer {
  return errorAnswer({ ...fault, message: `spawn ${id} was not taken: ${fault.message}` });
}

function failureMessage(spawn: SpawnView): string {
  const reasons = spawn.reasons?.join("; ");
  return reasons === undefined || reasons === "" ? `the spawn was ${spawn.status}` : reasons;
}

function truncate(text: string): string {
  return text.length <= MAX_OUTPUT_CHARACTERS
    ? text
    : `${text.slice(0, MAX_OUTPUT_CHARACTERS).toWellFormed()} [cut after ${MAX_OUTPUT_CHARACTERS} of ${text.length} characters]`;
}
