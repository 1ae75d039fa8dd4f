import assert from "node:assert/strict";
import { test } from "node:test";
import { EDGE, HEIGHT, pointsOf, stepPath, verticalScale, WIDTH } from "../../main/resources/web/history-geometry.js";

const at = (minutes) => new Date(minutes * 60_000).toISOString();
const NOW = 100 * 60_000;
const coordinates = (path) => path.match(/[MHV]|[-\d.]+/g);

test("the value before the first change leads the line by a quarter of its length", () => {
  const points = pointsOf([{ at: at(20), from: 50, to: 60 }], NOW);

  assert.deepEqual(points, [
    { at: 0, value: 50 },
    { at: 20 * 60_000, value: 60 },
  ]);
});

test("the lead is a minute at least", () => {
  assert.equal(pointsOf([{ at: at(100), from: 1, to: 2 }], NOW)[0].at, 99 * 60_000);
});

test("a field that appeared has no value before", () => {
  const points = pointsOf([{ at: at(20), from: null, to: 60 }], NOW);

  assert.deepEqual(points, [{ at: 20 * 60_000, value: 60 }]);
});

test("a field that disappeared adds no point", () => {
  const steps = [
    { at: at(20), from: 50, to: 60 },
    { at: at(40), from: 60, to: null },
  ];

  assert.deepEqual(
    pointsOf(steps, NOW).map((each) => each.value),
    [50, 60],
  );
});

test("the largest value is at the top, the smallest at the bottom", () => {
  const y = verticalScale([{ value: 10 }, { value: 30 }, { value: 20 }]);

  assert.equal(y(30), EDGE);
  assert.equal(y(10), HEIGHT - EDGE);
  assert.equal(y(20), HEIGHT / 2);
});

test("a value that never moved is drawn at the bottom", () => {
  assert.equal(verticalScale([{ value: 10 }, { value: 10 }])(10), HEIGHT - EDGE);
});

test("the line steps at each change and ends at the right edge", () => {
  const points = [
    { at: 0, value: 10 },
    { at: NOW / 2, value: 30 },
  ];

  assert.deepEqual(coordinates(stepPath(points, NOW)), [
    "M",
    String(EDGE),
    String(HEIGHT - EDGE),
    "H",
    String(WIDTH / 2),
    "V",
    String(EDGE),
    "H",
    String(WIDTH - EDGE),
  ]);
});
