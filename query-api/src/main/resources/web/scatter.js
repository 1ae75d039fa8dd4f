// The chart of the Value view.

import { modelAddress } from "/web/address.js";
import { h, s } from "/web/dom.js";
import { money, number } from "/web/format.js";

const WIDE = { width: 860, height: 520, left: 48, right: 24, top: 24, bottom: 48, label: 12 };
const NARROW = { width: 420, height: 460, left: 40, right: 14, top: 20, bottom: 44, label: 11 };

/** Those that nothing as cheap or cheaper beats, the cheapest first. */
export function frontier(points) {
  const cheapestFirst = [...points].sort((a, b) => a.price - b.price || b.estimate.estimate - a.estimate.estimate);
  const best = [];
  for (const point of cheapestFirst) {
    if (best.length === 0 || point.estimate.estimate > best.at(-1).estimate.estimate) best.push(point);
  }
  return best;
}

/** The chart, drawn again where its width changes its shape. */
export function scatter(points, best, category) {
  const narrow = matchMedia("(max-width: 600px)");
  const place = h("div", { class: "chart" });
  const draw = () => place.replaceChildren(drawing(points, best, category, narrow.matches ? NARROW : WIDE), place.tip);
  place.tip = h("div", { class: "tip", role: "status", hidden: true });
  narrow.addEventListener("change", draw);
  draw();
  for (const event of ["mouseover", "focusin"]) place.addEventListener(event, (e) => tell(place, e.target.closest?.(".point")));
  for (const event of ["mouseleave", "focusout"]) place.addEventListener(event, () => { place.tip.hidden = true; });
  return place;
}

function drawing(points, best, category, box) {
  const x = logScale(points.map((each) => each.price), box.left, box.width - box.right);
  const y = linearScale(points.flatMap((each) => [each.estimate.low, each.estimate.high]), box.height - box.bottom, box.top);
  const inFront = new Set(best);
  const others = points.filter((each) => !inFront.has(each));
  return s("svg", { viewBox: `0 0 ${box.width} ${box.height}`, role: "group", "aria-label": `Quality for ${category} against price; the frontier is also listed as a table` },
    grid(x, y, box),
    s("path", { class: "frontier", d: steps(best, x, y, box) }),
    others.map((each) => mark(each, x, y, false)),
    best.map((each) => mark(each, x, y, true)),
    labels(best, x, y, box));
}

function grid(x, y, box) {
  return s("g", { "aria-hidden": "true" },
    y.ticks.map((value) => [s("line", { class: "gridline", x1: box.left, x2: box.width - box.right, y1: y(value), y2: y(value) }),
      s("text", { class: "tick", x: box.left - 8, y: y(value) + 4, "text-anchor": "end" }, String(value))]),
    x.ticks.map((value) => [s("line", { class: "gridline faint", x1: x(value), x2: x(value), y1: box.top, y2: box.height - box.bottom }),
      s("text", { class: "tick", x: x(value), y: box.height - box.bottom + 18, "text-anchor": "middle" }, money(value))]),
    s("text", { class: "axis", x: box.width - box.right, y: box.height - 8, "text-anchor": "end" }, "price →"),
    s("text", { class: "axis", x: 6, y: 13 }, "↑ quality"));
}

function mark(point, x, y, front) {
  const { model, estimate, price } = point;
  const px = x(price);
  const link = s("a", { href: modelAddress(model.id), class: "point" + (front ? " front" : ""), tabindex: front ? 0 : -1,
    "aria-label": `${model.name}: ${number(estimate.estimate)} at ${money(price)}` },
    s("line", { class: "spread", x1: px, x2: px, y1: y(estimate.low), y2: y(estimate.high) }),
    s("circle", { class: "hit", cx: px, cy: y(estimate.estimate), r: 12 }),
    s("circle", { class: "dot", cx: px, cy: y(estimate.estimate), r: front ? 5.5 : 3.5 }));
  link.point = point;
  return link;
}

/** Up and to the right in steps: what one pays for, one gets until the next step. */
function steps(best, x, y, box) {
  const path = best.map(({ price, estimate }, i) => `${i ? "H" : "M"}${x(price)}${i ? "V" : " "}${y(estimate.estimate)}`).join("");
  return path + "H" + (box.width - box.right);
}

/** Names beside the frontier's points, where they have room: the best ones first. */
function labels(best, x, y, box) {
  const taken = [];
  return s("g", { "aria-hidden": "true" }, [...best].reverse().map(({ model, price, estimate }) => {
    const width = model.name.length * box.label * 0.56;
    const left = Math.max(box.left + 2, x(price) - width - 10);
    const top = y(estimate.estimate) - 10;
    const clash = taken.some((other) => left < other.left + other.width + 6 && other.left < left + width + 6 && Math.abs(top - other.top) < box.label + 4);
    if (clash || top < box.label) return null;
    taken.push({ left, width, top });
    return s("text", { class: "label", x: left, y: top }, model.name);
  }));
}

function tell(place, link) {
  if (!link) return;
  const { model, estimate, price } = link.point;
  place.tip.hidden = false;
  place.tip.replaceChildren(h("strong", null, model.name), h("span", null, `${number(estimate.estimate)} (${number(estimate.low)} to ${number(estimate.high)}) · ${money(price)}`));
  const dot = link.querySelector(".dot").getBoundingClientRect();
  const frame = place.getBoundingClientRect();
  const left = Math.min(Math.max(dot.left - frame.left + 12, 0), frame.width - place.tip.offsetWidth);
  place.tip.style.setProperty("left", left + "px");
  place.tip.style.setProperty("top", Math.max(dot.top - frame.top - 56, 0) + "px");
}

function logScale(values, from, to) {
  const low = Math.log10(Math.min(...values)) - 0.08;
  const high = Math.log10(Math.max(...values)) + 0.08;
  const at = (value) => from + ((Math.log10(value) - low) / (high - low || 1)) * (to - from);
  at.ticks = [0.01, 0.1, 1, 10, 100, 1000].filter((value) => Math.log10(value) >= low && Math.log10(value) <= high);
  return at;
}

function linearScale(values, from, to) {
  const low = Math.floor(Math.min(...values) / 10) * 10;
  const high = Math.min(100, Math.ceil(Math.max(...values) / 10) * 10);
  const at = (value) => from + ((value - low) / (high - low || 1)) * (to - from);
  at.ticks = Array.from({ length: (high - low) / 10 + 1 }, (_, i) => low + 10 * i);
  return at;
}
