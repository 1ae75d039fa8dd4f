// The chart of the Value view.

import { modelAddress } from "./address.js";
import { h, s } from "./dom.js";
import { money, number } from "./format.js";
import { frontierPath, labelPlaces, NARROW, priceScale, qualityScale, WIDE } from "./scatter-geometry.js";

/** The chart; it is drawn again when the screen becomes narrow or wide. @param best the frontier's points */
export function scatterChart(points, best, category) {
  const narrow = matchMedia("(max-width: 600px)");
  const place = h("div", { class: "chart" });
  const tip = h("div", { class: "tip", role: "status", hidden: true });
  const pointOf = new WeakMap();
  const draw = () => {
    const box = narrow.matches ? NARROW : WIDE;
    place.replaceChildren(drawing(points, best, category, box, pointOf), tip);
  };
  narrow.addEventListener("change", draw);
  draw();
  for (const type of ["mouseover", "focusin"]) {
    place.addEventListener(type, (event) => {
      const link = event.target.closest?.(".point");
      if (link) showTip(tip, place, link, pointOf.get(link));
    });
  }
  for (const type of ["mouseleave", "focusout"]) {
    place.addEventListener(type, () => {
      tip.hidden = true;
    });
  }
  return place;
}

function drawing(points, best, category, box, pointOf) {
  const x = priceScale(points, box);
  const y = qualityScale(points, box);
  const frontPoints = new Set(best);
  const others = points.filter((each) => !frontPoints.has(each));
  const mark = (isFront) => (point) => {
    const link = pointLink(point, x, y, isFront);
    pointOf.set(link, point);
    return link;
  };
  const label = `Quality for ${category} against price; the frontier is also listed as a table`;
  return s(
    "svg",
    { viewBox: `0 0 ${box.width} ${box.height}`, role: "group", "aria-label": label },
    grid(x, y, box),
    s("path", { class: "frontier", d: frontierPath(best, x, y, box) }),
    others.map(mark(false)),
    best.map(mark(true)),
    labels(labelPlaces(best, x, y, box)),
  );
}

function grid(x, y, box) {
  const right = box.width - box.right;
  const bottom = box.height - box.bottom;
  const rows = y.ticks.map((value) => {
    const at = y.position(value);
    return [
      s("line", { class: "gridline", x1: box.left, x2: right, y1: at, y2: at }),
      s("text", { class: "tick", x: box.left - 8, y: at + 4, "text-anchor": "end" }, String(value)),
    ];
  });
  const columns = x.ticks.map((value) => {
    const at = x.position(value);
    return [
      s("line", { class: "gridline faint", x1: at, x2: at, y1: box.top, y2: bottom }),
      s("text", { class: "tick", x: at, y: bottom + 18, "text-anchor": "middle" }, money(value)),
    ];
  });
  return s(
    "g",
    { "aria-hidden": "true" },
    rows,
    columns,
    s("text", { class: "axis", x: right, y: box.height - 8, "text-anchor": "end" }, "price →"),
    s("text", { class: "axis", x: 6, y: 13 }, "↑ quality"),
  );
}

function pointLink({ model, estimate, price }, x, y, isFront) {
  const cx = x.position(price);
  const cy = y.position(estimate.estimate);
  return s(
    "a",
    {
      href: modelAddress(model.id),
      class: isFront ? "point front" : "point",
      tabindex: isFront ? 0 : -1,
      "aria-label": `${model.name}: ${number(estimate.estimate)} at ${money(price)}`,
    },
    s("line", { class: "spread", x1: cx, x2: cx, y1: y.position(estimate.low), y2: y.position(estimate.high) }),
    s("circle", { class: "hit", cx, cy, r: 12 }),
    s("circle", { class: "dot", cx, cy, r: isFront ? 5.5 : 3.5 }),
  );
}

function labels(places) {
  const texts = places.map(({ text, left, top }) => s("text", { class: "label", x: left, y: top }, text));
  return s("g", { "aria-hidden": "true" }, texts);
}

function showTip(tip, place, link, { model, estimate, price }) {
  const interval = `${number(estimate.estimate)} (${number(estimate.low)} to ${number(estimate.high)})`;
  tip.hidden = false;
  tip.replaceChildren(h("strong", null, model.name), h("span", null, `${interval} · ${money(price)}`));
  const dot = link.querySelector(".dot").getBoundingClientRect();
  const frame = place.getBoundingClientRect();
  const left = Math.min(Math.max(dot.left - frame.left + 12, 0), frame.width - tip.offsetWidth);
  tip.style.setProperty("left", left + "px");
  tip.style.setProperty("top", Math.max(dot.top - frame.top - 56, 0) + "px");
}
