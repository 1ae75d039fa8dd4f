import assert from "node:assert/strict";
import { test } from "node:test";
import { stepInWords } from "../../main/resources/web/spawn-steps.js";

const cases = [
  [{ type: "requested" }, "accepted"],
  [{ type: "claimed", delivery: 1 }, "claimed by a worker"],
  [{ type: "claimed", delivery: 3 }, "claimed again, delivery 3"],
  [{ type: "shrunk", from: 3, to: 2, reason: "over the cost limit" }, "2 models instead of 3: over the cost limit"],
  [{ type: "callFailed", reason: "rate limited" }, "call failed: rate limited"],
  [{ type: "callAmbiguous", countedUsd: 0.02, reason: "timeout" }, "call outcome unknown, $0.020 counted: timeout"],
  [{ type: "judged", score: 6, threshold: 7, reason: "vague" }, "judged 6 of 10, 7 needed: vague"],
  [{ type: "escalated", reason: "vague" }, "escalated to a more expensive model: vague"],
  [{ type: "cancelRequested", requestedBy: "api" }, "cancellation requested by api"],
];

for (const [step, text] of cases) {
  test(`${step.type}: ${text}`, () => assert.equal(stepInWords(step), text));
}

test("rejected: every mistake is named", () => {
  assert.deepEqual(stepInWords({ type: "rejected", mistakes: ["task is empty", "unknown mode"] }), [
    "rejected: ",
    "task is empty; unknown mode",
  ]);
});

test("callFinished: an estimated cost is an upper bound", () => {
  const words = stepInWords({ type: "callFinished", durationMillis: 1500, costUsd: 0.01, estimated: true });

  assert.equal(words[0], "answered in 1.5 s, at most $0.010");
});

test("callFinished: an answer that was cut off is marked", () => {
  const words = (cut) => stepInWords({ type: "callFinished", durationMillis: 1500, costUsd: 0.01, cut });

  assert.deepEqual(words(false), ["answered in 1.5 s, $0.010", false, false]);
  assert.deepEqual(words(true), ["answered in 1.5 s, $0.010", ", cut off", false]);
});

test("callFinished: parameters that were left out are named", () => {
  const step = { type: "callFinished", durationMillis: 1500, costUsd: 0.01, cut: false };

  assert.equal(
    stepInWords({ ...step, leftOut: ["temperature", "seed"] })[2],
    ", without temperature, seed, which the model does not take",
  );
  assert.equal(stepInWords({ ...step, leftOut: [] })[2], false);
});
