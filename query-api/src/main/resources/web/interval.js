// Where the parts of an interval bar are, in percent of its width.

const MIN_WIDTH = 0.6;
const MARGIN = 2;

/** A scale that holds all of these estimates and a margin. Entries without an estimate are ignored. */
export function scaleOf(estimates) {
  const known = estimates.filter((each) => each && each.estimate !== null && each.estimate !== undefined);
  if (known.length === 0) return { min: 0, max: 100 };
  const min = Math.min(...known.map((each) => each.low ?? each.estimate));
  const max = Math.max(...known.map((each) => each.high ?? each.estimate));
  return { min: Math.max(0, min - MARGIN), max: Math.min(100, max + MARGIN) };
}

/** What is outside the scale is drawn at its end. */
export function barPositions({ estimate, low, high }, { min, max }) {
  const position = (value) => (100 * (Math.min(Math.max(value, min), max) - min)) / (max - min || 1);
  const left = position(low ?? estimate);
  return { low: left, middle: position(estimate), high: Math.max(position(high ?? estimate), left + MIN_WIDTH) };
}
