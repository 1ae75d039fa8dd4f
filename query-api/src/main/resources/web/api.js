// The REST API. Every failure becomes an ApiError with a sentence a person can act on.

const KEY = "api-key";

export class ApiError extends Error {
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** @param params those without a value are left out */
export function query(params) {
  const given = Object.entries(params).filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false);
  return given.length ? "?" + new URLSearchParams(given) : "";
}

export const modelPath = (id) => "/models/" + id.split("/").map(encodeURIComponent).join("/");

export function get(path, signal) {
  return send(path, { signal });
}

export function post(path, body, headers = {}) {
  return send(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });
}

export function remove(path) {
  return send(path, { method: "DELETE" });
}

/** Kept while the browser's tab is open, and sent with whatever writes. */
export function keepKey(key) {
  sessionStorage.setItem(KEY, key);
}

async function send(path, options) {
  const response = await reach(path, withKey(options));
  const body = await readable(response);
  if (!response.ok) {
    throw new ApiError(body?.error?.message ?? `the server answered ${response.status}`, body?.error?.code ?? "", response.status);
  }
  return body;
}

function withKey(options) {
  const key = options.method ? sessionStorage.getItem(KEY) : null;
  return key ? { ...options, headers: { ...options.headers, Authorization: "Bearer " + key } } : options;
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new ApiError("the server cannot be reached; is it running?", "unreachable", 0);
  }
}

async function readable(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
