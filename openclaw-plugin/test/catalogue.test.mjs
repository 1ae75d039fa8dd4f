import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Routing } from "../dist/routing.js";
import { DEFAULTS } from "../dist/settings.js";

const RECORDED = new URL("../../../shared/recordings/openrouter/models.json", import.meta.url);
const skip = existsSync(RECORDED) ? false : "the recorded catalogue ../shared/recordings is missing";
const DAY = 24 * 3600;

describe("the catalogue", { skip }, () => {
  const models = skip ? [] : JSON.parse(readFileSync(RECORDED, "utf8")).data;
  const byId = new Map(models.map((model) => [model.id, model]));
  const newest = Math.max(...models.map((model) => model.created));

  for (const [category, id] of Object.entries(DEFAULTS.fallbackModels)) {
    it(`still has the fallback for ${category}, ${id}, for a while`, () => {
      const model = byId.get(id);
      assert.ok(model, "it has left the catalogue");
      assert.ok(model.expiration_date === null || model.expiration_date >= "2098", "it ends soon");
      assert.ok(newest - model.created < 300 * DAY, "its maker may have retired it");
    });
  }

  it("has no variant or alias that is sent to its maker", () => {
    const routing = new Routing({}, () => true);
    for (const { id } of models.filter((model) => /^~|:|-latest$|-high$|-low$/.test(model.id))) {
      assert.equal(routing.ref(id), `openrouter/${id}`);
    }
  });
});
