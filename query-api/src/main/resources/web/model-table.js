// The table of models. It is one tab stop; the arrow keys move between its numbers.

import { h } from "./dom.js";
import { intervalBar, modelLink } from "./components.js";
import { scaleOf } from "./interval.js";

const PAGE_SIZE = 50;
const NAME = { id: "name", text: "Model", hint: "by name" };

/** @param options sort, onSort, compared (ids), onCompare and tip, which shows where a number comes from */
export function modelTable(models, columns, options) {
  const scale = scaleOf(columns.filter((each) => each.interval).flatMap((each) => models.map(each.interval)));
  const body = h("tbody");
  let shown = 0;
  const button = h("button", { type: "button", onclick: () => showMore() });
  const showMore = () => {
    body.append(...models.slice(shown, shown + PAGE_SIZE).map((model) => row(model, columns, scale, options)));
    shown += PAGE_SIZE;
    button.textContent = `Show ${Math.min(PAGE_SIZE, models.length - shown)} more`;
    button.hidden = shown >= models.length;
  };
  showMore();
  body.querySelector("td.num")?.setAttribute("tabindex", "0");
  const table = h(
    "table",
    { class: "data models", role: "grid", "aria-label": "Models", onkeydown: moveFocus },
    head(columns, options),
    body,
  );
  options.tip.attachTo(table, columns);
  return [h("div", { class: "scroll" }, table), button];
}

function head(columns, { sort, onSort }) {
  const select = h("th", { scope: "col", class: "compare" }, h("span", { class: "visually-hidden" }, "Compare"));
  return h(
    "thead",
    null,
    h(
      "tr",
      null,
      select,
      [NAME, ...columns].map((column) => headCell(column, sort, onSort)),
    ),
  );
}

function headCell({ id, text, hint }, sort, onSort) {
  const direction = sort === id ? "ascending" : sort === "-" + id ? "descending" : null;
  const arrow = { ascending: " ↑", descending: " ↓" }[direction] ?? "";
  return h(
    "th",
    { scope: "col", class: id === NAME.id ? null : "right", "aria-sort": direction },
    h(
      "button",
      { type: "button", class: "sort", title: hint, onclick: () => onSort(id) },
      text,
      h("span", { "aria-hidden": "true" }, arrow),
    ),
  );
}

function row(model, columns, scale, { compared, onCompare }) {
  const variant = model.id.split(":")[1];
  const checkbox = h("input", {
    type: "checkbox",
    checked: compared.includes(model.id),
    "aria-label": "Compare " + model.name,
    onchange: (event) => onCompare(model.id, event.target.checked),
  });
  return h(
    "tr",
    { "data-id": model.id },
    h("td", { class: "compare" }, checkbox),
    h(
      "th",
      { scope: "row" },
      modelLink(model.id, model.name),
      h("span", { class: "sub" }, model.provider, variant && " · " + variant),
    ),
    columns.map((column) => cell(model, column, scale)),
  );
}

function cell(model, column, scale) {
  const value = column.value(model) ?? null;
  const interval = value !== null && column.interval?.(model);
  return h(
    "td",
    { class: "num" + (value === null ? " none" : ""), tabindex: -1, "data-column": column.id },
    interval && intervalBar(interval, scale),
    column.format(value),
  );
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function moveFocus(event) {
  const move = MOVES[event.key];
  const from = event.target.closest("td.num");
  if (!move || !from) return;
  const rows = [...from.closest("tbody").rows];
  const cells = [...from.parentElement.querySelectorAll("td.num")];
  const target = rows[rows.indexOf(from.parentElement) + move[0]];
  const to = target?.querySelectorAll("td.num")[cells.indexOf(from) + move[1]];
  if (!to) return;
  event.preventDefault();
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}
