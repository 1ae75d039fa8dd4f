import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pluginFor } from "./plugin-under-test.mjs";
import { catalogue, stubApi, unreachableUrl } from "./stub-api.mjs";

const UNREACHABLE_URL = await unreachableUrl();

describe("feedback on a model the agent spawned", () => {
  it("is recorded under the model's id in the API", async () => {
    const api = await stubApi(catalogue);
    const plugin = pluginFor({ apiUrl: api.url }, { auth: { profiles: { "anthropic:default": {} } } });
    const { model, category } = await plugin.spawn({ task: "T", category: "coding", budget: "high" });
    const answer = await plugin.rate({ model, category, rating: 4, context: "java" });
    await api.close();

    assert.equal(model, "anthropic/claude-opus-4-6");
    assert.equal(answer.action, "recorded");
    assert.deepEqual(api.to("/spawn-log/outcome")[0].body, {
      rating: 4,
      model: "anthropic/claude-opus-4.6",
      category: "coding",
      context: "java",
    });
  });

  it("answers an error if it could not be recorded", async () => {
    const answer = await pluginFor({ apiUrl: UNREACHABLE_URL }).rate({
      model: "a/b",
      category: "coding",
      rating: 4,
    });

    assert.equal(answer.action, "error");
    assert.equal(answer.error.code, "api_unreachable");
  });
});

describe("/smartspawn", () => {
  const now = Date.now();
  const minutesAgo = (minutes) => new Date(now - minutes * 60_000).toISOString();

  it("shows how fresh the models are, the last picks and the spend", async () => {
    const api = await stubApi((request) => {
      if (request.path === "/status") {
        const sources = {
          openrouter: { status: "ok", lastPull: minutesAgo(5) },
          lmarena: { status: "stale", lastPull: minutesAgo(3000), reason: "answered 500" },
        };
        return [
          200,
          { data: { status: "degraded", modelCount: 342, lastRefresh: minutesAgo(125), sources } },
        ];
      }
      if (request.path === "/costs") {
        const total = { costUsd: 1.254, calls: 3 };
        const models = [
          { model: "b/two", costUsd: 0.004, calls: 1 },
          { model: "a/one", costUsd: 1.25, calls: 2 },
        ];
        const data = request.query.by === "model" ? models : [{ category: "coding", ...total }];
        return [200, { data, meta: { total } }];
      }
      if (request.path === "/costs/savings") {
        const saving = (baseline, savedUsd, leastSavedUsd, mostSavedUsd, spawns) => ({
          baseline,
          spawns,
          savedUsd,
          leastSavedUsd,
          mostSavedUsd,
        });
        return [
          200,
          { data: [saving("best", 1, 0.5, 2, 2), saving("named", 0, 0, 0, 0), saving("noCascade", -0.25, -0.5, 1, 1)] },
        ];
      }
      return catalogue(request);
    });
    const plugin = pluginFor({ apiUrl: api.url });
    await plugin.spawn({ task: "T", category: "coding" });
    const shown = await plugin.command();
    await api.close();

    assert.equal(
      shown,
      `Smart Spawn at ${api.url}: degraded, 342 models, refreshed 2 h ago
- openrouter: ok, 5 min ago
- lmarena: stale, 2 d ago: answered 500

Last picks:
- just now: openrouter/maker/medium for coding (single, medium, api)

Spend in the last 30 days: $1.25 for 3 calls by workers
- by model: a/one $1.25, b/two $0.004000
- by category: coding $1.25
- $1.00 less than the best model alone ($0.500000 to $2.00, spawns: 2)
- $0.250000 more than the expensive model at once, without cascades (-$1.00 to $0.500000, spawns: 1)`,
    );
  });

  it("shows why the API cannot be reached, and the fallbacks that were used", async () => {
    const plugin = pluginFor({ apiUrl: UNREACHABLE_URL });
    await plugin.spawn({ task: "T", category: "vision" });
    const shown = await plugin.command();

    assert.match(shown, /^Smart Spawn: Smart Spawn's API at http:\S+ cannot be reached/);
    assert.match(shown, /openrouter\/google\/gemini-3\.5-flash for vision \(single, medium, fallback\)/);
    assert.match(shown, /1 times a fallback stood in/);
  });
});
