// Everything known about a model, number by number.

import { get, modelPath, query } from "/web/api.js";
import { addressOf } from "/web/address.js";
import { delta } from "/web/changes.js";
import { fill, h } from "/web/dom.js";
import { dateTime, money, number, sourceName, tokens } from "/web/format.js";
import { history } from "/web/history.js";
import { copyButton, credit, intervalBar, loading, scaleOf, tag, when } from "/web/parts.js";

const LIMIT = 500;
const BENCHMARKS = {
  arena: "LMArena, Elo", intelligenceIndex: "AA intelligence", codingIndex: "AA coding", mathIndex: "AA math", mmluPro: "MMLU-Pro", gpqa: "GPQA",
  liveCodeBench: "LiveCodeBench", math500: "MATH-500", ifEval: "IFEval", bbh: "BBH", liveBenchCoding: "LiveBench coding", liveBenchAgenticCoding: "LiveBench agentic coding",
  liveBenchReasoning: "LiveBench reasoning", liveBenchMath: "LiveBench math", liveBenchLanguage: "LiveBench language", liveBenchIF: "LiveBench instructions", liveBenchDataAnalysis: "LiveBench data analysis",
};

export async function show(main, { parts }, signal) {
  const id = parts.join("/");
  fill(main, loading(id));
  const [model, evidence, changes] = await Promise.all([
    get(modelPath(id), signal), get(modelPath(id) + "/evidence", signal), get("/changes" + query({ model: id, limit: LIMIT }), signal)]);
  document.title = model.data.name + " · Smart Spawn";
  fill(main, top(model.data), h("div", { class: "split even" }, quality(model.data), known(model.data)),
    past(changes.data), numbers(evidence.data), credit(evidence.meta.attribution ?? changes.meta.attribution));
}

function top(model) {
  return h("div", { class: "heading" },
    h("p", { class: "eyebrow" }, model.provider, " · ", model.tier),
    h("h1", null, model.name),
    h("p", { class: "row" }, h("code", null, model.id), copyButton(model.id, "the model's id"),
      h("a", { class: "small button", href: addressOf("/models", { compare: model.id }) }, "Compare")),
    h("p", { class: "row" }, model.tags.map((each) => tag(each))));
}

function quality(model) {
  const entries = Object.entries(model.estimates ?? {});
  const scale = scaleOf(entries.map(([, estimate]) => estimate));
  return h("section", null, h("h2", null, "Quality"),
    entries.length === 0 ? h("p", { class: "hint" }, "Nothing is known of it.") : h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Quality" }, h("table", { class: "data" },
      h("thead", null, h("tr", null, ["Kind of work", "Interval", "Estimate", "Score", "Sources"].map((text, i) => h("th", { scope: "col", class: i > 1 ? "right" : null }, text)))),
      h("tbody", null, entries.map(([category, estimate]) => h("tr", null, h("th", { scope: "row" }, category),
        h("td", { class: "wide" }, intervalBar(estimate, scale), h("span", { class: "unseen" }, `${number(estimate.low)} to ${number(estimate.high)}`)),
        h("td", { class: "num" }, number(estimate.estimate), h("span", { class: "sub" }, "± ", number((estimate.high - estimate.low) / 2))),
        h("td", { class: "num" }, number(model.scores?.[category])), h("td", { class: "num" }, estimate.sources)))))));
}

function known(model) {
  const able = Object.entries(model.capabilities).filter(([, yes]) => yes).map(([name]) => name.replace(/([a-z])([A-Z])/g, (_, a, b) => a + " " + b.toLowerCase()));
  return h("section", null, h("h2", null, "Facts"), h("dl", { class: "list" },
    pair("Prompt", money(model.pricing.prompt) + " for 1M tokens"), pair("Completion", money(model.pricing.completion) + " for 1M tokens"),
    model.pricing.longPrompts?.map((each) => pair(`From ${tokens(each.minTokens)} tokens`, `${money(each.prompt)} and ${money(each.completion)} for 1M`)),
    pair("Context", tokens(model.contextLength) + " tokens"), pair("Can do", able.join(", ") || "–"),
    model.speed?.outputTokensPerSecond && pair("Speed", number(model.speed.outputTokensPerSecond, 0) + " tokens/s"),
    model.speed?.timeToFirstToken && pair("First token", number(model.speed.timeToFirstToken, 2) + " s"),
    Object.entries(model.benchmarks ?? {}).filter(([, value]) => value !== null).map(([name, value]) => pair(BENCHMARKS[name] ?? name, number(value))),
    pair("Sources", model.sourcesCovered.map(sourceName).join(", ")), pair("Newest record", when(model.lastUpdated))));
}

const pair = (name, value) => h("div", null, h("dt", null, name), h("dd", null, value));

function past(changes) {
  return h("section", null, h("h2", null, "Changes"),
    changes.length === 0 ? h("p", { class: "hint" }, "None that is remembered.") : [
      history(changes),
      h("ul", { class: "plain" }, changes.slice(0, 12).map((change) => h("li", null, h("time", { datetime: change.at, class: "hint" }, dateTime(change.at)), " ",
        change.field ?? change.kind, " ", delta(change), " ", h("span", { class: "hint" }, Object.keys(change.because).map(sourceName).join(", ")))))]);
}

function numbers(evidence) {
  const columns = ["Measured", "Value", "As published", "Source", "Its name there", "Matched by", "Pulled"];
  return h("section", null, h("h2", null, "Evidence"),
    h("p", { class: "hint" }, "Every number behind it, with the record it was read from."),
    evidence.length === 0 ? h("p", { class: "hint" }, "No source has measured it.")
      : h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Evidence" }, h("table", { class: "data" },
        h("thead", null, h("tr", null, columns.map((text, i) => h("th", { scope: "col", class: i === 1 || i === 2 ? "right" : null }, text)))),
        h("tbody", null, evidence.map((each) => h("tr", null, h("th", { scope: "row" }, each.metric),
          h("td", { class: "num" }, number(each.value)), h("td", { class: "num" }, Number(each.raw.toPrecision(6)), " ", h("span", { class: "hint" }, each.unit)),
          h("td", { title: `${each.topic}, partition ${each.partition}, offset ${each.offset}` }, sourceName(each.source)),
          h("td", null, each.sourceName, each.effort && h("span", { class: "sub" }, each.effort, " effort")),
          h("td", null, each.rule, h("span", { class: "sub" }, Math.round(each.confidence * 100), " % sure")),
          h("td", null, each.pulledAt ? when(each.pulledAt) : "–")))))));
}
