import assert from "node:assert/strict";
import { test } from "node:test";
import { isMatch, nextSort, sorted } from "../../main/resources/web/model-list.js";

const NO_FILTERS = { q: "", category: "", tier: "", provider: "", capability: "", price: "", context: "" };
const MODEL = {
  id: "maker/swift-1",
  name: "Maker: Swift 1",
  provider: "maker",
  tier: "standard",
  categories: ["coding"],
  capabilities: { vision: true, json: false },
  contextLength: 128_000,
  pricing: { prompt: 1 },
};
const passes = (filters, model = MODEL) => Boolean(isMatch(model, { ...NO_FILTERS, ...filters }));
const priced = (prompt) => ({ ...MODEL, pricing: { prompt } });

test("without filters every model matches", () => {
  assert.ok(passes({}));
});

test("the text is found in the id and in the name, in any case", () => {
  assert.ok(passes({ q: " SWIFT-1 " }));
  assert.ok(passes({ q: "maker: s" }));
  assert.ok(!passes({ q: "slow" }));
});

test("each filter rejects a model that does not fit", () => {
  assert.ok(
    passes({ category: "coding", tier: "standard", provider: "maker", capability: "vision", context: "128000" }),
  );
  assert.ok(!passes({ category: "creative" }));
  assert.ok(!passes({ tier: "premium" }));
  assert.ok(!passes({ provider: "other" }));
  assert.ok(!passes({ capability: "json" }));
  assert.ok(!passes({ context: "200000" }));
});

test("a price limit is exclusive, and 0 means free", () => {
  assert.ok(passes({ price: "5" }, priced(4.99)));
  assert.ok(!passes({ price: "5" }, priced(5)));
  assert.ok(passes({ price: "0" }, priced(0)));
  assert.ok(!passes({ price: "0" }, priced(0.01)));
});

test("a price that varies is under no limit", () => {
  assert.ok(passes({}, priced(-1)));
  assert.ok(!passes({ price: "5" }, priced(-1)));
  assert.ok(!passes({ price: "0" }, priced(-1)));
});

const COLUMNS = [
  { id: "quality", value: (model) => model.quality },
  { id: "price", value: (model) => model.price },
];
const MODELS = [
  { id: "b", name: "Beta", quality: 50, price: 2 },
  { id: "a", name: "Alpha", quality: 50, price: -1 },
  { id: "c", name: "Gamma", price: 1 },
  { id: "d", name: "Delta", quality: 70, price: 3 },
];
const order = (sort) => sorted(MODELS, COLUMNS, sort).map((each) => each.id);

test("models without a value come last in both directions", () => {
  assert.deepEqual(order("-quality"), ["d", "a", "b", "c"]);
  assert.deepEqual(order("quality"), ["a", "b", "d", "c"]);
  assert.deepEqual(order("price"), ["c", "b", "d", "a"]);
});

test("models are sorted by name", () => {
  assert.deepEqual(order("name"), ["a", "b", "d", "c"]);
  assert.deepEqual(order("-name"), ["c", "d", "b", "a"]);
});

test("an unknown column sorts by the first", () => {
  assert.deepEqual(order("-nothing"), order("-quality"));
});

test("sorting leaves the list as it is", () => {
  order("-price");

  assert.deepEqual(
    MODELS.map((each) => each.id),
    ["b", "a", "c", "d"],
  );
});

test("a click on a column sorts descending, a second one ascending", () => {
  assert.equal(nextSort("-quality", "price"), "-price");
  assert.equal(nextSort("-price", "price"), "price");
  assert.equal(nextSort("price", "price"), "-price");
});
