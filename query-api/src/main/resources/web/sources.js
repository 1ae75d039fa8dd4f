// The sources: how fresh each one is, a refresh of all, and names that match no model.

import { get, post } from "./api.js";
import { queryString, replaceAddress } from "./address.js";
import { dataTable, empty, fact, failure, heading, loading, modelLink } from "./components.js";
import { relativeTime, searchField, select, tag } from "./components.js";
import { debounced, fill, h } from "./dom.js";
import { MATCHED_SOURCES, sourceName, sourceOfStatusField } from "./labels.js";
import { progressOf } from "./refresh-progress.js";

const BUSY_POLL_MILLIS = 700;
const IDLE_POLL_MILLIS = 7000;
const MAX_NAMES = 100;
const NAME_COLUMNS = [["Name"], ["Source"], ["Nearest models"]];

export async function show(main, { params }, signal) {
  const cards = h("div");
  const progress = h("p", { class: "hint", role: "status" });
  const button = h("button", { type: "button", class: "primary", onclick: () => refresh() }, "Refresh all");
  let timer = 0;
  // What a refused refresh says, and the form for a key, stay until the next attempt.
  let refused = false;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const load = async () => {
    clearTimeout(timer);
    try {
      const { data } = await get("/status", signal);
      fill(cards, overview(data));
      const { text, isPulling, isDone } = progressOf(Object.values({ ...data.sources, ...data.reference }));
      if (!refused && !isDone) progress.textContent = text;
      else if (!refused && button.disabled) progress.textContent = "Done.";
      button.disabled = isPulling;
      timer = setTimeout(load, isDone ? IDLE_POLL_MILLIS : BUSY_POLL_MILLIS);
    } catch (error) {
      if (!signal.aborted) fill(cards, failure(error, load));
    }
  };
  const refresh = async () => {
    refused = false;
    button.disabled = true;
    progress.textContent = "Requested…";
    try {
      const { data } = await post("/refresh", {});
      progress.textContent = data.started ? "Started" : (data.reason ?? "No refresh was started");
      timer = setTimeout(load, BUSY_POLL_MILLIS);
      button.disabled = data.started;
    } catch (error) {
      refused = true;
      button.disabled = false;
      fill(progress, failure(error, refresh));
    }
  };
  fill(
    main,
    heading("Sources", "Where the figures come from, and how fresh they are."),
    h("div", { class: "row controls" }, button, progress),
    fill(cards, loading("sources")),
    await unmatchedNames(params, signal),
  );
  await load();
}

function overview(status) {
  const refreshed = relativeTime(status.lastRefresh);
  const sources = Object.entries({ ...status.sources, ...status.reference });
  return [
    h("p", { class: "hint" }, status.modelCount, " models, last refresh ", refreshed, ". System: ", status.status, "."),
    h(
      "ul",
      { class: "cards" },
      sources.map(([field, source]) => card(sourceName(sourceOfStatusField(field)), source)),
    ),
  ];
}

function card(name, source) {
  const { attribution } = source;
  const inUse = source.origin === "snapshot" ? "snapshot" : source.applied ? "yes" : "not yet";
  return h(
    "li",
    { class: "card" },
    h("div", { class: "row between" }, h("h2", null, name), tag(source.status, source.status)),
    source.refreshing ? h("progress", { "aria-label": "Pulling " + name }) : h("div", { class: "rule" }),
    h(
      "dl",
      { class: "facts" },
      fact("Records", source.count.toLocaleString()),
      fact("Pulled", relativeTime(source.lastPull)),
      fact("Next pull", source.nextPull ? relativeTime(source.nextPull) : "–"),
      fact("In use", inUse),
    ),
    source.reason && h("p", { class: "reason" }, source.reason),
    source.use?.map((each) => h("p", { class: "hint" }, each)),
    attribution && h("p", { class: "credit" }, h("a", { href: attribution.url, rel: "noreferrer" }, attribution.text)),
  );
}

async function unmatchedNames(params, signal) {
  const state = { source: params.get("source") ?? "", q: params.get("q") ?? "" };
  const list = h("div");
  const load = async () => {
    replaceAddress("/sources", state);
    try {
      const query = queryString({ source: state.source, q: state.q.trim(), limit: MAX_NAMES });
      const { data, meta } = await get("/names/unresolved" + query, signal);
      fill(list, data.length ? nameList(data, meta) : empty("No such names", "Every name that fits has a model."));
    } catch (error) {
      if (!signal.aborted) fill(list, failure(error, load));
    }
  };
  const loadSoon = debounced(load, 150);
  const setSource = (value) => {
    state.source = value;
    load();
  };
  const setName = (value) => {
    state.q = value;
    loadSoon();
  };
  await load();
  const lead = "Names that match no model of the catalogue, with the nearest models and why each was rejected.";
  const sources = MATCHED_SOURCES.map((id) => [id, sourceName(id)]);
  return h(
    "section",
    null,
    h("h2", null, "Names without a model"),
    h("p", { class: "hint" }, lead),
    h(
      "div",
      { class: "row controls" },
      select("Source", [["", "all"], ...sources], state.source, setSource),
      searchField("Name contains", state.q, setName),
    ),
    list,
  );
}

function nameList(names, meta) {
  const isPartial = meta.filtered > names.length;
  const count = isPartial ? `The first ${names.length} of ${meta.filtered}.` : `${meta.filtered} of ${meta.total}.`;
  return [h("p", { class: "hint" }, count), dataTable("Names without a model", NAME_COLUMNS, names.map(nameRow))];
}

function nameRow({ name, source, nearest }) {
  const models = nearest.map((each) => h("div", null, modelLink(each.id), " ", h("span", { class: "hint" }, each.why)));
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, name),
    h("td", null, sourceName(source)),
    h("td", null, models.length ? models : h("span", { class: "hint" }, "none")),
  );
}
