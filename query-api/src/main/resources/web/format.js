// Numbers and times as people read them.

export const CATEGORIES = ["coding", "reasoning", "creative", "research", "general", "vision", "fast-cheap"];
export const SOURCE_NAMES = {
  "openrouter": "OpenRouter",
  "artificial-analysis": "Artificial Analysis",
  "hf-leaderboard": "HF leaderboard",
  "lmarena": "LMArena",
  "livebench": "LiveBench",
  "aliases": "aliases.yaml",
  "overrides": "seed-overrides.yaml",
};

export const sourceName = (id) => SOURCE_NAMES[id] ?? id;

export function number(value, digits = 1) {
  return value === null || value === undefined ? "–" : value.toFixed(digits);
}

/** USD with as many digits as it takes to tell small sums apart. */
export function money(value) {
  if (value === null || value === undefined) return "–";
  if (value < 0) return "varies";
  if (value === 0) return "$0";
  if (value >= 100) return "$" + value.toFixed(0);
  if (value >= 0.995) return "$" + value.toFixed(2);
  return "$" + Number(value.toPrecision(2)).toFixed(Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(value)))));
}

export function tokens(count) {
  if (!count) return "–";
  if (count >= 1e6) return trimmed(count / 1e6) + "M";
  return count >= 1000 ? trimmed(count / 1000) + "k" : String(count);
}

function trimmed(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, "");
}

const UNITS = [[86400 * 365, "y"], [86400, "d"], [3600, "h"], [60, "min"], [1, "s"]];

/** "3 h ago", "in 5 min". */
export function ago(instant, now = Date.now()) {
  if (!instant) return "never";
  const seconds = (now - Date.parse(instant)) / 1000;
  const [size, unit] = UNITS.find(([each]) => Math.abs(seconds) >= each) ?? [1, "s"];
  const count = Math.round(Math.abs(seconds) / size);
  if (count === 0) return "just now";
  return seconds < 0 ? `in ${count} ${unit}` : `${count} ${unit} ago`;
}

export function dateTime(instant) {
  return instant ? new Date(instant).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }) : "–";
}

export function duration(millis) {
  if (millis < 1000) return Math.round(millis) + " ms";
  return millis < 60000 ? (millis / 1000).toFixed(1) + " s" : Math.round(millis / 60000) + " min";
}
