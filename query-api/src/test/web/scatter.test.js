import assert from "node:assert/strict";
import { test } from "node:test";
import {
  frontierPath,
  labelPlaces,
  priceScale,
  qualityScale,
  WIDE,
} from "../../main/resources/web/scatter-geometry.js";
import { frontier, valuePoints } from "../../main/resources/web/value-points.js";

const point = (name, price, estimate, spread = 5) => ({
  model: { id: "maker/" + name, name },
  price,
  estimate: { estimate, low: estimate - spread, high: estimate + spread },
});
const names = (points) => points.map((each) => each.model.name);

test("the frontier holds the points that nothing at the same price or below beats", () => {
  const points = [
    point("expensive", 20, 80),
    point("beaten", 10, 60),
    point("cheap", 1, 50),
    point("as good, more expensive", 12, 70),
    point("good", 5, 70),
    point("same price, worse", 5, 65),
  ];

  assert.deepEqual(names(frontier(points)), ["cheap", "good", "expensive"]);
});

test("a frontier of no points is empty", () => {
  assert.deepEqual(frontier([]), []);
});

const model = (id, prompt, estimates, tags = []) => ({ id, pricing: { prompt, completion: 2 }, estimates, tags });
const MEASURED = { coding: { estimate: 60, low: 55, high: 65, sources: 2 } };
const GUESSED = { coding: { estimate: 40, low: 20, high: 60, sources: 0 } };

test("a model is drawn if its price is fixed and its quality is estimated", () => {
  const models = [
    model("a/measured", 1, MEASURED),
    model("b/guessed", 1, GUESSED),
    model("c/unknown", 1, {}),
    model("d/varies", -1, MEASURED),
    model("e/router", 1, MEASURED, ["router"]),
    model("f/free", 0, MEASURED),
  ];
  const ids = (isMeasured) => valuePoints(models, { category: "coding", isMeasured }).map((each) => each.model.id);

  assert.deepEqual(ids(true), ["a/measured", "f/free"]);
  assert.deepEqual(ids(false), ["a/measured", "b/guessed", "f/free"]);
});

test("a point's price is that of a prompt and a completion token together", () => {
  const [{ price }] = valuePoints([model("a/b", 3, MEASURED)], { category: "coding", isMeasured: true });

  assert.equal(price, 5);
});

test("prices are on a logarithmic scale within the box", () => {
  const { position, ticks } = priceScale([point("a", 0.5, 50), point("b", 50, 50)], WIDE);

  assert.deepEqual(ticks, [1, 10]);
  assert.ok(Math.abs(position(5) - (position(0.5) + position(50)) / 2) < 1e-9);
  assert.ok(position(0.5) > WIDE.left && position(50) < WIDE.width - WIDE.right);
});

test("a single price is drawn inside the box", () => {
  const x = priceScale([point("a", 2, 50)], WIDE).position(2);

  assert.ok(x > WIDE.left && x < WIDE.width - WIDE.right);
});

test("the quality scale holds every interval, in tens", () => {
  const { position, ticks } = qualityScale([point("a", 1, 43), point("b", 1, 71)], WIDE);

  assert.deepEqual(ticks, [30, 40, 50, 60, 70, 80]);
  assert.equal(position(30), WIDE.height - WIDE.bottom);
  assert.equal(position(80), WIDE.top);
});

test("the quality scale ends at 100", () => {
  assert.equal(qualityScale([point("a", 1, 99)], WIDE).ticks.at(-1), 100);
});

const identity = { position: (value) => value };

test("the frontier's line steps at each point and ends at the right edge", () => {
  const path = frontierPath([point("a", 60, 50), point("b", 200, 70)], identity, identity, WIDE);

  assert.equal(path, `M60 50H200V70H${WIDE.width - WIDE.right}`);
});

test("of two labels in one place the better point's is shown", () => {
  const places = labelPlaces(
    [point("worse", 300, 100), point("better", 310, 102), point("elsewhere", 700, 300)],
    identity,
    identity,
    WIDE,
  );

  assert.deepEqual(
    places.map((each) => each.text),
    ["elsewhere", "better"],
  );
});

test("a label above the chart is left out", () => {
  assert.deepEqual(labelPlaces([point("high", 300, 15)], identity, identity, WIDE), []);
});

test("a label stays right of the axis", () => {
  const [{ left }] = labelPlaces([point("a very long name of a model", 60, 200)], identity, identity, WIDE);

  assert.equal(left, WIDE.left + 2);
});
