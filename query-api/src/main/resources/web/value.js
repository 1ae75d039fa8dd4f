// Quality against price: which models give the most for the money.

import { get } from "./api.js";
import { queryString, replaceAddress } from "./address.js";
import { check, credit, dataTable, empty, failure, heading, loading, modelLink, select } from "./components.js";
import { fill, h } from "./dom.js";
import { halfWidth, money, number } from "./format.js";
import { CATEGORIES, CATEGORY_OPTIONS } from "./labels.js";
import { scatterChart } from "./scatter.js";
import { frontier, valuePoints } from "./value-points.js";
import { folded } from "./variants.js";

const MAX_MODELS = 1000;
const COLUMNS = [["Model"], ["Quality", "right"], ["Price", "right"]];

export async function show(main, { params }, signal) {
  const state = {
    category: CATEGORIES.includes(params.get("category")) ? params.get("category") : "coding",
    isMeasured: params.get("measured") !== "false",
    isUnfolded: params.get("variants") === "true",
  };
  const place = h("div", { class: "value" });
  const load = async () => {
    replaceAddress("/value", {
      category: state.category,
      measured: state.isMeasured ? "" : "false",
      variants: state.isUnfolded ? "true" : "",
    });
    try {
      const query = queryString({ category: state.category, limit: MAX_MODELS });
      const { data, meta } = await get("/models" + query, signal);
      fill(place, content(data, state, meta));
    } catch (error) {
      if (!signal.aborted) fill(place, failure(error, load));
    }
  };
  const set = (name) => (value) => {
    state[name] = value;
    load();
  };
  fill(
    main,
    heading("Value", "Quality against price. The line joins the models that nothing cheaper beats."),
    h(
      "div",
      { class: "row controls" },
      select("Kind of work", CATEGORY_OPTIONS, state.category, set("category")),
      h(
        "fieldset",
        { class: "chips" },
        h("legend", null, "Show"),
        check("Measured models only", state.isMeasured, set("isMeasured")),
        check("Variants and aliases", state.isUnfolded, set("isUnfolded")),
      ),
    ),
    place,
  );
  fill(place, loading("models"));
  await load();
}

function content(models, state, meta) {
  const points = valuePoints(state.isUnfolded ? models : folded(models), state);
  const priced = points.filter((each) => each.price > 0);
  const free = points.length - priced.length;
  if (priced.length === 0)
    return empty("Nothing to draw yet", "No model of this kind has both a price and an estimate.");
  const best = frontier(priced);
  return [
    h(
      "div",
      { class: "split" },
      h(
        "figure",
        null,
        scatterChart(priced, best, state.category),
        h(
          "figcaption",
          { class: "hint" },
          `${priced.length} models. The price is USD for 1M prompt and 1M completion tokens together, on a logarithmic scale. `,
          "A vertical line spans one standard deviation up and down. ",
          free > 0 && `${free} free models are not drawn.`,
        ),
      ),
      h(
        "section",
        { "aria-label": "Pareto frontier" },
        h("h2", null, "The frontier"),
        h("p", { class: "hint" }, "From cheapest to most expensive. Each is better than all before it."),
        dataTable("Frontier table", COLUMNS, best.map(row)),
      ),
    ),
    credit(meta.attribution),
  ];
}

function row({ model, estimate, price }) {
  return h(
    "tr",
    null,
    h("th", { scope: "row" }, modelLink(model.id, model.name), h("span", { class: "sub" }, model.provider)),
    h("td", { class: "num" }, number(estimate.estimate), h("span", { class: "sub" }, "± ", halfWidth(estimate))),
    h("td", { class: "num" }, money(price)),
  );
}
