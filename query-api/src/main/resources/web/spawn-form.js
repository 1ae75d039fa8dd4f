// The form that starts a spawn.

import { post } from "./api.js";
import { spawnAddress } from "./address.js";
import { check, failure, segments, select } from "./components.js";
import { fill, h } from "./dom.js";
import { BUDGETS, CATEGORY_OPTIONS, DEFAULT_BUDGET, SPAWN_MODES } from "./labels.js";
import { idempotencyKey } from "./idempotency.js";

const MAX_LABEL_LENGTH = 100;

export function spawnForm() {
  const request = {
    task: "",
    mode: "single",
    budget: DEFAULT_BUDGET,
    category: "",
    label: "",
    maxCostUsd: 1,
    dryRun: true,
  };
  const formId = crypto.randomUUID?.() ?? String(Math.random());
  const problem = h("div", { "aria-live": "polite" });
  const set = (name) => (value) => {
    request[name] = value;
  };
  const start = async () => {
    try {
      const body = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== ""));
      const { data } = await post("/spawns", body, { "Idempotency-Key": idempotencyKey(formId, body) });
      location.hash = spawnAddress(data.id);
    } catch (error) {
      fill(problem, failure(error, start));
    }
  };
  const onsubmit = (event) => {
    event.preventDefault();
    start();
  };
  return h(
    "form",
    { class: "card stack", onsubmit },
    h("h2", null, "New spawn"),
    field("Task", h("textarea", { rows: 5, required: true, oninput: onText(set("task")) })),
    segments("Mode", "mode", SPAWN_MODES, request.mode, set("mode")),
    segments("Budget", "spawn-budget", BUDGETS, request.budget, set("budget")),
    h(
      "div",
      { class: "row controls" },
      select("Kind of work", [["", "from the task's text"], ...CATEGORY_OPTIONS], request.category, set("category")),
      field(
        "Cost limit, USD",
        h("input", {
          type: "number",
          min: 0,
          step: 0.01,
          value: request.maxCostUsd,
          oninput: onText((text) => set("maxCostUsd")(Number(text))),
        }),
      ),
      field(
        "Label",
        h("input", {
          type: "text",
          maxlength: MAX_LABEL_LENGTH,
          oninput: onText((text) => set("label")(text.trim())),
        }),
      ),
    ),
    h("div", { class: "row" }, check("Dry run: plan only, call no model", request.dryRun, set("dryRun"))),
    h("div", { class: "row" }, h("button", { class: "primary" }, "Start")),
    problem,
  );
}

const field = (label, input) => h("label", { class: "field" }, h("span", null, label), input);

const onText = (action) => (event) => action(event.target.value);
