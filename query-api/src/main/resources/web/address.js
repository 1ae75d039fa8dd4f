// The address after the # names a view and its state: "#/models?q=claude&sort=price".

/** The view, the further parts of its path, decoded, and its parameters. */
export function currentAddress(hash = location.hash) {
  const [path, query] = hash.replace(/^#/, "").split("?", 2);
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  return { view: parts[0] ?? "pick", parts: parts.slice(1), params: new URLSearchParams(query ?? "") };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An address without the parameters that are empty. */
export function addressOf(path, params = {}) {
  return "#" + path + queryString(params);
}

/** "?name=value&..." of the parameters that have a value; without any, an empty string. */
export function queryString(params) {
  const given = Object.entries(params).filter(
    ([, value]) => value !== "" && value !== null && value !== undefined && value !== false,
  );
  return given.length ? "?" + new URLSearchParams(given) : "";
}

/** Records a view's state in the address; neither navigates nor adds to the browser's history. */
export function replaceAddress(path, params) {
  history.replaceState(null, "", addressOf(path, params));
}

export function modelAddress(id) {
  return "#/model/" + encodedId(id);
}

export function spawnAddress(id, params) {
  return addressOf("/spawns/" + encodeURIComponent(id), params);
}

/** A model's id in a path: its slash stays. */
export const encodedId = (id) => id.split("/").map(encodeURIComponent).join("/");
