import type { CallContext } from "./call-context.js";
import { WRITE_MILLIS, timeoutSignal } from "./call-context.js";
import type { Feedback } from "./parameters.js";
import type { ToolAnswer } from "./tool-answer.js";
import { errorAnswer } from "./tool-answer.js";

/** Sends a rating to the API: by id for a worker's spawn, by model and category for an agent's own. */
export async function rate(feedback: Feedback, call: CallContext): Promise<ToolAnswer> {
  const signal = timeoutSignal(call, WRITE_MILLIS);
  if ("spawnId" in feedback) {
    const { spawnId, ...rating } = feedback;
    const recorded = await call.api.rateSpawn(spawnId, rating, signal);
    return recorded.ok ? { action: "recorded", ...feedback } : errorAnswer(recorded.fault);
  }
  const model = call.state.modelId(feedback.model) ?? call.routing.id(feedback.model);
  const recorded = await call.api.reportOutcome({ ...feedback, model }, signal);
  return recorded.ok ? { action: "recorded", ...feedback, model } : errorAnswer(recorded.fault);
}
