// Type a task, see which model, and why.

import { get, query } from "/web/api.js";
import { addressOf, remember } from "/web/address.js";
import { debounced, fill, h } from "/web/dom.js";
import { CATEGORIES } from "/web/format.js";
import { check, empty, failure, loading, segments, select } from "/web/parts.js";
import { recommendation } from "/web/recommendation.js";
import { board } from "/web/board.js";

const BUDGETS = [["low", "Low", "under $1 for 1M prompt tokens"], ["medium", "Medium", "under $5"], ["high", "High", "under $20"], ["any", "Any", "no ceiling"]];
const NEEDS = [["vision", "Vision"], ["functionCalling", "Function calling"], ["json", "JSON output"], ["reasoning", "Reasoning"]];
const CONTEXTS = [["", "any"], ["32000", "32k"], ["128000", "128k"], ["200000", "200k"], ["400000", "400k"], ["1000000", "1M"]];
const MILLIS_OF_QUIET = 120;

export async function show(main, { params }, signal) {
  const asked = {
    task: params.get("task") ?? "",
    budget: params.get("budget") ?? "medium",
    require: new Set((params.get("require") ?? "").split(",").filter(Boolean)),
    minContext: params.get("minContext") ?? "",
    includeFree: params.get("includeFree") === "true",
  };
  const result = h("section", { class: "result", "aria-live": "polite", "aria-label": "Recommendation" });
  let latest = new AbortController();

  const ask = async () => {
    latest.abort();
    latest = new AbortController();
    const mine = AbortSignal.any([latest.signal, signal]);
    remember("/", inAddress(asked));
    try {
      if (asked.task.trim() === "") await board(result, asked.budget, mine);
      else fill(result, recommendation(await get("/recommend" + query({ ...inAddress(asked, "medium"), count: 3, explain: true }), mine), asked));
    } catch (error) {
      if (error.name !== "AbortError") fill(result, refused(error, ask));
    }
  };
  const askSoon = debounced(ask, MILLIS_OF_QUIET);
  fill(main, form(asked, ask, askSoon), result);
  fill(result, loading("recommendations"));
  await ask();
}

/** @param usual a budget that needs not be said */
function inAddress(asked, usual) {
  return {
    task: asked.task.trim(),
    budget: asked.budget === (usual ?? "medium") ? "" : asked.budget,
    require: [...asked.require].join(","),
    minContext: asked.minContext,
    includeFree: asked.includeFree,
  };
}

function refused(error, again) {
  return error.status === 404 ? empty("No model fits", error.message, ". Raise the budget or ask for less.") : failure(error, again);
}

function form(asked, ask, askSoon) {
  const set = (name) => (value) => { asked[name] = value; ask(); };
  const task = h("textarea", {
    id: "task", rows: 2, maxlength: 8000, placeholder: "e.g. refactor the payment module and write its tests",
    value: asked.task, autocomplete: "off",
    oninput: (event) => { asked.task = event.target.value; askSoon(); },
  });
  return h("form", { class: "ask", role: "search", onsubmit: (event) => { event.preventDefault(); ask(); } },
    h("h1", null, h("label", { for: "task" }, "What needs doing?")),
    task,
    h("div", { class: "row kinds" }, h("span", { class: "hint" }, "Or a kind of work:"),
      CATEGORIES.map((category) => h("a", { class: "small button", href: addressOf("/", { ...inAddress(asked), task: category }) }, category))),
    h("div", { class: "row controls" },
      segments("Budget", "budget", BUDGETS, asked.budget, set("budget")),
      h("fieldset", { class: "chips" }, h("legend", null, "Needs"),
        NEEDS.map(([id, text]) => check(text, asked.require.has(id), (on) => { asked.require[on ? "add" : "delete"](id); ask(); }))),
      select("Context, at least", CONTEXTS, asked.minContext, set("minContext")),
      h("fieldset", { class: "chips" }, h("legend", null, "Free variants"), check("Include", asked.includeFree, set("includeFree")))));
}
