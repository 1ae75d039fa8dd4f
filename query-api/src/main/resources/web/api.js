// The REST API. Every failure becomes an ApiError whose message tells a person what to do.

import { encodedId } from "./address.js";

const KEY = "api-key";

class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export const modelPath = (id) => "/models/" + encodedId(id);

export function get(path, signal) {
  return send(path, { signal });
}

export function post(path, body, headers = {}) {
  const json = { "Content-Type": "application/json" };
  return send(path, { method: "POST", body: JSON.stringify(body), headers: { ...json, ...headers } });
}

export function remove(path) {
  return send(path, { method: "DELETE" });
}

/** The key is kept until the browser's tab closes, and sent with every request that writes. */
export function keepKey(key) {
  sessionStorage.setItem(KEY, key);
}

async function send(path, options) {
  const response = await fetchResponse(path, withKey(options));
  const body = await parsed(response);
  if (!response.ok) {
    throw new ApiError(body?.error?.message ?? `the server answered ${response.status}`, response.status);
  }
  return body;
}

function withKey(options) {
  const key = options.method ? sessionStorage.getItem(KEY) : null;
  return key ? { ...options, headers: { ...options.headers, Authorization: "Bearer " + key } } : options;
}

async function fetchResponse(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError("The server cannot be reached. Is it running?", 0);
  }
}

async function parsed(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
