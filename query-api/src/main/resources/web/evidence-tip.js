// A tip that shows where a number of the models table comes from.

import { get, modelPath } from "./api.js";
import { fill, h } from "./dom.js";
import { dateTime, number } from "./format.js";
import { sourceName } from "./labels.js";

const MAX_SHOWN = 6;
const DELAY_MILLIS = 120;
const ID = "evidence-tip";

/** The tip loads a model's evidence once, when one of its numbers is pointed at or focused. */
export function evidenceTip(signal) {
  const loaded = new Map();
  const tip = h("div", { class: "tip evidence-tip", id: ID, role: "tooltip", hidden: true });
  let timer = 0;
  let current = null;

  const hide = () => {
    clearTimeout(timer);
    current?.removeAttribute("aria-describedby");
    current = null;
    tip.hidden = true;
  };
  const show = (cell, columns) => {
    if (!cell || cell === current) return;
    hide();
    current = cell;
    const column = columns.find((each) => each.id === cell.dataset.column);
    timer = setTimeout(async () => {
      const evidence = await evidenceOf(cell.closest("tr").dataset.id, loaded, signal);
      if (current !== cell) return;
      fill(tip, h("strong", null, column.text), h("span", null, column.hint), origin(evidence, column));
      tip.hidden = false;
      place(tip, cell);
      cell.setAttribute("aria-describedby", ID);
    }, DELAY_MILLIS);
  };
  signal.addEventListener("abort", hide);
  return {
    attachTo(table, columns) {
      document.getElementById(ID)?.remove();
      document.body.append(tip);
      signal.addEventListener("abort", () => tip.remove());
      for (const type of ["mouseover", "focusin"]) {
        table.addEventListener(type, (event) => show(event.target.closest("td.num"), columns));
      }
      for (const type of ["mouseleave", "focusout"]) table.addEventListener(type, hide);
      table.addEventListener("keydown", (event) => event.key === "Escape" && hide());
      addEventListener("scroll", () => current && place(tip, current), { passive: true, signal });
    },
  };
}

/** Null if it cannot be loaded. */
function evidenceOf(id, loaded, signal) {
  if (!loaded.has(id)) {
    const evidence = get(modelPath(id) + "/evidence", signal).then(
      (body) => body.data,
      () => null,
    );
    loaded.set(id, evidence);
  }
  return loaded.get(id);
}

function origin(evidence, column) {
  if (column.metrics === null) return h("span", null, "from OpenRouter's catalogue");
  if (!evidence) return h("span", null, "its sources could not be loaded");
  const behind = evidence.filter((each) => column.metrics.some((metric) => each.metric.startsWith(metric)));
  if (behind.length === 0) return h("span", null, "not measured: estimated from tier, release date and price");
  return [
    h(
      "ul",
      null,
      behind.slice(0, MAX_SHOWN).map((each) => h("li", null, inOneLine(each))),
    ),
    behind.length > MAX_SHOWN && h("span", null, "and ", behind.length - MAX_SHOWN, " more"),
  ];
}

function inOneLine({ source, metric, value, rule, pulledAt }) {
  const name = metric.split("/").slice(1).join("/") || metric;
  return `${sourceName(source)}: ${name} ${number(value)}, ${rule}${pulledAt ? ", " + dateTime(pulledAt) : ""}`;
}

function place(tip, cell) {
  const box = cell.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left), innerWidth - tip.offsetWidth - 8);
  const fitsBelow = box.bottom + 8 + tip.offsetHeight < innerHeight;
  const top = fitsBelow ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6);
  tip.style.setProperty("left", left + "px");
  tip.style.setProperty("top", top + "px");
}
