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
      if (request.path === "/spawns") {
        const spawn = (model, category, costUsd) => ({
          id: "s",
          status: "completed",
          model,
          category,
          costUsd,
          savingsUsd: 0.5,
        });
        return [200, { data: [spawn("a/one", "coding", 1.25), spawn("b/two", "coding", 0.004)], meta: {} }];
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

Spend: $1.25 for 2 spawns by workers, saved $1.00
- by model: a/one $1.25, b/two $0.004000
- by category: coding $1.25`,
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
