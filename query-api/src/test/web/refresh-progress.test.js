import assert from "node:assert/strict";
import { test } from "node:test";
import { progressOf } from "../../main/resources/web/refresh-progress.js";

const APPLIED = { lastPull: "2026-07-22T10:00:00Z", refreshing: false, applied: true };
const PULLING = { ...APPLIED, refreshing: true, applied: false };
const PENDING = { ...APPLIED, applied: false };
const NEVER_PULLED = { refreshing: false, applied: false };

test("a refresh is done when every pull is in use", () => {
  assert.deepEqual(progressOf([APPLIED, APPLIED]), { text: "", isPulling: false, isDone: true });
});

test("pulls that run and pulls that wait are counted", () => {
  assert.deepEqual(progressOf([APPLIED, PULLING, PENDING]), {
    text: "pulling 1 of 3, 1 pulled, not yet in use",
    isPulling: true,
    isDone: false,
  });
});

test("a refresh is not done while a pull waits to be used", () => {
  const { isPulling, isDone } = progressOf([APPLIED, PENDING]);

  assert.equal(isPulling, false);
  assert.equal(isDone, false);
});

test("a source that was never pulled does not hold it up", () => {
  assert.equal(progressOf([APPLIED, NEVER_PULLED]).isDone, true);
});
