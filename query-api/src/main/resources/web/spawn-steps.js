// The steps of a spawn in words.

import { modelLink } from "./components.js";
import { h } from "./dom.js";
import { duration, money } from "./format.js";

const WORDS = {
  requested: () => "accepted",
  rejected: (step) => ["rejected: ", step.mistakes.join("; ")],
  claimed: (step) => (step.delivery > 1 ? `claimed again, delivery ${step.delivery}` : "claimed by a worker"),
  fellBack: (step) => [step.part, ": model from the fallback table, ", step.reason],
  planned: (step) => [step.part, ": planned ", step.models.map((each, i) => [i ? ", " : "", modelLink(each.model)])],
  shrunk: (step) => `${step.to} models instead of ${step.from}: ${step.reason}`,
  callStarted: (step) => [
    step.part,
    ": calling ",
    modelLink(step.model),
    ` at ${step.provider}, at most ${money(step.reservedUsd)}`,
  ],
  callFinished: (step) => [
    `answered in ${duration(step.durationMillis)}, ${step.estimated ? "at most " : ""}${money(step.costUsd)}`,
    step.cut && ", cut off",
    step.leftOut?.length > 0 && `, without ${step.leftOut.join(", ")}, which the model does not take`,
  ],
  answerRejected: (step, model) => named(model, `the answer is not valid: ${step.mistakes.join("; ")}`),
  callFailed: (step, model) => named(model, `call failed: ${step.reason}`),
  callAmbiguous: (step, model) =>
    named(model, `call outcome unknown, ${money(step.countedUsd)} counted: ${step.reason}`),
  callWithheld: (step) => [step.part, ": ", modelLink(step.model), ` not called: ${step.reason}`],
  retryScheduled: (step) => [step.part, ": ", modelLink(step.model), ` will be retried: ${step.reason}`],
  judged: (step) => `judged ${step.score} of 10, ${step.threshold} needed: ${step.reason}`,
  escalated: (step) => `escalated to a more expensive model: ${step.reason}`,
  cancelRequested: (step) => `cancellation requested by ${step.requestedBy}`,
  finished: (step) => h("strong", null, step.result?.status ?? "finished"),
};

export const STEP_TYPES = Object.keys(WORDS);

/** @param model the one that the step's call went to, if it is known */
export const stepInWords = (step, model) => WORDS[step.type](step, model);

const named = (model, words) => (model ? [modelLink(model), ": ", words] : words);
