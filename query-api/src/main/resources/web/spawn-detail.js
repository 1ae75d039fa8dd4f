// One spawn: its state, its steps as they happen, cancelling it and rating it.

import { get, post, remove } from "./api.js";
import { copyButton, fact, failure, loading, modelLink, tag } from "./components.js";
import { asked, besides } from "./conversation.js";
import { fill, h } from "./dom.js";
import { dateTime, money } from "./format.js";
import { FINAL_STATUSES } from "./labels.js";
import { STEP_TYPES, stepInWords } from "./spawn-steps.js";

const MAX_COMMENT_LENGTH = 500;

/** @param onChange is called when the spawn ends, or a person cancels or rates it */
export async function spawnDetail(place, id, signal, onChange) {
  const path = "/spawns/" + encodeURIComponent(id);
  const summary = h("div");
  const steps = h("ol", { class: "steps", "aria-live": "polite", "aria-label": "Steps" });
  fill(place, h("article", { class: "card stack" }, summary, h("h3", null, "Steps"), steps));
  fill(summary, loading("the spawn"));
  const load = async () => {
    try {
      const { data } = await get(path, signal);
      fill(summary, summaryOf(data, act));
    } catch (error) {
      if (!signal.aborted) fill(summary, failure(error, load));
    }
  };
  const act = async (action) => {
    try {
      await action(path);
      await load();
      onChange();
    } catch (error) {
      const retry = error.status === 401 ? () => act(action) : load;
      if (!signal.aborted) fill(summary, failure(error, retry));
    }
  };
  await load();
  follow(path, steps, signal, () => {
    load();
    onChange();
  });
}

/** The stream starts at the first step. The browser resumes it when the connection breaks. */
function follow(path, steps, signal, onEnd) {
  const stream = new EventSource(path + "/events");
  signal.addEventListener("abort", () => stream.close());
  const models = new Map();
  let start = null;
  for (const type of STEP_TYPES) {
    stream.addEventListener(type, (event) => {
      const { at, step } = JSON.parse(event.data);
      start ??= Date.parse(at);
      if (step.model) models.set(step.callId, step.model);
      const seconds = Math.max(0, Date.parse(at) - start) / 1000;
      const time = h("span", { class: "num hint" }, seconds.toFixed(1), " s");
      steps.append(h("li", { class: type }, time, h("span", null, stepInWords(step, models.get(step.callId)))));
      if (type === "finished") {
        stream.close();
        onEnd();
      }
    });
  }
}

function summaryOf(spawn, act) {
  const isOver = FINAL_STATUSES.includes(spawn.status);
  const cancel = h("button", { type: "button", class: "danger", onclick: () => act(remove) }, "Cancel");
  return [
    h("div", { class: "row between" }, h("h2", null, spawn.label ?? "Spawn"), tag(spawn.status, spawn.status)),
    h("p", { class: "row" }, h("code", null, spawn.id), copyButton(spawn.id, "the spawn's id")),
    h("p", { class: "task whole" }, asked(spawn) ?? ""),
    conversation(besides(spawn)),
    facts(spawn),
    spawn.models?.length > 0 && h("p", null, "Models: ", listed(spawn.models)),
    spawn.reasons?.length > 0 &&
      h(
        "ul",
        { class: "reason" },
        spawn.reasons.map((each) => h("li", null, each)),
      ),
    answer(spawn),
    spawn.outputs?.length > 0 && outputs(spawn.outputs),
    spawn.plan?.length > 0 && plan(spawn.plan),
    isOver ? rating(spawn, act) : h("div", { class: "row" }, cancel),
  ];
}

const listed = (models) => models.map((id, i) => [i ? ", " : "", modelLink(id)]);

function facts(spawn) {
  const mode = [spawn.mode, spawn.dryRun && "dry run"].filter(Boolean).join(", ");
  return h(
    "dl",
    { class: "facts" },
    fact("Mode", mode || "–", "num"),
    fact("Kind of work", spawn.category ?? "–", "num"),
    fact("Budget", spawn.budget ?? "–", "num"),
    fact("Cost", money(spawn.costUsd), "num"),
    fact("Cost limit", money(spawn.maxCostUsd), "num"),
    fact("Saved", savings(spawn.savingsUsd), "num"),
    fact("Calls", spawn.calls, "num"),
    fact("Requested", dateTime(spawn.requestedAt), "num"),
  );
}

const savings = (usd) => (usd < 0 ? "−" + money(-usd) : money(usd));

function conversation(said) {
  if (said.length === 0) return null;
  const texts = said.map(([role, text]) => h("section", null, h("h4", null, role), prose(text)));
  return h("details", null, h("summary", null, "What else was said"), texts);
}

/** The value of a checked answer, with the text that the model wrote folded under it. */
function answer({ answer: text, json }) {
  if (json === undefined) return text && titled("Answer", text, "the answer");
  const wrote = h("details", null, h("summary", null, "As the model wrote it"), prose(text ?? ""));
  return [titled("Answer as JSON", JSON.stringify(json, null, 2), "the JSON"), wrote];
}

function titled(title, text, what) {
  const head = h("div", { class: "row between" }, h("h3", null, title), copyButton(text, what));
  return h("section", null, head, prose(text));
}

const prose = (text) => h("pre", { class: "prose", tabindex: 0 }, text);

function outputs(all) {
  return h(
    "details",
    null,
    h("summary", null, all.length === 1 ? "The model's answer" : `The answers of all ${all.length} models`),
    all.map(({ model, text }) => h("section", null, h("h4", null, modelLink(model)), prose(text ?? ""))),
  );
}

function plan(calls) {
  const items = calls.map(({ part, model, worstCaseUsd }) => {
    const limit = h("span", { class: "hint" }, "at most ", money(worstCaseUsd));
    return h("li", null, part, ": ", modelLink(model), " ", limit);
  });
  return h("section", null, h("h3", null, "Plan"), h("ul", { class: "plain" }, items));
}

function rating(spawn, act) {
  const given = spawn.outcome?.rating ?? 0;
  const comment = h("input", {
    type: "text",
    maxlength: MAX_COMMENT_LENGTH,
    placeholder: "why (optional)",
    "aria-label": "Comment",
    value: spawn.outcome?.comment ?? "",
  });
  const rate = (stars) => {
    const text = comment.value.trim();
    return act((path) => post(path + "/outcome", text ? { rating: stars, comment: text } : { rating: stars }));
  };
  const star = (stars) => {
    const cssClass = stars <= given ? "star on" : "star";
    const label = `Rate ${stars} of 5`;
    return h("button", { type: "button", class: cssClass, "aria-label": label, onclick: () => rate(stars) }, "★");
  };
  return h(
    "fieldset",
    { class: "rate" },
    h("legend", null, given ? `Rated ${given} of 5` : "How good was it?"),
    h("div", { class: "row" }, [1, 2, 3, 4, 5].map(star), comment),
  );
}
