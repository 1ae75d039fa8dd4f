// Recommends a model for a task, and says why.

import { get } from "./api.js";
import { addressOf, queryString, replaceAddress } from "./address.js";
import { showCategoryPicks } from "./category-picks.js";
import { check, empty, failure, loading, segments, select } from "./components.js";
import { debounced, fill, h } from "./dom.js";
import { BUDGETS, CAPABILITIES, CATEGORIES, DEFAULT_BUDGET } from "./labels.js";
import { recommendation } from "./recommendation.js";

const CONTEXTS = [
  ["", "any"],
  ["32000", "32k"],
  ["128000", "128k"],
  ["200000", "200k"],
  ["400000", "400k"],
  ["1000000", "1M"],
];
const MAX_TASK_LENGTH = 8000;
const TYPING_PAUSE_MILLIS = 120;
const RECOMMENDATIONS = 3;

export async function show(main, { params }, signal) {
  const question = {
    task: params.get("task") ?? "",
    budget: params.get("budget") ?? DEFAULT_BUDGET,
    require: new Set((params.get("require") ?? "").split(",").filter(Boolean)),
    minContext: params.get("minContext") ?? "",
    includeFree: params.get("includeFree") === "true",
  };
  const result = h("section", { class: "result", "aria-live": "polite", "aria-label": "Recommendation" });
  let latest = new AbortController();

  const ask = async () => {
    latest.abort();
    latest = new AbortController();
    const current = AbortSignal.any([latest.signal, signal]);
    replaceAddress("/", parametersOf(question));
    try {
      if (question.task.trim() === "") {
        await showCategoryPicks(result, question.budget, current);
      } else {
        const query = queryString({ ...parametersOf(question), count: RECOMMENDATIONS, explain: true });
        fill(result, recommendation(await get("/recommend" + query, current), question));
      }
    } catch (error) {
      if (error.name !== "AbortError") fill(result, refusal(error, ask));
    }
  };
  const askSoon = debounced(ask, TYPING_PAUSE_MILLIS);
  fill(main, form(question, ask, askSoon), result);
  fill(result, loading("recommendations"));
  await ask();
}

/** As the address and the API spell them, without what is the default. */
function parametersOf(question) {
  return {
    task: question.task.trim(),
    budget: question.budget === DEFAULT_BUDGET ? "" : question.budget,
    require: [...question.require].join(","),
    minContext: question.minContext,
    includeFree: question.includeFree,
  };
}

function refusal(error, retry) {
  if (error.status !== 404) return failure(error, retry);
  return empty("No model fits", error.message, ". Raise the budget or drop a requirement.");
}

function form(question, ask, askSoon) {
  const set = (name) => (value) => {
    question[name] = value;
    ask();
  };
  const setRequired = (id) => (isOn) => {
    question.require[isOn ? "add" : "delete"](id);
    ask();
  };
  const task = h("textarea", {
    id: "task",
    rows: 2,
    maxlength: MAX_TASK_LENGTH,
    placeholder: "e.g. refactor the payment module and write its tests",
    value: question.task,
    autocomplete: "off",
    oninput: (event) => {
      question.task = event.target.value;
      askSoon();
    },
  });
  const onsubmit = (event) => {
    event.preventDefault();
    ask();
  };
  return h(
    "form",
    { class: "ask", role: "search", onsubmit },
    h("h1", null, h("label", { for: "task" }, "What is the task?")),
    task,
    h(
      "div",
      { class: "row kinds" },
      h("span", { class: "hint" }, "Or a kind of work:"),
      CATEGORIES.map((category) => {
        const href = addressOf("/", { ...parametersOf(question), task: category });
        return h("a", { class: "small button", href }, category);
      }),
    ),
    h(
      "div",
      { class: "row controls" },
      segments("Budget", "budget", BUDGETS, question.budget, set("budget")),
      h(
        "fieldset",
        { class: "chips" },
        h("legend", null, "Required"),
        CAPABILITIES.map(([id, text]) => check(text, question.require.has(id), setRequired(id))),
      ),
      select("Context, at least", CONTEXTS, question.minContext, set("minContext")),
      h(
        "fieldset",
        { class: "chips" },
        h("legend", null, "Free variants"),
        check("Include", question.includeFree, set("includeFree")),
      ),
    ),
  );
}
