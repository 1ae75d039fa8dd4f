import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsFor, DEFAULT_COLUMNS } from "../../main/resources/web/columns.js";
import { BENCHMARKS } from "../../main/resources/web/labels.js";

const MODEL = {
  id: "maker/model",
  pricing: { prompt: 1, completion: 4 },
  contextLength: 128_000,
  estimates: { general: { estimate: 60, low: 55, high: 65 }, coding: { estimate: 70, low: 66, high: 74 } },
  scores: { general: 61, coding: 71 },
  costEfficiency: { general: 12.2, coding: 14.2 },
  speed: { outputTokensPerSecond: 87.4, timeToFirstToken: 0.456 },
  benchmarks: Object.fromEntries(Object.keys(BENCHMARKS).map((name, i) => [name, i + 1])),
};
const shown = (category, id) => {
  const column = columnsFor(category).find((each) => each.id === id);
  return column.format(column.value(MODEL));
};

test("every column has an id of its own, a text and a hint", () => {
  const columns = columnsFor("");

  assert.equal(new Set(columns.map((each) => each.id)).size, columns.length);
  for (const { text, hint } of columns) assert.ok(text && hint);
});

test("every column has a value for a model that has everything", () => {
  for (const { id, value } of columnsFor("coding")) assert.equal(typeof value(MODEL), "number", id);
});

test("no column fails for a model without estimates, speed and benchmarks", () => {
  const bare = { pricing: { prompt: 0, completion: 0 }, contextLength: 0 };

  for (const { value, format } of columnsFor("coding")) assert.equal(typeof format(value(bare)), "string");
});

test("quality, score and efficiency are those of the category", () => {
  assert.equal(shown("coding", "quality"), "70.0");
  assert.equal(shown("coding", "score"), "71.0");
  assert.equal(shown("coding", "efficiency"), "14.2");
});

test("without a category they are those of general work", () => {
  assert.equal(shown("", "quality"), "60.0");
  assert.equal(shown("", "score"), "61.0");
});

test("each column has the digits of its unit", () => {
  assert.equal(shown("", "prompt"), "$1.00");
  assert.equal(shown("", "context"), "128k");
  assert.equal(shown("", "speed"), "87");
  assert.equal(shown("", "first"), "0.46");
});

test("the default columns exist", () => {
  const ids = columnsFor("").map((each) => each.id);

  assert.deepEqual(
    DEFAULT_COLUMNS.filter((each) => !ids.includes(each)),
    [],
  );
});
