// A model's changes over time: one small chart for each field that moved.

import { seriesByField } from "./change-groups.js";
import { h, s } from "./dom.js";
import { dateTime } from "./format.js";
import { EDGE, HEIGHT, pointsOf, stepPath, verticalScale, WIDTH } from "./history-geometry.js";

/** @param changes of one model, newest first */
export function historyCharts(changes) {
  return h("div", { class: "histories" }, seriesByField(changes).map(chart));
}

function chart({ field, steps, format }) {
  const now = Date.now();
  const points = pointsOf(steps, now);
  const last = points.at(-1);
  const label = `${field}: from ${format(points[0]?.value)} to ${format(last?.value)} in ${steps.length} changes since ${dateTime(steps[0].at)}`;
  return h(
    "figure",
    { class: "history" },
    h("figcaption", null, field, " ", h("strong", { class: "num" }, format(last?.value))),
    points.length > 1 &&
      s(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label },
        s("path", { class: "step", d: stepPath(points, now) }),
        s("circle", { class: "now", cx: WIDTH - EDGE, cy: verticalScale(points)(last.value), r: 3.5 }),
      ),
  );
}
