import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt, remark } from "../../main/resources/web/ladder.js";

const rungs = (count) => Array.from({ length: count }, (_, i) => ({ id: `m${i}` }));
const ids = (list) => list.map((each) => each.id).join(" ");

test("a pick near the top is shown with all models above it", () => {
  const { top, skipped, around, isComplete } = excerpt(rungs(30), "m1");

  assert.equal(ids(top), "m0 m1 m2 m3");
  assert.equal(skipped, 0);
  assert.equal(ids(around), "m4 m5 m6 m7 m8");
  assert.equal(isComplete, false);
});

test("models between the top and a pick far below are counted", () => {
  const { top, skipped, around } = excerpt(rungs(30), "m20");

  assert.equal(ids(top), "m0 m1 m2 m3");
  assert.equal(skipped, 14);
  assert.equal(ids(around), "m18 m19 m20 m21 m22 m23 m24 m25 m26 m27");
});

test("a short ranking is complete", () => {
  const { top, around, isComplete } = excerpt(rungs(6), "m2");

  assert.equal(ids([...top, ...around]), "m0 m1 m2 m3 m4 m5");
  assert.equal(isComplete, true);
});

test("a ranking without the pick is shown from the top", () => {
  const { top, skipped, around, isComplete } = excerpt(rungs(9), "unknown");

  assert.equal(ids([...top, ...around]), "m0 m1 m2 m3 m4 m5 m6 m7");
  assert.equal(skipped, 0);
  assert.equal(isComplete, false);
});

test("a remark says what a filter means", () => {
  assert.equal(remark({ id: "a", removedBy: "budget" }, "b"), "over budget");
  assert.equal(remark({ id: "a", removedBy: "require:functionCalling" }, "b"), "no function calling");
});

test("a candidate needs no remark, and the pick is marked", () => {
  assert.equal(remark({ id: "a", removedBy: null }, "b"), "");
  assert.equal(remark({ id: "b", removedBy: null }, "b"), "picked");
});
