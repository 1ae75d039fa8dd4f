// Changes, grouped and compared.

import { formatOf, number } from "./format.js";

/** Groups of changes that the same pulls caused at the same time, in the order of their first change. */
export function groupedByCause(changes) {
  const groups = new Map();
  for (const change of changes) {
    const cause = change.at + JSON.stringify(change.because);
    groups.set(cause, [...(groups.get(cause) ?? []), change]);
  }
  return [...groups.values()];
}

/** How far a value moved, and whether that is good; null where one of the values is missing. */
export function difference({ from, to, kind }) {
  if (isMissing(from) || isMissing(to)) return null;
  const isPrice = kind === "price";
  const isUp = to > from;
  const percent = () => `${Math.abs(Math.round((100 * (to - from)) / from))} %`;
  return { isUp, isBetter: isUp !== isPrice, text: isPrice && from > 0 ? percent() : number(Math.abs(to - from)) };
}

/** One series per field that moved, oldest change first. Changes come newest first. */
export function seriesByField(changes) {
  const series = new Map();
  for (const change of changes.toReversed()) {
    if (change.field) series.set(change.field, [...(series.get(change.field) ?? []), change]);
  }
  return [...series].map(([field, steps]) => ({ field, steps, format: formatOf(steps[0].kind) }));
}

const isMissing = (value) => value === null || value === undefined;
