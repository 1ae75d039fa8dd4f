// Scales, the frontier's line and the places of its labels in the Value chart.

export const WIDE = { width: 860, height: 520, left: 48, right: 24, top: 24, bottom: 48, label: 12 };
export const NARROW = { width: 420, height: 460, left: 40, right: 14, top: 20, bottom: 44, label: 11 };

const PRICE_TICKS = [0.01, 0.1, 1, 10, 100, 1000];
const QUALITY_STEP = 10;
const PRICE_MARGIN = 0.08;
const CHARACTER_WIDTH = 0.56;

/** A logarithmic scale from the left edge to the right, with the prices of its grid lines. */
export function priceScale(points, box) {
  const logs = points.map((each) => Math.log10(each.price));
  const low = Math.min(...logs) - PRICE_MARGIN;
  const high = Math.max(...logs) + PRICE_MARGIN;
  const width = box.width - box.right - box.left;
  return {
    position: (price) => box.left + ((Math.log10(price) - low) / (high - low || 1)) * width,
    ticks: PRICE_TICKS.filter((price) => Math.log10(price) >= low && Math.log10(price) <= high),
  };
}

/** A linear scale from the bottom to the top that holds every interval, with the values of its grid lines. */
export function qualityScale(points, box) {
  const low = Math.floor(Math.min(...points.map((each) => each.estimate.low)) / QUALITY_STEP) * QUALITY_STEP;
  const top = Math.ceil(Math.max(...points.map((each) => each.estimate.high)) / QUALITY_STEP) * QUALITY_STEP;
  const high = Math.min(100, top);
  const height = box.height - box.bottom - box.top;
  return {
    position: (value) => box.height - box.bottom - ((value - low) / (high - low || 1)) * height,
    ticks: Array.from({ length: (high - low) / QUALITY_STEP + 1 }, (_, i) => low + QUALITY_STEP * i),
  };
}

/** A step up at each point: its quality costs its price until the next point. */
export function frontierPath(best, x, y, box) {
  const [first, ...others] = best.map(({ price, estimate }) => [x.position(price), y.position(estimate.estimate)]);
  const steps = others.map(([px, py]) => `H${px}V${py}`);
  return `M${first[0]} ${first[1]}${steps.join("")}H${box.width - box.right}`;
}

/** Names to the left of the frontier's points. The best point comes first; a name without room is left out. */
export function labelPlaces(best, x, y, box) {
  const placed = [];
  for (const { model, price, estimate } of best.toReversed()) {
    const width = model.name.length * box.label * CHARACTER_WIDTH;
    const left = Math.max(box.left + 2, x.position(price) - width - 10);
    const top = y.position(estimate.estimate) - 10;
    const label = { text: model.name, left, width, top };
    if (top >= box.label && !placed.some((other) => overlaps(label, other, box.label))) placed.push(label);
  }
  return placed;
}

function overlaps(one, other, labelHeight) {
  return (
    one.left < other.left + other.width + 6 &&
    other.left < one.left + one.width + 6 &&
    Math.abs(one.top - other.top) < labelHeight + 4
  );
}
