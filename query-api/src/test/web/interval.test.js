import assert from "node:assert/strict";
import { test } from "node:test";
import { barPositions, scaleOf } from "../../main/resources/web/interval.js";

test("a scale holds every interval and a margin of two points", () => {
  const scale = scaleOf([{ estimate: 50, low: 40, high: 60 }, { estimate: 70 }, { estimate: null }, undefined]);

  assert.deepEqual(scale, { min: 38, max: 72 });
});

test("a scale stays within 0 and 100", () => {
  assert.deepEqual(scaleOf([{ estimate: 50, low: 1, high: 99.5 }]), { min: 0, max: 100 });
});

test("without estimates the scale is 0 to 100", () => {
  assert.deepEqual(scaleOf([null, { estimate: null }]), { min: 0, max: 100 });
  assert.deepEqual(scaleOf([]), { min: 0, max: 100 });
});

test("positions are percent of the scale", () => {
  const bar = barPositions({ estimate: 50, low: 45, high: 60 }, { min: 40, max: 60 });

  assert.deepEqual(bar, { low: 25, middle: 50, high: 100 });
});

test("what is outside the scale is drawn at its end", () => {
  const bar = barPositions({ estimate: 30, low: 20, high: 70 }, { min: 40, max: 60 });

  assert.deepEqual(bar, { low: 0, middle: 0, high: 100 });
});

test("an interval without a width can still be seen", () => {
  const { low, high } = barPositions({ estimate: 50 }, { min: 0, max: 100 });

  assert.ok(high > low);
});
