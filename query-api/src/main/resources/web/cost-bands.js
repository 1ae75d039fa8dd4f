// Costs by day as stacked bars: what is in a bar, and where it is drawn.

export const WIDTH = 720;
export const HEIGHT = 200;

const MOST_NAMES = 6;
const GAP = 0.25;

/** All days from the first to the last, as the API writes them. */
export function daysBetween(from, to) {
  const days = [];
  const end = Date.parse(to);
  for (let day = Date.parse(from); day <= end; day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

/**
 * The names with the highest costs, and a bar for each day. Other names are together in the last band, "other".
 *
 * @param groups of GET /costs?by=day,... @param by the other thing that they are added up by
 */
export function bandsOf(groups, by, days) {
  const totals = new Map();
  for (const group of groups) totals.set(group[by], (totals.get(group[by]) ?? 0) + group.costUsd);
  const ranked = [...totals].sort(([, one], [, another]) => another - one).map(([name]) => name);
  const isTooMany = ranked.length > MOST_NAMES;
  const names = isTooMany ? [...ranked.slice(0, MOST_NAMES - 1), "other"] : ranked;
  const bars = days.map((day) => bar(day, groups, by, names));
  return {
    names,
    bars,
    highest: Math.max(0, ...bars.map((each) => each.total)),
  };
}

function bar(day, groups, by, names) {
  const costs = names.map(() => 0);
  for (const group of groups) {
    if (group.day !== day) continue;
    const index = names.indexOf(group[by]);
    costs[index < 0 ? names.length - 1 : index] += group.costUsd;
  }
  return { day, costs, total: costs.reduce((sum, cost) => sum + cost, 0) };
}

/** The rectangles of the bars, lowest first; a band without a cost has none. */
export function rectangles({ bars, highest }) {
  const step = WIDTH / Math.max(1, bars.length);
  return bars.flatMap(({ costs }, column) => {
    let top = HEIGHT;
    return costs.flatMap((cost, band) => {
      if (cost <= 0) return [];
      const height = (cost / highest) * HEIGHT;
      top -= height;
      return [{ band, x: column * step, y: top, width: step * (1 - GAP), height }];
    });
  });
}
