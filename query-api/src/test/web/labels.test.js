// Every closed set of the API has a word in the dashboard, and no word is left over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as labels from "../../main/resources/web/labels.js";
import { STEP_TYPES } from "../../main/resources/web/spawn-steps.js";

const RESOURCES = new URL("../../main/resources/", import.meta.url);
const { schemas, parameters } = JSON.parse(
  readFileSync(new URL("dev/smartspawn/query/openapi.json", RESOURCES), "utf8"),
).components;
const ids = (options) => options.map(([id]) => id);

function assertSame(actual, expected) {
  assert.ok(expected?.length > 0, "the OpenAPI document has no such set");
  assert.deepEqual([...actual].sort(), [...expected].sort());
}

test("categories", () => assertSame(labels.CATEGORIES, schemas.Category.enum));

test("budgets", () => {
  assertSame(ids(labels.BUDGETS), parameters.budget.schema.enum);
  assert.equal(labels.DEFAULT_BUDGET, parameters.budget.schema.default);
});

test("capabilities", () => {
  assertSame(ids(labels.CAPABILITIES), schemas.Capability.enum);
  for (const id of ids(labels.CAPABILITIES)) assert.ok(id in schemas.EnrichedModelCapabilities.properties, id);
});

test("tiers", () => assertSame(ids(labels.TIERS), schemas.Tier.enum));

test("kinds of changes", () => assertSame(ids(labels.CHANGE_KINDS), schemas.ModelChangeKind.enum));

test("filters", () => assertSame(Object.keys(labels.FILTERS), schemas.ModelFilter.enum));

test("benchmarks", () =>
  assertSame(Object.keys(labels.BENCHMARKS), Object.keys(schemas.EnrichedModelBenchmarks.properties)));

test("spawn modes", () => assertSame(ids(labels.SPAWN_MODES), schemas.SpawnMode.enum));

test("efforts and verbosities", () => {
  assertSame(labels.EFFORTS, schemas.Effort.enum);
  assertSame(labels.VERBOSITIES, schemas.Verbosity.enum);
});

test("spawn statuses", () => {
  assertSame(labels.SPAWN_STATUSES, schemas.SpawnStatus.enum);
  assertSame(
    labels.FINAL_STATUSES,
    schemas.SpawnStatus.enum.filter((each) => each !== "queued" && each !== "running"),
  );
});

test("spawn steps", () => {
  const steps = schemas.SpawnEvent.properties.step.anyOf.map(({ $ref }) => schemas[$ref.split("/").at(-1)]);
  assertSame(
    STEP_TYPES,
    steps.map((each) => each.properties.type.const),
  );
});

test("sources", () => {
  for (const id of schemas.Source.enum) assert.notEqual(labels.sourceName(id), id);
  assertSame(labels.MATCHED_SOURCES, parameters.source.schema.enum);
});

test("a source has a name, and an unknown one is named by its id", () => {
  assert.equal(labels.sourceName("hf-leaderboard"), "HF leaderboard");
  assert.equal(labels.sourceName("new-source"), "new-source");
});

test("a field of the status names a source", () => {
  const camelCase = (id) => id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

  for (const id of schemas.Source.enum) assert.equal(labels.sourceOfStatusField(camelCase(id)), id);
});
