// All models: sorted, filtered, and up to five of them side by side.

import { get } from "./api.js";
import { queryString, replaceAddress } from "./address.js";
import { columnsFor, DEFAULT_COLUMNS } from "./columns.js";
import { check, credit, empty, heading, loading, searchField, select } from "./components.js";
import { showComparison } from "./comparison.js";
import { debounced, fill, h } from "./dom.js";
import { evidenceTip } from "./evidence-tip.js";
import { CAPABILITIES, CATEGORY_OPTIONS, TIERS } from "./labels.js";
import { isMatch, nextSort, sorted } from "./model-list.js";
import { modelTable } from "./model-table.js";
import { folded } from "./variants.js";

const PRICES = [
  ["", "any"],
  ["0", "free"],
  ["1", "under $1"],
  ["5", "under $5"],
  ["20", "under $20"],
];
const CONTEXTS = [
  ["", "any"],
  ["128000", "128k"],
  ["200000", "200k"],
  ["400000", "400k"],
  ["1000000", "1M"],
];
const MAX_COMPARED = 5;
const MAX_MODELS = 1000;
const DEFAULT_SORT = "-quality";
const STATE = [
  "q",
  "category",
  "tier",
  "provider",
  "capability",
  "price",
  "context",
  "sort",
  "columns",
  "compare",
  "variants",
];

export async function show(main, { params }, signal) {
  const state = Object.fromEntries(STATE.map((name) => [name, params.get(name) ?? ""]));
  state.sort ||= DEFAULT_SORT;
  fill(main, heading("Models"), loading("models"));
  const { data, meta } = await get("/models" + queryString({ limit: MAX_MODELS }), signal);
  const place = h("div");
  const comparison = h("section", { class: "comparison", "aria-live": "polite", "aria-label": "Comparison" });

  const draw = () => {
    replaceAddress("/models", { ...state, sort: state.sort === DEFAULT_SORT ? "" : state.sort });
    const columns = columnsFor(state.category);
    const chosen = chosenColumns(state);
    const matching = data.filter((model) => isMatch(model, state));
    const models = sorted(state.variants ? matching : folded(matching), columns, state.sort);
    const hidden = matching.length - models.length;
    const options = { sort: state.sort, onSort, compared: compared(state), onCompare, tip: evidenceTip(signal) };
    const visible = columns.filter((each) => chosen.includes(each.id));
    fill(
      place,
      h(
        "p",
        { class: "hint", role: "status" },
        models.length,
        " of ",
        meta.total,
        " models",
        hidden > 0 && `; ${hidden} variants and aliases are folded into them`,
      ),
      models.length ? modelTable(models, visible, options) : empty("No model matches", "Remove a filter."),
    );
  };
  const onSort = (id) => {
    state.sort = nextSort(state.sort, id);
    draw();
  };
  const onCompare = (id, isOn) => {
    const others = compared(state).filter((each) => each !== id);
    state.compare = (isOn ? [...others, id] : others).slice(-MAX_COMPARED).join(",");
    draw();
    compare();
  };
  const compare = () => showComparison(comparison, compared(state), signal, (id) => onCompare(id, false));
  fill(
    main,
    heading("Models", "Point at a number, or move to it with the arrow keys, to see where it comes from."),
    filters(state, data, draw),
    comparison,
    place,
    credit(meta.attribution),
  );
  draw();
  await compare();
}

const compared = (state) => state.compare.split(",").filter(Boolean);

const chosenColumns = (state) => (state.columns ? state.columns.split(",") : DEFAULT_COLUMNS);

function filters(state, models, draw) {
  const set = (name) => (value) => {
    state[name] = value;
    draw();
  };
  const drawSoon = debounced(draw, 100);
  const setName = (value) => {
    state.q = value;
    drawSoon();
  };
  const providers = [...new Set(models.map((model) => model.provider))].sort().map((each) => [each, each]);
  return h(
    "form",
    {
      class: "row controls",
      role: "search",
      "aria-label": "Filter models",
      onsubmit: (event) => event.preventDefault(),
    },
    searchField("Name contains", state.q, setName, { placeholder: "claude, gpt, qwen…", grow: true }),
    select("Kind of work", [["", "all"], ...CATEGORY_OPTIONS], state.category, set("category")),
    select("Tier", [["", "any"], ...TIERS], state.tier, set("tier")),
    select("Provider", [["", "all"], ...providers], state.provider, set("provider")),
    select("Capability", [["", "any"], ...CAPABILITIES], state.capability, set("capability")),
    select("Prompt price", PRICES, state.price, set("price")),
    select("Context, at least", CONTEXTS, state.context, set("context")),
    h(
      "fieldset",
      { class: "chips" },
      h("legend", null, "Show"),
      check("Variants and aliases", state.variants === "true", (isOn) => set("variants")(isOn ? "true" : "")),
    ),
    columnChooser(state, draw),
  );
}

function columnChooser(state, draw) {
  const chosen = new Set(chosenColumns(state));
  const toggle = (id) => (isOn) => {
    chosen[isOn ? "add" : "delete"](id);
    state.columns = [...chosen].join(",");
    draw();
  };
  const checks = columnsFor(state.category).map(({ id, text }) => check(text, chosen.has(id), toggle(id)));
  return h("details", { class: "chooser" }, h("summary", null, "Columns"), h("div", { class: "sheet chips" }, checks));
}
