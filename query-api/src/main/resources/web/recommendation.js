// A recommendation with its reasons, the ladder behind it, and how to ask the same from elsewhere.

import { query } from "/web/api.js";
import { h } from "/web/dom.js";
import { money, number, tokens } from "/web/format.js";
import { copyButton, credit, intervalBar, modelLink, scaleOf, tag } from "/web/parts.js";

const TOP = 4;
const BEFORE = 2;
const AFTER = 8;
const REMOVED = {
  "budget": "over budget", "variant": "a variant", "free": "free variant", "batch": "batch only", "router": "a router", "alias": "an alias",
  "category": "not for this", "no-estimate": "nothing known", "minContext": "context too small", "exclude": "excluded",
};
const CAPABILITIES = [["vision", "vision"], ["functionCalling", "functions"], ["json", "JSON"], ["reasoning", "reasoning"]];

export function recommendation({ data, meta }, asked) {
  const [best, ...others] = data;
  const ladder = meta.ladder ?? [];
  const scale = scaleOf(ladder.slice(0, 40));
  return [
    h("div", { class: "answer" },
      winner(best, meta, scale),
      h("div", { class: "aside" },
        taken(meta),
        others.length > 0 && h("div", null, h("h2", null, "Of other makers"),
          h("ol", { class: "plain" }, others.map((each) => h("li", null, modelLink(each.model.id, each.model.name),
            h("p", { class: "hint" }, each.reason)))))),
    ),
    ladder.length > 0 && rungs(ladder, scale, best.model.id, meta),
    elsewhere(asked),
    credit(meta.attribution),
  ];
}

function winner({ model, reason, confidence }, meta, scale) {
  const estimate = model.estimates?.[meta.category];
  return h("article", { class: "winner" },
    h("p", { class: "eyebrow" }, meta.category, " · ", meta.budget, " budget"),
    h("h2", { class: "big" }, modelLink(model.id, model.name)),
    h("p", { class: "row" }, h("code", null, model.id), copyButton(model.id, "the model's id")),
    estimate && h("div", { class: "measure wide" },
      h("span", { class: "figure num" }, number(estimate.estimate)), h("span", { class: "hint" }, "± ", number((estimate.high - estimate.low) / 2), " of 100"),
      intervalBar(estimate, scale)),
    h("p", null, reason),
    h("dl", { class: "facts" },
      fact("Prompt", money(model.pricing.prompt) + " /1M"), fact("Completion", money(model.pricing.completion) + " /1M"),
      fact("Context", tokens(model.contextLength)), fact("Confidence", Math.round(confidence * 100) + " %")),
    h("p", { class: "row" }, CAPABILITIES.filter(([id]) => model.capabilities[id]).map(([, text]) => tag(text))));
}

const fact = (name, value) => h("div", null, h("dt", null, name), h("dd", { class: "num" }, value));

function taken(meta) {
  const found = meta.classification;
  if (!found) return h("div", null, h("h2", null, "Asked as"), h("p", null, "the category ", h("strong", null, meta.category), "."));
  return h("div", null, h("h2", null, "Taken for"),
    h("p", null, h("strong", null, found.category), ", ", Math.round(found.confidence * 100), " % sure",
      found.matched.length > 0 ? [", by ", found.matched.map((word, i) => [i ? ", " : "", h("q", null, word)])] : "; no word spoke for another kind", "."));
}

function rungs(ladder, scale, chosen, meta) {
  const at = ladder.findIndex((each) => each.id === chosen);
  const from = at - BEFORE > TOP ? at - BEFORE : TOP;
  const drawn = (rungs) => rungs.map((each) => rung(each, scale, chosen));
  const list = h("ol", { class: "ladder" }, drawn(ladder.slice(0, TOP)),
    from > TOP && h("li", { class: "gap" }, "… ", from - TOP, " more above"), drawn(ladder.slice(from, Math.max(at, 0) + AFTER)));
  const more = ladder.length > at + AFTER && h("button", { type: "button", class: "small", onclick: () => {
    list.replaceChildren(...drawn(ladder));
    more.remove();
  } }, `Show all ${ladder.length}`);
  return h("section", null, h("h2", null, "The ladder behind it"),
    h("p", { class: "hint" }, meta.candidatesConsidered, " of ", ladder.length, " models meet every wish. The order goes by the lower end of the interval."),
    list, more);
}

function rung(each, scale, chosen) {
  const out = each.removedBy;
  return h("li", { class: (out ? "out" : "") + (each.id === chosen ? " chosen" : "") },
    modelLink(each.id),
    each.estimate === null ? h("span") : intervalBar(each, scale),
    h("span", { class: "num" }, number(each.estimate)),
    h("span", { class: "num hint" }, money(each.pricing.prompt)),
    h("span", { class: "why" }, each.id === chosen ? "picked" : out ? removal(out) : ""));
}

const removal = (filter) => (filter.startsWith("require:") ? "no " + filter.slice(8) : REMOVED[filter] ?? filter);

function elsewhere(asked) {
  const task = asked.task.trim();
  const wishes = { task, budget: asked.budget, require: [...asked.require].join(","), minContext: asked.minContext, includeFree: asked.includeFree };
  const spawn = { task, budget: asked.budget, ...(asked.require.size ? { require: [...asked.require] } : {}), ...(asked.minContext ? { minContext: Number(asked.minContext) } : {}) };
  const curl = `curl '${location.origin}/pick${query(wishes).replaceAll("'", "%27")}'`;
  const produce = `echo ${quoted(JSON.stringify(spawn))} | kafka-console-producer.sh --bootstrap-server 127.0.0.1:9092 --topic spawn-requests`;
  return h("section", { class: "elsewhere" }, h("h2", null, "The same from elsewhere"),
    line("Ask over REST", curl), line("Have it done, with any Kafka client", produce));
}

const quoted = (text) => "'" + text.replaceAll("'", "'\\''") + "'";

const line = (title, text) => h("div", { class: "command" }, h("div", { class: "row" }, h("h3", null, title), copyButton(text, title.toLowerCase())), h("pre", { tabindex: 0 }, text));
