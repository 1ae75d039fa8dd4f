// Models side by side; what is best in a line is marked.

import { get, query } from "/web/api.js";
import { fill, h } from "/web/dom.js";
import { failure, modelLink } from "/web/parts.js";

export async function comparison(place, ids, signal, onremove) {
  if (ids.length < 2) {
    fill(place, ids.length === 1 && h("p", { class: "hint" }, "Tick another model to compare it with ", h("code", null, ids[0]), "."));
    return;
  }
  try {
    const { data, meta } = await get("/compare" + query({ ids: ids.join(",") }), signal);
    fill(place, h("h2", null, "Side by side"), table(data, meta, onremove));
  } catch (error) {
    if (!signal.aborted) fill(place, failure(error, () => comparison(place, ids, signal, onremove)));
  }
}

function table(models, meta, onremove) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Side by side" }, h("table", { class: "data side" },
    h("thead", null, h("tr", null, h("th", { scope: "col" }, "Difference"), models.map((model) => h("th", { scope: "col" }, modelLink(model.id, model.name),
      h("button", { type: "button", class: "ghost small", "aria-label": "Take " + model.name + " out", onclick: () => onremove(model.id) }, "×"))))),
    h("tbody", null, meta.differences.map((difference) => h("tr", null, h("th", { scope: "row" }, inWords(difference.field)),
      difference.values.map((value, i) => {
        const best = difference.best.includes(models[i].id);
        return h("td", { class: best ? "best" : null }, written(value), best && h("span", { class: "unseen" }, " (best)"));
      }))))));
}

const inWords = (field) => field.replaceAll(".", " · ").replace(/([a-z])([A-Z])/g, (_, a, b) => a + " " + b.toLowerCase());

function written(value) {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.join(", ") || "–";
  if (typeof value === "number") return Number.isInteger(value) ? value.toLocaleString() : String(Number(value.toFixed(3)));
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : value;
}
