import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, groupedByCause, seriesByField } from "../../main/resources/web/change-groups.js";

const change = (modelId, at, because) => ({ modelId, at, because });

test("changes of one time and cause are one group", () => {
  const groups = groupedByCause([
    change("a", "2026-07-22T10:00:00Z", { lmarena: "p2" }),
    change("b", "2026-07-22T10:00:00Z", { lmarena: "p2" }),
    change("c", "2026-07-22T10:00:00Z", { livebench: "p1" }),
    change("d", "2026-07-21T10:00:00Z", { lmarena: "p2" }),
  ]);

  assert.deepEqual(
    groups.map((group) => group.map((each) => each.modelId)),
    [["a", "b"], ["c"], ["d"]],
  );
});

test("a higher score is better, and shown in points", () => {
  assert.deepEqual(difference({ from: 50, to: 52.26, kind: "score" }), { isUp: true, isBetter: true, text: "2.3" });
  assert.deepEqual(difference({ from: 52, to: 50, kind: "score" }), { isUp: false, isBetter: false, text: "2.0" });
});

test("a lower price is better, and shown in percent", () => {
  assert.deepEqual(difference({ from: 2, to: 1.5, kind: "price" }), { isUp: false, isBetter: true, text: "25 %" });
  assert.deepEqual(difference({ from: 2, to: 3, kind: "price" }), { isUp: true, isBetter: false, text: "50 %" });
});

test("a price that was free has no percentage", () => {
  assert.equal(difference({ from: 0, to: 2, kind: "price" }).text, "2.0");
});

test("a model that was added or removed has no difference", () => {
  assert.equal(difference({ kind: "added" }), null);
  assert.equal(difference({ from: null, to: 3, kind: "score" }), null);
});

test("each field that moved is a series, oldest change first", () => {
  const series = seriesByField([
    { field: "prompt", kind: "price", at: "2026-07-22T10:00:00Z", to: 3 },
    { field: "coding", kind: "score", at: "2026-07-21T10:00:00Z", to: 60 },
    { field: "prompt", kind: "price", at: "2026-07-20T10:00:00Z", to: 2 },
    { kind: "added", at: "2026-07-19T10:00:00Z" },
  ]);

  assert.deepEqual(
    series.map(({ field, steps }) => [field, steps.map((each) => each.to)]),
    [
      ["prompt", [2, 3]],
      ["coding", [60]],
    ],
  );
  assert.equal(series[0].format(2), "$2.00");
  assert.equal(series[1].format(2), "2.0");
});
