// One spawn: how it stands, its steps as they happen, cancelling and rating it.

import { get, post, remove } from "/web/api.js";
import { fill, h } from "/web/dom.js";
import { dateTime, money } from "/web/format.js";
import { copyButton, failure, loading, modelLink, tag } from "/web/parts.js";
import { STEP_TYPES, stepInWords } from "/web/steps.js";

export async function spawnDetail(place, id, signal, changed) {
  const path = "/spawns/" + encodeURIComponent(id);
  const facts = h("div");
  const steps = h("ol", { class: "steps", "aria-live": "polite", "aria-label": "Steps" });
  fill(place, h("article", { class: "card stack" }, facts, h("h3", null, "Steps"), steps));
  fill(facts, loading("the spawn"));
  const look = async () => {
    try {
      const { data } = await get(path, signal);
      fill(facts, summary(data, act));
    } catch (error) {
      if (!signal.aborted) fill(facts, failure(error, look));
    }
  };
  const act = async (deed) => {
    try {
      await deed(path);
      await look();
      changed();
    } catch (error) {
      if (!signal.aborted) fill(facts, failure(error, error.status === 401 ? () => act(deed) : look));
    }
  };
  await look();
  follow(path, steps, signal, () => { look(); changed(); });
}

/** The stream begins at the first step, and goes on by itself where the connection breaks. */
function follow(path, steps, signal, onend) {
  const stream = new EventSource(path + "/events");
  signal.addEventListener("abort", () => stream.close());
  let begun = null;
  for (const type of STEP_TYPES) {
    stream.addEventListener(type, (event) => {
      const { at, step } = JSON.parse(event.data);
      begun ??= Date.parse(at);
      steps.append(h("li", { class: type }, h("span", { class: "num hint" }, (Math.max(0, Date.parse(at) - begun) / 1000).toFixed(1), " s"), h("span", null, stepInWords(step))));
      if (type === "finished") {
        stream.close();
        onend();
      }
    });
  }
}

function summary(spawn, act) {
  const over = ["completed", "failed", "cancelled"].includes(spawn.status);
  return [
    h("div", { class: "row between" }, h("h2", null, spawn.label ?? "Spawn"), tag(spawn.status, spawn.status)),
    h("p", { class: "row" }, h("code", null, spawn.id), copyButton(spawn.id, "the spawn's id")),
    h("p", { class: "task whole" }, spawn.task ?? ""),
    h("dl", { class: "facts" },
      pair("Mode", [spawn.mode, spawn.dryRun && "dry run"].filter(Boolean).join(", ") || "–"), pair("Kind", spawn.category ?? "–"), pair("Budget", spawn.budget ?? "–"),
      pair("Cost", money(spawn.costUsd)), pair("At most", money(spawn.maxCostUsd)), pair("Saved", spawn.savingsUsd === undefined ? "–" : spawn.savingsUsd < 0 ? "−" + money(-spawn.savingsUsd) : money(spawn.savingsUsd)),
      pair("Calls", spawn.calls), pair("Asked", dateTime(spawn.requestedAt))),
    spawn.models?.length > 0 && h("p", null, "Models: ", spawn.models.map((id, i) => [i ? ", " : "", modelLink(id)])),
    spawn.reasons?.length > 0 && h("ul", { class: "reason" }, spawn.reasons.map((each) => h("li", null, each))),
    spawn.answer && h("section", null, h("div", { class: "row between" }, h("h3", null, "Answer"), copyButton(spawn.answer, "the answer")), h("pre", { class: "prose", tabindex: 0 }, spawn.answer)),
    spawn.outputs?.length > 0 && h("details", null, h("summary", null, `What each of the ${spawn.outputs.length} wrote`),
      spawn.outputs.map((each) => h("section", null, h("h4", null, modelLink(each.model)), h("pre", { class: "prose", tabindex: 0 }, each.text ?? "")))),
    spawn.plan?.length > 0 && h("section", null, h("h3", null, "Plan"), h("ul", { class: "plain" }, spawn.plan.map((call) => h("li", null, call.part, ": ", modelLink(call.model), " ", h("span", { class: "hint" }, "at most ", money(call.worstCaseUsd)))))),
    !over && h("div", { class: "row" }, h("button", { type: "button", class: "danger", onclick: () => act(remove) }, "Cancel")),
    over && rating(spawn, act),
  ];
}

const pair = (name, value) => h("div", null, h("dt", null, name), h("dd", { class: "num" }, value));

function rating(spawn, act) {
  const comment = h("input", { type: "text", maxlength: 500, placeholder: "why (if you like)", "aria-label": "Comment", value: spawn.outcome?.comment ?? "" });
  const rate = (stars) => () => act((path) => post(path + "/outcome", { rating: stars, ...(comment.value.trim() ? { comment: comment.value.trim() } : {}) }));
  return h("fieldset", { class: "rate" }, h("legend", null, spawn.outcome ? `Rated ${spawn.outcome.rating} of 5` : "How good was it?"),
    h("div", { class: "row" }, [1, 2, 3, 4, 5].map((stars) => h("button", { type: "button", class: "star" + (stars <= (spawn.outcome?.rating ?? 0) ? " on" : ""), "aria-label": `Rate ${stars} of 5`, onclick: rate(stars) }, "★")), comment));
}
