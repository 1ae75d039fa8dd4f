// Everything known about one model, number by number.

import { get, modelPath } from "./api.js";
import { addressOf, queryString } from "./address.js";
import { changeMark, copyButton, credit, dataTable, fact, intervalBar, loading } from "./components.js";
import { relativeTime, tag } from "./components.js";
import { fill, h } from "./dom.js";
import { dateTime, halfWidth, money, number, percent, tokens, words } from "./format.js";
import { historyCharts } from "./history-chart.js";
import { scaleOf } from "./interval.js";
import { BENCHMARKS, sourceName } from "./labels.js";

const MAX_CHANGES = 500;
const LISTED_CHANGES = 12;
const QUALITY_COLUMNS = [
  ["Kind of work"],
  ["Interval"],
  ["Estimate", "right"],
  ["Score", "right"],
  ["Sources", "right"],
];
const EVIDENCE_COLUMNS = [
  ["Metric"],
  ["Value", "right"],
  ["As published", "right"],
  ["Source"],
  ["Name there"],
  ["Matched by"],
  ["Pulled"],
];

export async function show(main, { parts }, signal) {
  const id = parts.join("/");
  fill(main, loading(id));
  const [model, evidence, changes] = await Promise.all([
    get(modelPath(id), signal),
    get(modelPath(id) + "/evidence", signal),
    get("/changes" + queryString({ model: id, limit: MAX_CHANGES }), signal),
  ]);
  document.title = model.data.name + " · Smart Spawn";
  fill(
    main,
    title(model.data),
    h("div", { class: "split even" }, quality(model.data), facts(model.data)),
    changeSection(changes.data),
    evidenceSection(evidence.data),
    credit(evidence.meta.attribution ?? changes.meta.attribution),
  );
}

function title(model) {
  const compare = h("a", { class: "small button", href: addressOf("/models", { compare: model.id }) }, "Compare");
  return h(
    "div",
    { class: "heading" },
    h("p", { class: "eyebrow" }, model.provider, " · ", model.tier),
    h("h1", null, model.name),
    h("p", { class: "row" }, h("code", null, model.id), copyButton(model.id, "the model's id"), compare),
    h(
      "p",
      { class: "row" },
      model.tags.map((each) => tag(each)),
    ),
  );
}

function quality(model) {
  const entries = Object.entries(model.estimates ?? {});
  const scale = scaleOf(entries.map(([, estimate]) => estimate));
  const rows = entries.map(([category, estimate]) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, category),
      h(
        "td",
        { class: "wide" },
        intervalBar(estimate, scale),
        h("span", { class: "visually-hidden" }, `${number(estimate.low)} to ${number(estimate.high)}`),
      ),
      h("td", { class: "num" }, number(estimate.estimate), h("span", { class: "sub" }, "± ", halfWidth(estimate))),
      h("td", { class: "num" }, number(model.scores?.[category])),
      h("td", { class: "num" }, estimate.sources),
    ),
  );
  const table = rows.length ? dataTable("Quality", QUALITY_COLUMNS, rows) : hint("There is no estimate yet.");
  return h("section", null, h("h2", null, "Quality"), table);
}

function facts(model) {
  const { pricing, speed } = model;
  const capabilities = Object.keys(model.capabilities).filter((name) => model.capabilities[name]);
  const benchmarks = Object.entries(model.benchmarks ?? {}).filter(([, value]) => value !== null);
  return h(
    "section",
    null,
    h("h2", null, "Facts"),
    h(
      "dl",
      { class: "list" },
      fact("Prompt", money(pricing.prompt) + " for 1M tokens"),
      fact("Completion", money(pricing.completion) + " for 1M tokens"),
      pricing.longPrompts?.map((each) =>
        fact(
          `From ${tokens(each.minTokens)} tokens`,
          `${money(each.prompt)} and ${money(each.completion)} for 1M tokens`,
        ),
      ),
      fact("Context", tokens(model.contextLength) + " tokens"),
      fact("Capabilities", capabilities.map(words).join(", ") || "–"),
      speed?.outputTokensPerSecond && fact("Speed", number(speed.outputTokensPerSecond, 0) + " tokens/s"),
      speed?.timeToFirstToken && fact("First token", number(speed.timeToFirstToken, 2) + " s"),
      benchmarks.map(([name, value]) => fact(BENCHMARKS[name] ?? name, number(value))),
      fact("Sources", model.sourcesCovered.map(sourceName).join(", ")),
      fact("Newest record", relativeTime(model.lastUpdated)),
    ),
  );
}

function changeSection(changes) {
  const content = [
    historyCharts(changes),
    h("ul", { class: "plain" }, changes.slice(0, LISTED_CHANGES).map(changeItem)),
  ];
  return h("section", null, h("h2", null, "Changes"), changes.length ? content : hint("There are no changes yet."));
}

function changeItem(change) {
  return h(
    "li",
    null,
    h("time", { datetime: change.at, class: "hint" }, dateTime(change.at)),
    " ",
    change.field ?? (change.pick ? answerOf(change.pick) : change.kind),
    " ",
    changeMark(change),
    change.cause && h("span", { class: "hint" }, change.cause, " "),
    " ",
    h("span", { class: "hint" }, Object.keys(change.because).map(sourceName).join(", ")),
  );
}

function evidenceSection(evidence) {
  return h(
    "section",
    null,
    h("h2", null, "Evidence"),
    hint("Every number behind the estimates, with the record it was read from."),
    evidence.length
      ? dataTable("Evidence", EVIDENCE_COLUMNS, evidence.map(evidenceRow))
      : hint("No source has measured this model."),
  );
}

function evidenceRow(each) {
  const record = `${each.topic}, partition ${each.partition}, offset ${each.offset}`;
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, each.metric),
    h("td", { class: "num" }, number(each.value)),
    h("td", { class: "num" }, Number(each.raw.toPrecision(6)), " ", h("span", { class: "hint" }, each.unit)),
    h("td", { title: record }, sourceName(each.source)),
    h("td", null, each.sourceName, each.effort && h("span", { class: "sub" }, each.effort, " effort")),
    h("td", null, each.rule, h("span", { class: "sub" }, percent(each.confidence), " confidence")),
    h("td", null, each.pulledAt ? relativeTime(each.pulledAt) : "–"),
  );
}

const hint = (text) => h("p", { class: "hint" }, text);

const answerOf = ({ category, budget }) => `answer for ${category} at budget ${budget}`;
