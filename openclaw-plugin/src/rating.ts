import type { Answer } from "./answer.js";
import { errorAnswer } from "./answer.js";
import type { Desk } from "./desk.js";
import { WRITE_MILLIS, within } from "./desk.js";
import type { Feedback } from "./parameters.js";

/** Hands a rating on: of a worker's spawn by its id, of the agent's own by model and category. */
export async function rate(feedback: Feedback, desk: Desk): Promise<Answer> {
  const signal = within(desk, WRITE_MILLIS);
  if ("spawnId" in feedback) {
    const { spawnId, ...rating } = feedback;
    const taken = await desk.api.rateSpawn(spawnId, rating, signal);
    return taken.ok ? { action: "recorded", ...feedback } : errorAnswer(taken.fault);
  }
  const model = desk.recent.id(feedback.model) ?? desk.routing.id(feedback.model);
  const taken = await desk.api.reportOutcome({ ...feedback, model }, signal);
  return taken.ok ? { action: "recorded", ...feedback, model } : errorAnswer(taken.fault);
}
