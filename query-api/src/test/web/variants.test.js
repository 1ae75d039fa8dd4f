import assert from "node:assert/strict";
import { test } from "node:test";
import { folded } from "../../main/resources/web/variants.js";

const model = (id, price = 1) => ({
  id,
  provider: id.replace("~", "").split("/")[0],
  pricing: { prompt: price, completion: 2 * price },
  estimates: { coding: { estimate: 50 + price } },
});
const ids = (models) => folded(models).map((each) => each.id);

test("variants fold into their base", () => {
  assert.deepEqual(
    ids([model("a/one"), model("a/one:free", 0), model("a/one:batch", 0.5), model("a/one:thinking"), model("b/two")]),
    ["a/one", "b/two"],
  );
});

test("a variant without its base stays", () => {
  assert.deepEqual(ids([model("a/one:free", 0), model("b/two:exacto")]), ["a/one:free", "b/two:exacto"]);
});

test("a name of the newest model folds into the model it stands for", () => {
  assert.deepEqual(ids([model("~a/one-latest", 3), model("a/one", 3), model("a/zero", 2)]), ["a/one", "a/zero"]);
  assert.deepEqual(ids([model("~a/one-latest", 3), model("a/zero", 2)]), ["a/zero", "~a/one-latest"]);
});
