// Starts a spawn.

import { post } from "/web/api.js";
import { addressOf } from "/web/address.js";
import { fill, h } from "/web/dom.js";
import { CATEGORIES } from "/web/format.js";
import { check, failure, segments, select } from "/web/parts.js";

const MODES = [["single", "Single", "the best model"], ["collective", "Collective", "several side by side, merged"], ["cascade", "Cascade", "a cheap one first, a dear one where that will not do"]];
const BUDGETS = [["low", "Low"], ["medium", "Medium"], ["high", "High"], ["any", "Any"]];

export function spawnForm() {
  const wish = { task: "", mode: "single", budget: "medium", category: "", label: "", maxCostUsd: 1, dryRun: true };
  const key = crypto.randomUUID?.() ?? String(Math.random());
  const said = h("div", { "aria-live": "polite" });
  const set = (name) => (value) => { wish[name] = value; };
  const start = async () => {
    try {
      const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ""));
      const { data } = await post("/spawns", given, { "Idempotency-Key": `${key}-${hash(JSON.stringify(given))}` });
      location.hash = addressOf("/spawns/" + encodeURIComponent(data.id));
    } catch (error) {
      fill(said, failure(error, start));
    }
  };
  return h("form", { class: "card stack", onsubmit: (event) => { event.preventDefault(); start(); } },
    h("h2", null, "New spawn"),
    h("label", { class: "field" }, h("span", null, "Task"), h("textarea", { rows: 5, required: true, oninput: (event) => { wish.task = event.target.value; } })),
    segments("Mode", "mode", MODES, wish.mode, set("mode")),
    segments("Budget", "spawn-budget", BUDGETS, wish.budget, set("budget")),
    h("div", { class: "row controls" },
      select("Kind of work", [["", "by its text"], ...CATEGORIES.map((each) => [each, each])], wish.category, set("category")),
      h("label", { class: "field" }, h("span", null, "At most, USD"), h("input", { type: "number", min: 0, step: 0.01, value: wish.maxCostUsd, oninput: (event) => { wish.maxCostUsd = Number(event.target.value); } })),
      h("label", { class: "field" }, h("span", null, "Label"), h("input", { type: "text", maxlength: 100, oninput: (event) => { wish.label = event.target.value.trim(); } }))),
    h("div", { class: "row" }, check("Dry run: plan it, call nobody", wish.dryRun, set("dryRun"))),
    h("div", { class: "row" }, h("button", { class: "primary" }, "Start")), said);
}

/** The same wish sent twice is one spawn; a changed one is another. */
function hash(text) {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.codePointAt(0)) | 0;
  return (value >>> 0).toString(36);
}
