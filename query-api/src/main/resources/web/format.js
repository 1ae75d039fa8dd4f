// Numbers, times and names as people read them. A missing value is a dash.

const MISSING = "–";

export function number(value, digits = 1) {
  return isMissing(value) ? MISSING : value.toFixed(digits);
}

/** USD, with as many digits as it takes to tell small amounts apart. */
export function money(value) {
  if (isMissing(value)) return MISSING;
  if (value < 0) return "varies";
  if (value === 0) return "$0";
  if (value >= 100) return "$" + value.toFixed(0);
  if (value >= 0.995) return "$" + value.toFixed(2);
  return "$" + Number(value.toPrecision(2)).toFixed(Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(value)))));
}

/** An amount that may be below zero. */
export function signedMoney(value) {
  if (isMissing(value)) return MISSING;
  return value < 0 ? "−" + money(-value) : money(value);
}

/** How a change of this kind shows its values. */
export const formatOf = (kind) => (kind === "price" ? money : number);

/** The "x" of "± x". */
export const halfWidth = ({ low, high }) => number((high - low) / 2);

export function tokens(count) {
  if (!count) return MISSING;
  if (count >= 1e6) return short(count / 1e6) + "M";
  return count >= 1000 ? short(count / 1000) + "k" : String(count);
}

function short(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, "");
}

const UNITS = [
  [86400 * 365, "y"],
  [86400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
];

/** "3 h ago", "in 5 min". */
export function ago(instant, now = Date.now()) {
  if (!instant) return "never";
  const seconds = (now - Date.parse(instant)) / 1000;
  const [size, unit] = UNITS.find(([each]) => Math.abs(seconds) >= each) ?? [1, "s"];
  const count = Math.round(Math.abs(seconds) / size);
  if (count === 0) return "just now";
  return seconds < 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
}

/** In the reader's time zone and language. */
export function dateTime(instant) {
  return instant ? new Date(instant).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }) : MISSING;
}

export function duration(millis) {
  if (millis < 1000) return Math.round(millis) + " ms";
  return millis < 60000 ? (millis / 1000).toFixed(1) + " s" : Math.round(millis / 60000) + " min";
}

export const percent = (fraction) => Math.round(fraction * 100) + " %";

/** "functionCalling" as "function calling". */
export const words = (name) => name.replace(/([a-z])([A-Z])/g, (_, end, start) => end + " " + start.toLowerCase());

/** Any JSON value. */
export function plainValue(value) {
  if (isMissing(value)) return MISSING;
  if (Array.isArray(value)) return value.join(", ") || MISSING;
  if (typeof value === "number")
    return Number.isInteger(value) ? value.toLocaleString() : String(Number(value.toFixed(3)));
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function isMissing(value) {
  return value === null || value === undefined;
}
