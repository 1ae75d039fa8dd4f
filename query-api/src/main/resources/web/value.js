// Quality against price, and who gives most for the money.

import { get, query } from "/web/api.js";
import { remember } from "/web/address.js";
import { fill, h } from "/web/dom.js";
import { CATEGORIES, money, number } from "/web/format.js";
import { check, credit, empty, failure, heading, loading, modelLink, select } from "/web/parts.js";
import { frontier, scatter } from "/web/scatter.js";

export async function show(main, { params }, signal) {
  const state = { category: CATEGORIES.includes(params.get("category")) ? params.get("category") : "coding", measured: params.get("measured") !== "false" };
  const place = h("div", { class: "value" });
  const draw = async () => {
    remember("/value", { category: state.category, measured: state.measured ? "" : "false" });
    try {
      const { data, meta } = await get("/models" + query({ category: state.category, limit: 1000 }), signal);
      fill(place, chart(data, state, meta));
    } catch (error) {
      if (!signal.aborted) fill(place, failure(error, draw));
    }
  };
  const set = (name) => (value) => { state[name] = value; draw(); };
  fill(main, heading("Value", "Quality against price. The line joins the models that nothing cheaper beats."),
    h("div", { class: "row controls" },
      select("Kind of work", CATEGORIES.map((each) => [each, each]), state.category, set("category")),
      h("fieldset", { class: "chips" }, h("legend", null, "Show"), check("Only what was measured", state.measured, set("measured")))),
    place);
  fill(place, loading("models"));
  await draw();
}

function chart(models, { category, measured }, meta) {
  const known = models.map((model) => ({ model, estimate: model.estimates?.[category], price: model.pricing.prompt + model.pricing.completion }))
    .filter((each) => each.estimate && each.model.pricing.prompt >= 0 && !each.model.tags.includes("router"))
    .filter((each) => !measured || each.estimate.sources > 0);
  const priced = known.filter((each) => each.price > 0);
  if (priced.length === 0) return empty("Nothing to draw yet", "No model of this kind has both a price and an estimate.");
  const best = frontier(priced);
  return [
    h("div", { class: "split" },
      h("figure", null, scatter(priced, best, category),
        h("figcaption", { class: "hint" }, priced.length, " models; USD for 1M prompt and 1M completion tokens together, on a logarithmic scale. A vertical line is one standard deviation each way. ",
          known.length - priced.length > 0 && `${known.length - priced.length} free ones are not drawn.`)),
      h("section", { "aria-label": "Pareto frontier" }, h("h2", null, "The frontier"), h("p", { class: "hint" }, "From cheap to dear, each better than all before it."),
        h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Frontier table" }, table(best)))),
    credit(meta.attribution),
  ];
}

function table(best) {
  return h("table", { class: "data" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, "Model"), h("th", { scope: "col", class: "right" }, "Quality"), h("th", { scope: "col", class: "right" }, "Price"))),
    h("tbody", null, best.map(({ model, estimate, price }) => h("tr", null,
      h("th", { scope: "row" }, modelLink(model.id, model.name), h("span", { class: "sub" }, model.provider)),
      h("td", { class: "num" }, number(estimate.estimate), h("span", { class: "sub" }, "± ", number((estimate.high - estimate.low) / 2))),
      h("td", { class: "num" }, money(price))))));
}
