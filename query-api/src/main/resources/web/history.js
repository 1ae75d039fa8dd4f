// What changed over time: one small chart of steps for each figure that moved.

import { h, s } from "/web/dom.js";
import { dateTime, money, number } from "/web/format.js";

const WIDTH = 240;
const HEIGHT = 64;
const EDGE = 6;

/** @param changes of one model, the newest first */
export function history(changes) {
  const moved = new Map();
  for (const change of [...changes].reverse()) {
    if (change.field) moved.set(change.field, [...(moved.get(change.field) ?? []), change]);
  }
  return h("div", { class: "histories" }, [...moved].map(([field, steps]) => chart(field, steps)));
}

function chart(field, steps) {
  const write = steps[0].kind === "price" ? money : number;
  const points = valuesOf(steps);
  const last = points.at(-1);
  const text = `${field}: from ${write(points[0]?.value)} to ${write(last?.value)} in ${steps.length} changes since ${dateTime(steps[0].at)}`;
  return h("figure", { class: "history" }, h("figcaption", null, field, " ", h("strong", { class: "num" }, write(last?.value))),
    points.length > 1 && s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": text }, s("path", { class: "step", d: stepped(points) }),
      s("circle", { class: "now", cx: WIDTH - EDGE, cy: scaled(points)(last.value), r: 3.5 })));
}

/** The value before the first change and after each one; the last one holds until now. */
function valuesOf(steps) {
  const first = Date.parse(steps[0].at);
  const lead = Math.max(60_000, (Date.now() - first) / 4);
  const points = steps[0].from === null || steps[0].from === undefined ? [] : [{ at: first - lead, value: steps[0].from }];
  for (const { at, to } of steps) {
    if (to !== null && to !== undefined) points.push({ at: Date.parse(at), value: to });
  }
  return points;
}

function scaled(points) {
  const values = points.map((each) => each.value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return (value) => HEIGHT - EDGE - ((value - min) / (max - min || 1)) * (HEIGHT - 2 * EDGE);
}

function stepped(points) {
  const y = scaled(points);
  const [from, to] = [points[0].at, Date.now()];
  const x = (at) => EDGE + ((at - from) / (to - from || 1)) * (WIDTH - 2 * EDGE);
  return points.map(({ at, value }, i) => (i ? `H${x(at)}V${y(value)}` : `M${x(at)} ${y(value)}`)).join("") + `H${WIDTH - EDGE}`;
}
