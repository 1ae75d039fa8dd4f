// The form that starts a spawn.

import { post } from "./api.js";
import { spawnAddress } from "./address.js";
import { attachmentZone, takeFiles } from "./attachment-zone.js";
import { check, failure, segments, select } from "./components.js";
import { fill, h } from "./dom.js";
import { BUDGETS, CATEGORY_OPTIONS, DEFAULT_BUDGET, SPAWN_MODES } from "./labels.js";
import { idempotencyKey } from "./idempotency.js";
import { field, moreFields, onText } from "./spawn-more.js";
import { numberIn, requestBody } from "./spawn-request.js";

const MAX_LABEL_LENGTH = 100;

/** @param signal ends the view */
export function spawnForm(signal) {
  const values = { mode: "single", budget: DEFAULT_BUDGET, maxCostUsd: 1, dryRun: true };
  const formId = crypto.randomUUID?.() ?? String(Math.random());
  const problem = h("div", { "aria-live": "polite" });
  const attachments = attachmentZone(signal);
  const set = (name) => (value) => {
    values[name] = value;
  };
  const start = async () => {
    try {
      const body = requestBody({ ...values, ...(await attachments.fields()) });
      const { data } = await post("/spawns", body, { "Idempotency-Key": idempotencyKey(formId, body) });
      location.hash = spawnAddress(data.id);
    } catch (error) {
      fill(problem, failure(error, start));
    }
  };
  const onsubmit = (event) => {
    event.preventDefault();
    // The form for the API key is inside this one, and its event rises to here.
    if (event.target === event.currentTarget) start();
  };
  const form = h(
    "form",
    { class: "card stack", onsubmit },
    h("h2", null, "New spawn"),
    field("Task", h("textarea", { rows: 5, required: true, oninput: onText(set("task")) })),
    segments("Mode", "mode", SPAWN_MODES, values.mode, set("mode")),
    segments("Budget", "spawn-budget", BUDGETS, values.budget, set("budget")),
    h(
      "div",
      { class: "row controls" },
      select("Kind of work", [["", "from the task's text"], ...CATEGORY_OPTIONS], "", set("category")),
      field(
        "Cost limit, USD",
        h("input", {
          type: "number",
          min: 0,
          step: 0.01,
          value: values.maxCostUsd,
          oninput: onText((text) => set("maxCostUsd")(numberIn(text))),
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
    moreFields(set, attachments.element),
    h("div", { class: "row" }, check("Dry run: plan only, call no model", values.dryRun, set("dryRun"))),
    h("div", { class: "row" }, h("button", { class: "primary" }, "Start")),
    problem,
  );
  // A mistake in a folded field is unfolded, because the browser cannot point at it otherwise.
  form.addEventListener("invalid", (event) => event.target.closest("details")?.setAttribute("open", ""), true);
  takeFiles(form, attachments);
  return form;
}
