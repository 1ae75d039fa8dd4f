// Every model: sorted, filtered, each number with its source, up to five side by side.

import { get, query } from "/web/api.js";
import { remember } from "/web/address.js";
import { columnsFor, USUAL_COLUMNS } from "/web/columns.js";
import { comparison } from "/web/comparison.js";
import { debounced, fill, h } from "/web/dom.js";
import { CATEGORIES } from "/web/format.js";
import { modelTable } from "/web/model-table.js";
import { check, credit, empty, failure, heading, loading, select } from "/web/parts.js";
import { originOf } from "/web/origin.js";

const TIERS = [["", "any"], ["premium", "premium"], ["standard", "standard"], ["budget", "budget"]];
const ABLE = [["", "any"], ["vision", "vision"], ["functionCalling", "function calling"], ["json", "JSON output"], ["reasoning", "reasoning"]];
const PRICES = [["", "any"], ["0", "free"], ["1", "under $1"], ["5", "under $5"], ["20", "under $20"]];
const CONTEXTS = [["", "any"], ["128000", "128k"], ["200000", "200k"], ["400000", "400k"], ["1000000", "1M"]];
const MOST_COMPARED = 5;

export async function show(main, { params }, signal) {
  const state = {
    q: params.get("q") ?? "", category: params.get("category") ?? "", tier: params.get("tier") ?? "", provider: params.get("provider") ?? "",
    able: params.get("able") ?? "", price: params.get("price") ?? "", context: params.get("context") ?? "",
    sort: params.get("sort") ?? "-quality", columns: params.get("columns") ?? "", compare: params.get("compare") ?? "",
  };
  fill(main, heading("Models"), loading("models"));
  const { data, meta } = await get("/models" + query({ limit: 1000 }), signal);
  const place = h("div");
  const compared = h("section", { class: "compared", "aria-live": "polite", "aria-label": "Comparison" });
  const draw = () => {
    remember("/models", { ...state, sort: state.sort === "-quality" ? "" : state.sort });
    const columns = columnsFor(state.category);
    const chosen = state.columns ? state.columns.split(",") : USUAL_COLUMNS;
    const shown = sorted(data.filter((model) => fits(model, state)), columns, state.sort);
    fill(place, h("p", { class: "hint", role: "status" }, shown.length, " of ", meta.total, " models"),
      shown.length ? modelTable(shown, columns.filter((each) => chosen.includes(each.id)), { sort: state.sort, onsort, picked: picked(state), onpick, origin: originOf(signal) })
        : empty("No model fits", "Take a filter back."));
  };
  const onsort = (id) => { state.sort = state.sort === "-" + id ? id : "-" + id; draw(); };
  const onpick = (id, on) => {
    const ids = picked(state).filter((each) => each !== id);
    state.compare = (on ? [...ids, id] : ids).slice(-MOST_COMPARED).join(",");
    draw();
    compare();
  };
  const compare = () => comparison(compared, picked(state), signal, (id) => onpick(id, false));
  fill(main, heading("Models", "Point at a number, or move to it with the arrow keys, to see where it comes from."),
    filters(state, data, draw), compared, place, credit(meta.attribution));
  draw();
  await compare();
}

const picked = (state) => state.compare.split(",").filter(Boolean);

function fits(model, state) {
  const text = state.q.trim().toLowerCase();
  return (!text || model.id.toLowerCase().includes(text) || model.name.toLowerCase().includes(text))
    && (!state.category || model.categories.includes(state.category))
    && (!state.tier || model.tier === state.tier)
    && (!state.provider || model.provider === state.provider)
    && (!state.able || model.capabilities[state.able])
    && (!state.context || model.contextLength >= Number(state.context))
    && affordable(model.pricing.prompt, state.price);
}

function affordable(price, ceiling) {
  if (ceiling === "") return true;
  return ceiling === "0" ? price === 0 : price >= 0 && price < Number(ceiling);
}

/** What has no figure comes last either way. */
function sorted(models, columns, sort) {
  const id = sort.replace(/^-/, "");
  const sign = sort.startsWith("-") ? -1 : 1;
  if (id === "name") return [...models].sort((a, b) => sign * a.name.localeCompare(b.name));
  const value = (columns.find((each) => each.id === id) ?? columns[0]).value;
  const known = (model) => { const found = value(model); return found === undefined || found === null || found < 0 ? null : found; };
  return [...models].sort((a, b) => {
    const [left, right] = [known(a), known(b)];
    if (left === null || right === null) return (left === null) - (right === null);
    return sign * (left - right) || a.id.localeCompare(b.id);
  });
}

function filters(state, models, draw) {
  const set = (name) => (value) => { state[name] = value; draw(); };
  const providers = [...new Set(models.map((model) => model.provider))].sort();
  const soon = debounced(draw, 100);
  return h("form", { class: "row controls", role: "search", "aria-label": "Filter models", onsubmit: (event) => event.preventDefault() },
    h("label", { class: "field grow" }, h("span", null, "Name contains"),
      h("input", { type: "search", value: state.q, placeholder: "claude, gpt, qwen…", oninput: (event) => { state.q = event.target.value; soon(); } })),
    select("Kind of work", [["", "all"], ...CATEGORIES.map((each) => [each, each])], state.category, set("category")),
    select("Tier", TIERS, state.tier, set("tier")),
    select("Provider", [["", "all"], ...providers.map((each) => [each, each])], state.provider, set("provider")),
    select("Can do", ABLE, state.able, set("able")),
    select("Prompt price", PRICES, state.price, set("price")),
    select("Context, at least", CONTEXTS, state.context, set("context")),
    chooser(state, draw));
}

function chooser(state, draw) {
  const chosen = new Set(state.columns ? state.columns.split(",") : USUAL_COLUMNS);
  return h("details", { class: "chooser" }, h("summary", null, "Columns"),
    h("div", { class: "sheet chips" }, columnsFor(state.category).map((column) => check(column.text, chosen.has(column.id), (on) => {
      chosen[on ? "add" : "delete"](column.id);
      state.columns = [...chosen].join(",");
      draw();
    }))));
}
