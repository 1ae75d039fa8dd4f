// What changed, when, and which pulls caused it.

import { get } from "./api.js";
import { queryString, replaceAddress } from "./address.js";
import { groupedByCause } from "./change-groups.js";
import { changeMark, credit, empty, failure, heading, loading, modelLink, searchField } from "./components.js";
import { dataTable, select, tag } from "./components.js";
import { debounced, fill, h } from "./dom.js";
import { dateTime, formatOf } from "./format.js";
import { CHANGE_KINDS, sourceName } from "./labels.js";

const HOUR_MILLIS = 3600_000;
const PERIODS = [
  ["1", "the last hour"],
  ["24", "the last day"],
  ["168", "the last week"],
  ["720", "the last 30 days"],
  ["", "all time"],
];
const LIMIT = 100;
const EXTENDED_LIMIT = 1000;
const COLUMNS = [["Model"], ["What"], ["From", "right"], ["To", "right"], ["", "right"]];

export async function show(main, { params }, signal) {
  const state = {
    hours: params.get("hours") ?? "168",
    kind: params.get("kind") ?? "",
    model: params.get("model") ?? "",
  };
  const place = h("div");
  const load = async (limit = LIMIT) => {
    replaceAddress("/changes", state);
    const since = state.hours ? new Date(Date.now() - Number(state.hours) * HOUR_MILLIS).toISOString() : "";
    try {
      const query = queryString({ since, kind: state.kind, q: state.model.trim(), limit });
      const { data, meta } = await get("/changes" + query, signal);
      const loadMore = limit === LIMIT && (() => load(EXTENDED_LIMIT));
      fill(place, data.length ? list(data, meta, loadMore) : nothingChanged(state.hours));
    } catch (error) {
      if (!signal.aborted)
        fill(
          place,
          failure(error, () => load(limit)),
        );
    }
  };
  const loadSoon = debounced(() => load(), 150);
  const set = (name) => (value) => {
    state[name] = value;
    load();
  };
  const setModel = (value) => {
    state.model = value;
    loadSoon();
  };
  fill(
    main,
    heading(
      "Changes",
      "Scores that moved by more than their error, prices, capabilities, models and answers that changed, and why.",
    ),
    h(
      "div",
      { class: "row controls" },
      select("Period", PERIODS, state.hours, set("hours")),
      select("Kind", [["", "all"], ...CHANGE_KINDS], state.kind, set("kind")),
      searchField("Model contains", state.model, setModel),
    ),
    fill(place, loading("changes")),
  );
  await load();
}

function nothingChanged(hours) {
  const period = PERIODS.find(([id]) => id === hours)?.[1] ?? "this period";
  return empty("No changes", "Nothing of this kind changed in ", period, ".");
}

function list(changes, meta, loadMore) {
  const isPartial = meta.filtered > changes.length;
  const count = isPartial ? `The newest ${changes.length} of ${meta.filtered} changes.` : `${meta.filtered} changes.`;
  return [
    h("p", { class: "hint", role: "status" }, count),
    groupedByCause(changes).map(section),
    loadMore &&
      isPartial &&
      h("button", { type: "button", class: "small", onclick: loadMore }, `Show up to ${EXTENDED_LIMIT}`),
    credit(meta.attribution),
  ];
}

function section(group) {
  const { at, because } = group[0];
  const pulls = Object.entries(because);
  return h(
    "section",
    { class: "change" },
    h("h2", null, h("time", { datetime: at }, dateTime(at))),
    h(
      "p",
      { class: "hint" },
      group.length,
      group.length === 1 ? " change" : " changes",
      pulls.length > 0 && [
        " caused by ",
        pulls.map(([source, pull], i) => [i ? ", " : "", h("span", { title: "pull " + pull }, sourceName(source))]),
      ],
    ),
    dataTable("Changes of " + dateTime(at), COLUMNS, group.map(row)),
  );
}

function row(change) {
  const format = formatOf(change.kind);
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, subject(change)),
    h("td", null, what(change), change.cause && h("div", { class: "hint" }, change.cause)),
    h("td", { class: "num" }, format(change.from)),
    h("td", { class: "num" }, format(change.to)),
    h("td", { class: "num" }, changeMark(change)),
  );
}

function subject({ modelId, kind }) {
  if (!modelId) return kind === "pick" ? "no model" : "all models";
  return kind === "removed" ? h("span", { class: "mono" }, modelId) : modelLink(modelId);
}

function what(change) {
  if (!change.pick) return change.field ?? tag(change.kind, change.kind);
  const { category, budget, before } = change.pick;
  return [`answers ${category} at budget ${budget}`, before && [" instead of ", modelLink(before)]];
}
