// The line of a small chart of one field: a step at every change.

export const WIDTH = 240;
export const HEIGHT = 64;
export const EDGE = 6;

const MIN_LEAD_MILLIS = 60_000;

/** The value before the first change, and after each one. @param steps changes of one field, oldest first */
export function pointsOf(steps, now) {
  const [{ at, from }] = steps;
  const first = Date.parse(at);
  const lead = Math.max(MIN_LEAD_MILLIS, (now - first) / 4);
  const points = isMissing(from) ? [] : [{ at: first - lead, value: from }];
  for (const step of steps) {
    if (!isMissing(step.to)) points.push({ at: Date.parse(step.at), value: step.to });
  }
  return points;
}

/** Maps a value to its height in the chart. */
export function verticalScale(points) {
  const values = points.map((each) => each.value);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return (value) => HEIGHT - EDGE - ((value - min) / (max - min || 1)) * (HEIGHT - 2 * EDGE);
}

/** The last value holds until now, at the right edge. */
export function stepPath(points, now) {
  const y = verticalScale(points);
  const from = points[0].at;
  const x = (at) => EDGE + ((at - from) / (now - from || 1)) * (WIDTH - 2 * EDGE);
  const [start, ...others] = points;
  const steps = others.map(({ at, value }) => `H${x(at)}V${y(value)}`);
  return `M${x(start.at)} ${y(start.value)}${steps.join("")}H${WIDTH - EDGE}`;
}

const isMissing = (value) => value === null || value === undefined;
