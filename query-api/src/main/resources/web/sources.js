// How fresh each source is, and why it is not; pull again; names without a model.

import { get, post, query } from "/web/api.js";
import { remember } from "/web/address.js";
import { debounced, fill, h } from "/web/dom.js";
import { sourceName, SOURCE_NAMES } from "/web/format.js";
import { empty, failure, heading, loading, modelLink, select, tag, when } from "/web/parts.js";

const POLL_MILLIS = 700;
const FIELDS = { openrouter: "openrouter", artificialAnalysis: "artificial-analysis", hfLeaderboard: "hf-leaderboard", lmarena: "lmarena", livebench: "livebench", aliases: "aliases", overrides: "overrides" };

export async function show(main, { params }, signal) {
  const cards = h("div");
  const progress = h("p", { class: "hint", role: "status" });
  const button = h("button", { type: "button", class: "primary", onclick: () => refresh() }, "Refresh all");
  let timer = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const look = async () => {
    clearTimeout(timer);
    try {
      const { data } = await get("/status", signal);
      fill(cards, overview(data));
      const all = Object.values({ ...data.sources, ...data.reference });
      const busy = all.filter((each) => each.refreshing).length;
      const waiting = all.filter((each) => each.lastPull && !each.refreshing && !each.applied).length;
      if (busy || waiting) progress.textContent = [busy && `${busy} of ${all.length} being pulled`, waiting && `${waiting} pulled and not served yet`].filter(Boolean).join(", ");
      else if (button.disabled) progress.textContent = "Done.";
      button.disabled = busy > 0;
      timer = setTimeout(look, busy || waiting ? POLL_MILLIS : POLL_MILLIS * 10);
    } catch (error) {
      if (!signal.aborted) fill(cards, failure(error, look));
    }
  };
  const refresh = async () => {
    button.disabled = true;
    progress.textContent = "Asking…";
    try {
      const { data } = await post("/refresh", {});
      progress.textContent = data.started ? "Started" : data.reason ?? "Nothing was started";
      timer = setTimeout(look, POLL_MILLIS);
      button.disabled = data.started;
    } catch (error) {
      button.disabled = false;
      fill(progress, failure(error, refresh));
    }
  };
  fill(main, heading("Sources", "Where the figures come from, and how fresh they are."),
    h("div", { class: "row controls" }, button, progress), fill(cards, loading("sources")), await names(params, signal));
  await look();
}

function overview(status) {
  return [
    h("p", { class: "hint" }, status.modelCount, " models served, last refresh ", when(status.lastRefresh), ". System: ", status.status, "."),
    h("ul", { class: "cards" }, Object.entries({ ...status.sources, ...status.reference }).map(([field, source]) => card(FIELDS[field] ?? field, source))),
  ];
}

function card(id, source) {
  return h("li", { class: "card" },
    h("div", { class: "row between" }, h("h2", null, sourceName(id)), tag(source.status, source.status)),
    source.refreshing ? h("progress", { "aria-label": sourceName(id) + " is being pulled" }) : h("div", { class: "rule" }),
    h("dl", { class: "facts" },
      pair("Records", source.count.toLocaleString()), pair("Pulled", when(source.lastPull)),
      pair("Next", source.nextPull ? when(source.nextPull) : "–"), pair("Served", source.origin === "snapshot" ? "snapshot" : source.applied ? "yes" : "not yet")),
    source.reason && h("p", { class: "reason" }, source.reason),
    source.attribution && h("p", { class: "credit" }, h("a", { href: source.attribution.url, rel: "noreferrer" }, source.attribution.text)));
}

const pair = (name, value) => h("div", null, h("dt", null, name), h("dd", null, value));

async function names(params, signal) {
  const state = { source: params.get("source") ?? "", q: params.get("q") ?? "" };
  const list = h("div");
  const look = async () => {
    remember("/sources", state);
    try {
      const { data, meta } = await get("/names/unresolved" + query({ source: state.source, q: state.q.trim(), limit: 100 }), signal);
      fill(list, data.length ? nameTable(data, meta) : empty("No such names", "Every name that fits has its model."));
    } catch (error) {
      if (!signal.aborted) fill(list, failure(error, look));
    }
  };
  const soon = debounced(look, 150);
  await look();
  const pulled = Object.keys(SOURCE_NAMES).slice(0, 5).map((id) => [id, sourceName(id)]);
  return h("section", null, h("h2", null, "Names without a model"),
    h("p", { class: "hint" }, "What sources call models that the catalogue does not have, with the nearest ones and what spoke against them."),
    h("div", { class: "row controls" },
      select("Source", [["", "all"], ...pulled], state.source, (value) => { state.source = value; look(); }),
      h("label", { class: "field" }, h("span", null, "Name contains"), h("input", { type: "search", value: state.q, oninput: (event) => { state.q = event.target.value; soon(); } }))),
    list);
}

function nameTable(data, meta) {
  return [
    h("p", { class: "hint" }, meta.filtered > data.length ? `The first ${data.length} of ${meta.filtered}.` : `${meta.filtered} of ${meta.total}.`),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Names without a model" }, h("table", { class: "data" },
      h("thead", null, h("tr", null, ["Name", "Source", "Nearest"].map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", null, data.map((each) => h("tr", null, h("th", { scope: "row" }, each.name), h("td", null, sourceName(each.source)),
        h("td", null, each.nearest.length ? each.nearest.map((near) => h("div", null, modelLink(near.id), " ", h("span", { class: "hint" }, near.why))) : h("span", { class: "hint" }, "none"))))))),
  ];
}
