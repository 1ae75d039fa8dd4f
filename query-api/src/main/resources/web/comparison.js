// Models side by side. The best value of each row is marked.

import { get } from "./api.js";
import { queryString } from "./address.js";
import { fill, h } from "./dom.js";
import { failure, modelLink, scrollRegion } from "./components.js";
import { plainValue, words } from "./format.js";

export async function showComparison(place, ids, signal, onRemove) {
  if (ids.length < 2) {
    const hint = h("p", { class: "hint" }, "Tick another model to compare it with ", h("code", null, ids[0]), ".");
    fill(place, ids.length === 1 && hint);
    return;
  }
  try {
    const { data, meta } = await get("/compare" + queryString({ ids: ids.join(",") }), signal);
    fill(place, h("h2", null, "Side by side"), table(data, meta, onRemove));
  } catch (error) {
    if (!signal.aborted)
      fill(
        place,
        failure(error, () => showComparison(place, ids, signal, onRemove)),
      );
  }
}

function table(models, meta, onRemove) {
  const heads = models.map((model) =>
    h("th", { scope: "col" }, modelLink(model.id, model.name), removeButton(model, onRemove)),
  );
  const rows = meta.differences.map((difference) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, words(difference.field.replaceAll(".", " · "))),
      difference.values.map((value, i) => cell(value, difference.best.includes(models[i].id))),
    ),
  );
  return scrollRegion(
    "Side by side",
    h(
      "table",
      { class: "data side" },
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Difference"), heads)),
      h("tbody", null, rows),
    ),
  );
}

function removeButton(model, onRemove) {
  const onclick = () => onRemove(model.id);
  return h("button", { type: "button", class: "ghost small", "aria-label": "Remove " + model.name, onclick }, "×");
}

function cell(value, isBest) {
  return h(
    "td",
    { class: isBest ? "best" : null },
    plainValue(value),
    isBest && h("span", { class: "visually-hidden" }, " (best)"),
  );
}
