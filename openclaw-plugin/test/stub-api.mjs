import { createServer } from "node:http";

/** Leaves the request open without a response. */
export const NO_RESPONSE = Symbol("no response");

/**
 * An HTTP server that replaces the API. `answer` gets {method, path, key, query, body} and returns
 * [status, body], or NO_RESPONSE.
 */
export async function stubApi(answer) {
  const requests = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) {
      text += chunk;
    }
    const url = new URL(request.url, "http://stub");
    const received = {
      method: request.method,
      path: url.pathname,
      key: request.headers.authorization,
      query: Object.fromEntries(url.searchParams),
      body: text === "" ? undefined : JSON.parse(text),
    };
    requests.push(received);
    const answered = answer(received);
    if (answered === NO_RESPONSE) {
      return;
    }
    const [status, body] = answered;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    to: (path) => requests.filter((request) => request.path === path),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address at which no server listens. */
export async function unreachableUrl() {
  const api = await stubApi(() => NO_RESPONSE);
  await api.close();
  return api.url;
}

/** Answers like the API, with a fixed pick for each budget. */
export function catalogue({ path, query, body, method }) {
  if (path === "/pick") {
    const excluded = (query.exclude ?? "").split(",");
    const ids = { low: "z-ai/cheap", high: "anthropic/claude-opus-4.6" };
    const id = [ids[query.budget] ?? "maker/medium", "maker/next"].find((id) => !excluded.includes(id));
    return [200, { data: pick(id), meta: { category: category(query.task), budget: query.budget } }];
  }
  if (path === "/recommend") {
    const models = ["a/one", "b/two", "c/three", "d/four", "e/five"].slice(0, Number(query.count));
    const data = models.map((id) => ({ model: { id, name: id }, reason: `why ${id}`, confidence: 0.9 }));
    return [200, { data, meta: { category: category(query.task) } }];
  }
  if (path.startsWith("/spawn-log")) {
    return [202, { data: body }];
  }
  return [404, { error: { code: "unknown_path", message: `there is no ${method} ${path}` } }];
}

const KNOWN = ["coding", "reasoning", "creative", "research", "general", "fast-cheap", "vision"];

const category = (task) => (KNOWN.includes(task) ? task : "research");

function pick(id) {
  return {
    id,
    name: id,
    provider: id.split("/")[0],
    score: 80,
    pricing: { prompt: 1, completion: 2 },
    reason: `why ${id}`,
    confidence: 0.8,
  };
}
