// Tells where a number comes from when it is pointed at or moved to.

import { get, modelPath } from "/web/api.js";
import { fill, h } from "/web/dom.js";
import { dateTime, number, sourceName } from "/web/format.js";

const MOST_SHOWN = 6;
const MILLIS_BEFORE_ASKING = 120;

/** A tip that asks for a model's evidence once. */
export function originOf(signal) {
  const known = new Map();
  const tip = h("div", { class: "tip origin", id: "origin", role: "tooltip", hidden: true });
  let timer = 0;
  let told = null;
  const hide = () => {
    clearTimeout(timer);
    told?.removeAttribute("aria-describedby");
    told = null;
    tip.hidden = true;
  };
  const tell = (cell, columns) => {
    if (!cell || cell === told) return;
    hide();
    told = cell;
    const column = columns.find((each) => each.id === cell.dataset.column);
    timer = setTimeout(async () => {
      const evidence = await of(cell.closest("tr").dataset.id, known, signal);
      if (told !== cell) return;
      fill(tip, h("strong", null, column.text), h("span", null, column.hint), origins(evidence, column));
      tip.hidden = false;
      place(tip, cell);
      cell.setAttribute("aria-describedby", "origin");
    }, MILLIS_BEFORE_ASKING);
  };
  signal.addEventListener("abort", hide);
  return {
    follow(table, columns) {
      document.getElementById("origin")?.remove();
      document.body.append(tip);
      signal.addEventListener("abort", () => tip.remove());
      for (const event of ["mouseover", "focusin"]) table.addEventListener(event, (e) => tell(e.target.closest("td.num"), columns));
      for (const event of ["mouseleave", "focusout"]) table.addEventListener(event, hide);
      addEventListener("scroll", () => told && place(tip, told), { passive: true, signal });
      table.addEventListener("keydown", (e) => { if (e.key === "Escape") hide(); });
    },
  };
}

async function of(id, known, signal) {
  if (!known.has(id)) known.set(id, get(modelPath(id) + "/evidence", signal).then((body) => body.data, () => null));
  return known.get(id);
}

function origins(evidence, column) {
  if (column.metrics === null) return h("span", null, "from OpenRouter's catalogue");
  if (!evidence) return h("span", null, "its sources could not be asked for");
  const behind = evidence.filter((each) => column.metrics.some((metric) => each.metric.startsWith(metric)));
  if (behind.length === 0) return h("span", null, "measured by nobody: placed by tier, release date and price");
  return [
    h("ul", null, behind.slice(0, MOST_SHOWN).map((each) => h("li", null, sourceName(each.source), ": ", each.metric.split("/").slice(1).join("/") || each.metric, " ", number(each.value), ", ", each.rule,
      each.pulledAt ? ", " + dateTime(each.pulledAt) : ""))),
    behind.length > MOST_SHOWN && h("span", null, "and ", behind.length - MOST_SHOWN, " more"),
  ];
}

function place(tip, cell) {
  const box = cell.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left), innerWidth - tip.offsetWidth - 8);
  const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
  tip.style.setProperty("left", left + "px");
  tip.style.setProperty("top", (below ? box.bottom + 6 : Math.max(8, box.top - tip.offsetHeight - 6)) + "px");
}
