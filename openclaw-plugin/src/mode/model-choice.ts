import { promptOf, workerOnlyFields } from "../agent-prompt.js";
import type { ModelQuery } from "../api-client.js";
import type { CallContext } from "../call-context.js";
import { WRITE_MILLIS } from "../call-context.js";
import type { Budget, Category, ModelRef, PickedModel, TaskRequest } from "../domain.js";
import { CATEGORIES } from "../domain.js";
import type { Fault } from "../result.js";
import type { ToolAnswer } from "../tool-answer.js";
import { errorAnswer, omitMissing } from "../tool-answer.js";

export const SPAWN_INSTRUCTION = "Call sessions_spawn with this task, model and label.";

/** Handles one mode: asks the API until the signal aborts, and tells the agent what to spawn. */
export type ModeHandler = (
  request: TaskRequest,
  call: CallContext,
  signal: AbortSignal,
) => Promise<ToolAnswer>;

/** Sends the category, or the task's text if the API is to classify it. */
export function modelQuery(request: TaskRequest, changes: Partial<ModelQuery> = {}): ModelQuery {
  return {
    task: request.category === "auto" ? request.task : request.category,
    budget: request.budget,
    ...(request.context === undefined ? {} : { context: request.context }),
    ...changes,
  };
}

/** A model in an answer, in the form sessions_spawn takes. Warns if the user's policy forbids it. */
export function modelEntry(model: PickedModel, ref: ModelRef, label: string, call: CallContext) {
  return {
    model: ref,
    label,
    reason: model.reason,
    ...omitMissing({
      confidence: model.confidence,
      pricing: model.pricing,
      warning: call.routing.modelPolicyWarning(ref),
    }),
  };
}

export function routedRef(model: PickedModel, call: CallContext): ModelRef {
  const ref = call.routing.ref(model.id);
  call.state.rememberModelId(ref, model.id);
  return ref;
}

export function defaultLabel(part: string, category: string, ref: ModelRef): string {
  return `${part} ${category}: ${ref.slice(ref.lastIndexOf("/") + 1)}`;
}

/** The agent's label with the part's name added, since a mode of several parts needs several labels. */
export function partLabel(request: TaskRequest, part: string, category: string, ref: ModelRef): string {
  return request.label === undefined ? defaultLabel(part, category, ref) : `${request.label} (${part})`;
}

/** The category that the API found, if it is known; otherwise the requested one. */
export function categoryOf(request: TaskRequest, found: unknown): Category {
  const known = CATEGORIES.find((category) => category === found);
  return known ?? (request.category === "auto" ? "general" : request.category);
}

/** Records a choice here and reports it to the API. The call does not wait for the report. */
export function recordChoice(
  call: CallContext,
  request: TaskRequest,
  choice: { model: ModelRef; category: Category; budget: Budget; role: string },
  source: "api" | "fallback",
): void {
  const { model, category, budget, role } = choice;
  call.state.addChoice({ at: new Date(), model, mode: request.mode, category, budget, source });
  const report = {
    model: call.state.modelId(model) ?? call.routing.id(model),
    category,
    budget,
    mode: request.mode,
    role,
    source,
    ...omitMissing({ context: request.context }),
  };
  void call.api.reportSpawn(report, AbortSignal.timeout(WRITE_MILLIS)).then((reported) => {
    call.state.lostReports += reported.ok ? 0 : 1;
  });
}

/**
 * Uses a fallback model if the API is unreachable and the request can do without a worker. Other
 * faults, such as a refusal, are passed on.
 */
export function fallbackOrError(fault: Fault, request: TaskRequest, call: CallContext): ToolAnswer {
  return fault.kind === "unreachable" && workerOnlyFields(request).length === 0
    ? fallback(fault, request, call)
    : errorAnswer(fault);
}

/** Names one of the user's fallback models, always in single mode. */
export function fallback(fault: Fault, request: TaskRequest, call: CallContext): ToolAnswer {
  const category = categoryOf(request, undefined);
  const id = call.settings.fallbackModels[category];
  const model = routedRef({ id, reason: "" }, call);
  call.state.fallbacks++;
  call.warn(`${fault.message}; ${model} stands in for ${category}`);
  const single: TaskRequest = { ...request, mode: "single" };
  recordChoice(call, single, { model, category, budget: request.budget, role: "primary" }, "fallback");
  return {
    action: "spawn",
    task: promptOf(request),
    ...modelEntry(
      { id, reason: `${fault.message}: fallback for ${category}` },
      model,
      request.label ?? defaultLabel("fallback", category, model),
      call,
    ),
    mode: "single",
    category,
    budget: request.budget,
    source: "fallback",
    next: SPAWN_INSTRUCTION,
  };
}
