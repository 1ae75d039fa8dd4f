// A recommendation: the model, the reasons, the ranking behind it, and commands that ask the same.

import { copyButton, credit, fact, intervalBar, modelLink, tag } from "./components.js";
import { curlCommand, producerCommand } from "./commands.js";
import { h } from "./dom.js";
import { halfWidth, money, number, percent, tokens } from "./format.js";
import { scaleOf } from "./interval.js";
import { CAPABILITIES } from "./labels.js";
import { excerpt, remark } from "./ladder.js";

/** The bars' scale fits the best models; weaker ones are drawn at its end. */
const SCALED_RUNGS = 40;

export function recommendation({ data, meta }, question) {
  const [best, ...others] = data;
  const ladder = meta.ladder ?? [];
  const scale = scaleOf(ladder.slice(0, SCALED_RUNGS));
  return [
    h(
      "div",
      { class: "answer" },
      winner(best, meta, scale),
      h("div", { class: "aside" }, classification(meta), others.length > 0 && alternatives(others)),
    ),
    ladder.length > 0 && ranking(ladder, scale, best.model.id, meta),
    commands(question),
    credit(meta.attribution),
  ];
}

function winner({ model, reason, confidence }, meta, scale) {
  const estimate = model.estimates?.[meta.category];
  return h(
    "article",
    { class: "winner" },
    h("p", { class: "eyebrow" }, meta.category, " · ", meta.budget, " budget"),
    h("h2", { class: "big" }, modelLink(model.id, model.name)),
    h("p", { class: "row" }, h("code", null, model.id), copyButton(model.id, "the model's id")),
    estimate &&
      h(
        "div",
        { class: "measure wide" },
        h("span", { class: "figure num" }, number(estimate.estimate)),
        h("span", { class: "hint" }, "± ", halfWidth(estimate), " of 100"),
        intervalBar(estimate, scale),
      ),
    h("p", null, reason),
    h(
      "dl",
      { class: "facts" },
      fact("Prompt", money(model.pricing.prompt) + " /1M", "num"),
      fact("Completion", money(model.pricing.completion) + " /1M", "num"),
      fact("Context", tokens(model.contextLength), "num"),
      fact("Confidence", percent(confidence), "num"),
    ),
    h(
      "p",
      { class: "row" },
      CAPABILITIES.filter(([id]) => model.capabilities[id]).map(([, text]) => tag(text)),
    ),
  );
}

function classification({ classification: found, category }) {
  if (!found) return h("div", null, h("h2", null, "Kind of work"), h("p", null, h("strong", null, category)));
  const words = found.matched.map((word, i) => [i ? ", " : "", h("q", null, word)]);
  return h(
    "div",
    null,
    h("h2", null, "Recognised as"),
    h(
      "p",
      null,
      h("strong", null, found.category),
      `, ${percent(found.confidence)} confidence, `,
      words.length > 0 ? ["because of ", words] : "because no word points to another kind",
      ".",
    ),
  );
}

function alternatives(others) {
  const items = others.map(({ model, reason }) =>
    h("li", null, modelLink(model.id, model.name), h("p", { class: "hint" }, reason)),
  );
  return h("div", null, h("h2", null, "From other providers"), h("ol", { class: "plain" }, items));
}

function ranking(ladder, scale, pickedId, meta) {
  const items = (rungs) => rungs.map((each) => rung(each, scale, pickedId));
  const { top, skipped, around, isComplete } = excerpt(ladder, pickedId);
  const gap = skipped > 0 && h("li", { class: "gap" }, "… ", skipped, " more above");
  const list = h("ol", { class: "ladder" }, items(top), gap, items(around));
  const showAll = () => {
    list.replaceChildren(...items(ladder));
    button.remove();
  };
  const button = h("button", { type: "button", class: "small", onclick: showAll }, `Show all ${ladder.length}`);
  const count = `${meta.candidatesConsidered} of ${ladder.length} models meet every requirement.`;
  return h(
    "section",
    null,
    h("h2", null, "The ranking behind it"),
    h("p", { class: "hint" }, count, " Models are ranked by the lower end of their interval."),
    list,
    !isComplete && button,
  );
}

function rung(each, scale, pickedId) {
  return h(
    "li",
    { class: [each.removedBy && "removed", each.id === pickedId && "picked"].filter(Boolean).join(" ") },
    modelLink(each.id),
    each.estimate === null ? h("span") : intervalBar(each, scale),
    h("span", { class: "num" }, number(each.estimate)),
    h("span", { class: "num hint" }, money(each.pricing.prompt)),
    h("span", { class: "remark" }, remark(each, pickedId)),
  );
}

function commands(question) {
  return h(
    "section",
    { class: "commands" },
    h("h2", null, "The same on the command line"),
    command("Ask over REST", curlCommand(question, location.origin)),
    command("Run the task over Kafka", producerCommand(question)),
    h(
      "p",
      { class: "hint" },
      h("code", null, "KAFKA_BOOTSTRAP_SERVERS"),
      " is the broker's address; ",
      h("code", null, "./smart-spawn up"),
      " prints it.",
    ),
  );
}

function command(title, text) {
  return h(
    "div",
    { class: "command" },
    h("div", { class: "row" }, h("h3", null, title), copyButton(text, title.toLowerCase())),
    h("pre", { tabindex: 0 }, text),
  );
}
