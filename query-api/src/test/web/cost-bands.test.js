import assert from "node:assert/strict";
import { test } from "node:test";
import { bandsOf, daysBetween, HEIGHT, rectangles, WIDTH } from "../../main/resources/web/cost-bands.js";

const group = (day, model, costUsd) => ({ day, model, costUsd });
const DAYS = ["2026-07-21", "2026-07-22"];

test("days include both ends, and months of any length", () => {
  assert.deepEqual(daysBetween("2026-02-27", "2026-03-01"), ["2026-02-27", "2026-02-28", "2026-03-01"]);
});

test("the highest cost comes first, and a day without costs is there", () => {
  const bands = bandsOf([group(DAYS[0], "a", 1), group(DAYS[0], "b", 3)], "model", DAYS);

  assert.deepEqual(bands.names, ["b", "a"]);
  assert.deepEqual(
    bands.bars.map(({ costs, total }) => [costs, total]),
    [
      [[3, 1], 4],
      [[0, 0], 0],
    ],
  );
  assert.equal(bands.highest, 4);
});

test("names beyond the sixth are together", () => {
  const groups = ["a", "b", "c", "d", "e", "f", "g"].map((name, i) => group(DAYS[0], name, 10 - i));

  const bands = bandsOf(groups, "model", DAYS);

  assert.deepEqual(bands.names, ["a", "b", "c", "d", "e", "other"]);
  assert.equal(bands.bars[0].costs.at(-1), 5 + 4);
});

test("rectangles stand on each other and fill the highest day", () => {
  const bands = bandsOf([group(DAYS[0], "a", 1), group(DAYS[0], "b", 3), group(DAYS[1], "a", 2)], "model", DAYS);

  const all = rectangles(bands);

  assert.equal(all.length, 3);
  assert.equal(all[0].y + all[0].height, HEIGHT);
  assert.equal(all[1].y, 0);
  assert.equal(all[1].y + all[1].height, all[0].y);
  assert.equal(all[2].x, WIDTH / 2);
  assert.equal(all[2].height, HEIGHT / 2);
});

test("without costs there is nothing to draw", () => {
  assert.deepEqual(rectangles(bandsOf([], "model", DAYS)), []);
});
