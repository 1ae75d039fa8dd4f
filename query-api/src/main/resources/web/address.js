// The address after the # says which view is shown and in which state: "#/models?q=claude&sort=price".

/** The view's path, its parts decoded, and its parameters. */
export function current() {
  const [path, query] = location.hash.replace(/^#/, "").split("?", 2);
  const parts = path.split("/").filter((part) => part !== "").map(decoded);
  return { view: parts[0] ?? "pick", parts: parts.slice(1), params: new URLSearchParams(query ?? "") };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An address; parameters that are empty are left out. */
export function addressOf(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== "" && value !== null && value !== undefined && value !== false) query.set(name, value);
  }
  const text = query.toString();
  return "#" + path + (text ? "?" + text : "");
}

/** Notes a view's state in the address without going anywhere. */
export function remember(path, params) {
  history.replaceState(null, "", addressOf(path, params));
}

export function modelAddress(id) {
  return "#/model/" + id.split("/").map(encodeURIComponent).join("/");
}
