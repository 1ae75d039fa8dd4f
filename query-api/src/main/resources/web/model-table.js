// The table of models: one tab stop, arrow keys between its cells.

import { h } from "/web/dom.js";
import { intervalBar, modelLink, scaleOf } from "/web/parts.js";

const PAGE = 50;

/** @param use sort, onsort, picked, onpick and origin: where the source of a number is told */
export function modelTable(models, columns, use) {
  const scale = scaleOf(columns.filter((each) => each.interval).flatMap((each) => models.map(each.interval)));
  const body = h("tbody");
  let shown = 0;
  const rest = h("button", { type: "button", onclick: () => more() });
  const more = () => {
    body.append(...models.slice(shown, shown + PAGE).map((model) => row(model, columns, scale, use)));
    shown += PAGE;
    rest.textContent = `Show ${Math.min(PAGE, models.length - shown)} more`;
    rest.hidden = shown >= models.length;
  };
  more();
  body.querySelector("td.num")?.setAttribute("tabindex", "0");
  const table = h("table", { class: "data models", role: "grid", "aria-label": "Models", onkeydown: move }, head(columns, use), body);
  use.origin.follow(table, columns);
  return [h("div", { class: "scroll tall" }, table), rest];
}

function head(columns, { sort, onsort }) {
  const all = [{ id: "name", text: "Model", hint: "by name" }, ...columns];
  return h("thead", null, h("tr", null,
    h("th", { scope: "col", class: "pickcell" }, h("span", { class: "unseen" }, "Compare")),
    all.map(({ id, text, hint }) => h("th", { scope: "col", class: id === "name" ? null : "right", "aria-sort": sort === id ? "ascending" : sort === "-" + id ? "descending" : null },
      h("button", { type: "button", class: "sort", title: hint, onclick: () => onsort(id) }, text,
        h("span", { "aria-hidden": "true", class: "arrow" }, sort === id ? " ↑" : sort === "-" + id ? " ↓" : ""))))));
}

function row(model, columns, scale, { picked, onpick }) {
  return h("tr", { "data-id": model.id },
    h("td", { class: "pickcell" }, h("input", { type: "checkbox", checked: picked.includes(model.id), "aria-label": "Compare " + model.name, onchange: (event) => onpick(model.id, event.target.checked) })),
    h("th", { scope: "row" }, modelLink(model.id, model.name), h("span", { class: "sub" }, model.provider, model.id.includes(":") ? " · " + model.id.split(":")[1] : "")),
    columns.map((column) => cell(model, column, scale)));
}

function cell(model, column, scale) {
  const value = column.value(model) ?? null;
  const interval = value !== null && column.interval?.(model);
  return h("td", { class: "num" + (value === null ? " none" : ""), tabindex: -1, "data-column": column.id },
    interval ? intervalBar(interval, scale) : null, column.write(value));
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function move(event) {
  const step = STEPS[event.key];
  const from = event.target.closest("td.num");
  if (!step || !from) return;
  const rows = [...from.closest("tbody").rows];
  const cells = [...from.parentElement.querySelectorAll("td.num")];
  const to = rows[rows.indexOf(from.parentElement) + step[0]]?.querySelectorAll("td.num")[cells.indexOf(from) + step[1]];
  if (!to) return;
  event.preventDefault();
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}
