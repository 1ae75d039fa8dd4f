import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pluginFor, until } from "./plugin-under-test.mjs";
import { stubApi } from "./stub-api.mjs";

/** An API with one spawn, which moves to the next of the states with each read. */
async function workerApi(states, { submissions = [] } = {}) {
  const left = [...states];
  const refusals = [...submissions];
  let spawn;
  const api = await stubApi(({ method, path, body }) => {
    if (path === "/status") {
      return [200, { data: { status: "ok" } }];
    }
    if (method === "POST" && path === "/spawns") {
      const refusal = refusals.shift();
      spawn ??= { id: body.id, status: "queued" };
      return refusal ?? [202, { data: spawn }];
    }
    if (path === `/spawns/${spawn?.id}`) {
      const state = method === "DELETE" ? { status: "running" } : left.length > 1 ? left.shift() : left[0];
      return [method === "DELETE" ? 202 : 200, { data: { ...spawn, ...state } }];
    }
    return path.endsWith("/outcome")
      ? [202, { data: body }]
      : [404, { error: { code: "unknown_spawn", message: `there is no spawn at ${path}` } }];
  });
  return api;
}

const DONE = {
  status: "completed",
  mode: "collective",
  category: "reasoning",
  model: "a/one",
  models: ["a/one", "b/two"],
  answer: "2, 3 and 5",
  outputs: [
    { model: "a/one", text: "2, 3, 5", call: "c1" },
    { model: "b/two", text: "x".repeat(9000) },
  ],
  costUsd: 0.0123,
  savingsUsd: 0.05,
  reasons: ["one call was tried twice"],
};

describe("a spawn worker", () => {
  it("gets all parameters, and the tool returns its answer", async () => {
    const api = await workerApi([{ status: "running" }, DONE]);
    const plugin = pluginFor({
      apiUrl: api.url,
      execute: "worker",
      maxBudgetPerTask: 0.5,
      workerTimeoutSeconds: 60,
    });
    const answer = await plugin.spawn({
      task: "Primes",
      mode: "collective",
      budget: "high",
      collectiveCount: 2,
      label: "L",
    });
    await api.close();

    const [{ body }] = api.to("/spawns");
    const { id, ...request } = body;
    assert.match(id, /^openclaw-[0-9a-f-]{36}$/);
    assert.deepEqual(request, {
      task: "Primes",
      mode: "collective",
      budget: "high",
      collectiveCount: 2,
      label: "L",
      maxCostUsd: 0.5,
      timeoutSeconds: 60,
    });
    assert.equal(answer.action, "result");
    assert.equal(answer.answer, "2, 3 and 5");
    assert.deepEqual(answer.models, ["a/one", "b/two"]);
    assert.deepEqual(answer.outputs[0], { model: "a/one", text: "2, 3, 5" });
    assert.match(answer.outputs[1].text, /x \[cut after 8000 of 9000 characters\]$/);
    assert.equal(answer.costUsd, 0.0123);
    assert.deepEqual(answer.reasons, DONE.reasons);
    assert.deepEqual(answer.spawn, { id, status: "completed" });
  });

  it("gets the same spawn again after a server error", async () => {
    const serverError = [503, { error: { code: "kafka_unavailable", message: "not now" } }];
    const api = await workerApi([DONE], { submissions: [serverError] });
    const answer = await pluginFor({ apiUrl: api.url, execute: "worker" }).spawn({ task: "T" });
    await api.close();

    assert.equal(answer.action, "result");
    const ids = api.to("/spawns").map(({ body }) => body.id);
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });

  it("fails with its reasons and costs in the answer", async () => {
    const api = await workerApi([
      { status: "failed", reasons: ["the day's budget is spent"], costUsd: 0.01 },
    ]);
    const answer = await pluginFor({ apiUrl: api.url, execute: "worker" }).spawn({ task: "T" });
    await api.close();

    assert.equal(answer.action, "failed");
    assert.deepEqual(answer.error, { code: "spawn_failed", message: "the day's budget is spent" });
    assert.equal(answer.costUsd, 0.01);
  });

  it("does not get a refused request; the tool passes on the refusal", async () => {
    const refusal = [400, { error: { code: "invalid_request", message: "'task' has too many bytes" } }];
    const api = await workerApi([DONE], { submissions: [refusal] });
    const answer = await pluginFor({ apiUrl: api.url, execute: "worker" }).spawn({ task: "T" });
    await api.close();

    assert.equal(answer.error.code, "invalid_request");
    assert.match(answer.error.message, /was not taken: 'task' has too many bytes/);
  });

  it("is cancelled when the caller cancels the call", async () => {
    const api = await workerApi([{ status: "running" }]);
    const caller = new AbortController();
    const answering = pluginFor({ apiUrl: api.url, execute: "worker" }).spawn(
      { task: "T" },
      { signal: caller.signal },
    );
    await until(() =>
      api.requests.some(({ method, path }) => method === "GET" && path.startsWith("/spawns/")),
    );
    caller.abort();
    const answer = await answering;
    await api.close();

    assert.equal(answer.error.code, "aborted");
    assert.match(answer.error.message, /spawn openclaw-\S+ cancelled/);
    assert.ok(api.requests.some(({ method }) => method === "DELETE"));
  });

  it("gets ratings of its spawns by their id", async () => {
    const api = await workerApi([DONE]);
    const answer = await pluginFor({ apiUrl: api.url }).rate({ spawnId: "s-1", rating: 2, comment: "thin" });
    await api.close();

    assert.deepEqual(answer, { action: "recorded", spawnId: "s-1", rating: 2, comment: "thin" });
    assert.deepEqual(api.to("/spawns/s-1/outcome")[0].body, { rating: 2, comment: "thin" });
  });

  it("has the answers of its spawns shown by /smartspawn ID", async () => {
    const api = await workerApi([DONE]);
    const plugin = pluginFor({ apiUrl: api.url, execute: "worker" });
    const { spawn } = await plugin.spawn({ task: "T" });
    const shown = await plugin.command(spawn.id);
    const unknown = await plugin.command("other");
    await api.close();

    assert.match(shown, /^Spawn openclaw-\S+: completed, collective, a\/one, \$0\.012300\n[^]*2, 3 and 5$/);
    assert.match(unknown, /there is no spawn/);
  });
});
