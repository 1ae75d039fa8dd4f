// The steps of a spawn in words.

import { h } from "/web/dom.js";
import { duration, money } from "/web/format.js";
import { modelLink } from "/web/parts.js";

const WORDS = {
  requested: () => "accepted",
  rejected: (step) => ["refused: ", step.mistakes.join("; ")],
  claimed: (step) => (step.delivery > 1 ? `taken up again, delivery ${step.delivery}` : "taken up by a worker"),
  fellBack: (step) => [step.part, ": model from the fallback table, ", step.reason],
  planned: (step) => [step.part, ": planned ", step.models.map((each, i) => [i ? ", " : "", modelLink(each.model)])],
  shrunk: (step) => `${step.to} models instead of ${step.from}: ${step.reason}`,
  callStarted: (step) => [step.part, ": asking ", modelLink(step.model), ` by ${step.provider}, at most ${money(step.reservedUsd)}`],
  callFinished: (step) => [`answered in ${duration(step.durationMillis)}, ${money(step.costUsd)}`, step.cut && ", cut"],
  callFailed: (step) => `call failed: ${step.reason}`,
  callAmbiguous: (step) => `what became of the call is not known, ${money(step.countedUsd)} counted: ${step.reason}`,
  callWithheld: (step) => [step.part, ": ", modelLink(step.model), ` not asked: ${step.reason}`],
  retryScheduled: (step) => [step.part, ": ", modelLink(step.model), ` again later: ${step.reason}`],
  judged: (step) => `judged ${step.score} of 10, ${step.threshold} needed: ${step.reason}`,
  escalated: (step) => `to a dearer model: ${step.reason}`,
  cancelRequested: (step) => `cancelling, asked by ${step.requestedBy}`,
  finished: (step) => h("strong", null, step.result?.status ?? "finished"),
};

export const STEP_TYPES = Object.keys(WORDS);

export const stepInWords = (step) => WORDS[step.type](step);
