// The body of POST /spawns, from what a person typed.

/** The fields of a request that the form can set. */
const FIELDS = [
  "task",
  "system",
  "images",
  "files",
  "category",
  "mode",
  "budget",
  "label",
  "parameters.effort",
  "parameters.temperature",
  "parameters.maxTokens",
  "parameters.verbosity",
  "requireParameters",
  "responseFormat",
  "maxCostUsd",
  "privacy.dataCollection",
  "privacy.providers.only",
  "privacy.providers.ignore",
  "dryRun",
];

/** @param values by field; what was left empty is not sent, because the API has the defaults */
export function requestBody(values) {
  const body = {};
  for (const field of FIELDS) {
    if (isGiven(values[field])) put(body, field.split("."), values[field]);
  }
  return body;
}

const isGiven = (value) => value !== undefined && value !== "" && value !== false && value?.length !== 0;

function put(object, [name, ...rest], value) {
  if (rest.length === 0) object[name] = value;
  else put((object[name] ??= {}), rest, value);
}

/** Names with commas between them. */
export const namesIn = (text) =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);

export const numberIn = (text) => (text.trim() === "" ? "" : Number(text));

/** What is wrong with a JSON Schema that a person typed; empty if nothing is. */
export function schemaMistake(text) {
  if (text.trim() === "") return "";
  try {
    const schema = JSON.parse(text);
    const isObject = schema !== null && typeof schema === "object" && !Array.isArray(schema);
    return isObject ? "" : 'A JSON Schema is an object, such as {"type": "array"}.';
  } catch {
    return "This is not JSON. Expected a JSON Schema, or nothing for any JSON.";
  }
}

export const responseFormatIn = (text) => (text.trim() === "" ? "json" : JSON.parse(text));
