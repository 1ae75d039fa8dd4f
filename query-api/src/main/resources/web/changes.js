// What changed since when, and because of what.

import { get, query } from "/web/api.js";
import { remember } from "/web/address.js";
import { debounced, fill, h } from "/web/dom.js";
import { dateTime, money, number, sourceName } from "/web/format.js";
import { credit, empty, failure, heading, loading, modelLink, select, tag } from "/web/parts.js";

const HOUR = 3600_000;
const SPANS = [["1", "the last hour"], ["24", "the last day"], ["168", "the last week"], ["720", "the last 30 days"], ["", "ever"]];
const KINDS = [["", "all"], ["score", "scores"], ["price", "prices"], ["added", "added"], ["removed", "removed"]];
const LIMIT = 100;
const MORE = 1000;

export async function show(main, { params }, signal) {
  const state = { hours: params.get("hours") ?? "168", kind: params.get("kind") ?? "", model: params.get("model") ?? "" };
  const place = h("div");
  const look = async (limit = LIMIT) => {
    remember("/changes", state);
    const since = state.hours ? new Date(Date.now() - Number(state.hours) * HOUR).toISOString() : "";
    try {
      const { data, meta } = await get("/changes" + query({ since, kind: state.kind, q: state.model.trim(), limit }), signal);
      fill(place, data.length ? list(data, meta, limit === LIMIT && (() => look(MORE))) : empty("Nothing has changed", "No change of this kind in ", SPANS.find(([id]) => id === state.hours)?.[1] ?? "that time", "."));
    } catch (error) {
      if (!signal.aborted) fill(place, failure(error, () => look(limit)));
    }
  };
  const soon = debounced(() => look(), 150);
  const set = (name) => (value) => { state[name] = value; look(); };
  fill(main, heading("Changes", "Scores and prices that moved, models that came and went, and the pulls that did it."),
    h("div", { class: "row controls" },
      select("In", SPANS, state.hours, set("hours")), select("Kind", KINDS, state.kind, set("kind")),
      h("label", { class: "field" }, h("span", null, "Model contains"), h("input", { type: "search", value: state.model, oninput: (event) => { state.model = event.target.value; soon(); } }))),
    fill(place, loading("changes")));
  await look();
}

function list(changes, meta, more) {
  const groups = new Map();
  for (const change of changes) {
    const key = change.at + JSON.stringify(change.because);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [
    h("p", { class: "hint", role: "status" }, meta.filtered > changes.length ? `The newest ${changes.length} of ${meta.filtered} changes.` : `${meta.filtered} changes.`),
    [...groups.values()].map((group) => section(group)),
    more && meta.filtered > changes.length && h("button", { type: "button", class: "small", onclick: more }, `Show up to ${MORE}`),
    credit(meta.attribution),
  ];
}

function section(group) {
  const { at, because } = group[0];
  const sources = Object.entries(because);
  return h("section", { class: "change" },
    h("h2", null, h("time", { datetime: at }, dateTime(at))),
    h("p", { class: "hint" }, group.length, group.length === 1 ? " change" : " changes", sources.length ? [" because of ", sources.map(([source, pull], i) => [i ? ", " : "", h("span", { title: "pull " + pull }, sourceName(source))])] : ""),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Changes of " + dateTime(at) }, h("table", { class: "data" },
      h("thead", null, h("tr", null, ["Model", "What", "From", "To", ""].map((text, i) => h(text ? "th" : "td", { scope: text ? "col" : null, class: i > 1 ? "right" : null }, text)))),
      h("tbody", null, group.map(row)))));
}

function row(change) {
  const write = change.kind === "price" ? money : number;
  return h("tr", null, h("th", { scope: "row" }, change.kind === "removed" ? h("span", { class: "mono" }, change.modelId) : modelLink(change.modelId)),
    h("td", null, change.field ?? tag(change.kind, change.kind)),
    h("td", { class: "num" }, write(change.from)), h("td", { class: "num" }, write(change.to)), h("td", { class: "num" }, delta(change)));
}

export function delta({ from, to, kind }) {
  if (from === null || from === undefined || to === null || to === undefined) return "";
  const up = to > from;
  const text = kind === "price" && from > 0 ? `${Math.abs(Math.round((100 * (to - from)) / from))} %` : number(Math.abs(to - from), 1);
  return h("span", { class: up === (kind !== "price") ? "better" : "worse" }, up ? "▲ " : "▼ ", text);
}
