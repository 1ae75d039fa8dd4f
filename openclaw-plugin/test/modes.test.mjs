import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pluginFor, until } from "./plugin-under-test.mjs";
import { catalogue, stubApi } from "./stub-api.mjs";

describe("smart_spawn", () => {
  let api;
  before(async () => (api = await stubApi(catalogue)));
  after(() => api.close());
  const plugin = (settings = {}, config) => pluginFor({ apiUrl: api.url, ...settings }, config);

  it("names one model in single mode and how to spawn it", async () => {
    const answer = await plugin().spawn({ task: "Sort a list", category: "coding", budget: "high" });

    assert.deepEqual(answer, {
      action: "spawn",
      task: "Sort a list",
      model: "openrouter/anthropic/claude-opus-4.6",
      label: "smart coding: claude-opus-4.6",
      reason: "why anthropic/claude-opus-4.6",
      confidence: 0.8,
      pricing: { prompt: 1, completion: 2 },
      mode: "single",
      category: "coding",
      budget: "high",
      source: "api",
      next: "Call sessions_spawn with this task, model and label.",
    });
  });

  it("lets the API find the category from the text of the task", async () => {
    const answer = await plugin().spawn({ task: "Who built\u0007 it?", context: "history" });

    assert.equal(answer.category, "research");
    const { query } = api.to("/pick").at(-1);
    assert.equal(query.task, "Who built  it?");
    assert.equal(query.context, "history");
    assert.equal(query.budget, "medium");
  });

  it("has a long task classified by both ends and returns the whole task", async () => {
    const task = `${"😀".repeat(50_000)}\nWrite tests for this.`;
    const answer = await plugin().spawn({ task });

    assert.equal(answer.task, task);
    const sent = api.to("/pick").at(-1).query.task;
    assert.ok(sent.startsWith("😀".repeat(650)));
    assert.ok(sent.endsWith("😀\nWrite tests for this."));
    assert.ok(sent.length <= 2000);
  });

  it("names several models and a merging model in collective mode", async () => {
    const answer = await plugin({ collectiveCount: 4 }).spawn({ task: "T", mode: "collective", label: "L" });

    assert.equal(answer.action, "collective");
    assert.deepEqual(
      answer.models.map(({ model, label }) => [model, label]),
      [
        ["openrouter/a/one", "L (collective 1)"],
        ["openrouter/b/two", "L (collective 2)"],
        ["openrouter/c/three", "L (collective 3)"],
        ["openrouter/d/four", "L (collective 4)"],
      ],
    );
    assert.equal(answer.merge.model, "openrouter/a/one");
    for (const { model } of answer.models) {
      assert.ok(answer.merge.task.includes(`by ${model}:\n===`));
    }
  });

  it("names a cheap model, a judge and an expensive model in cascade mode", async () => {
    const answer = await plugin().spawn({ task: "T", mode: "cascade", category: "coding" });

    assert.equal(answer.action, "cascade");
    assert.equal(answer.cheap.model, "openrouter/z-ai/cheap");
    assert.equal(answer.judge.model, "openrouter/maker/medium");
    assert.equal(answer.judge.passScore, 7);
    assert.equal(answer.premium.model, "openrouter/anthropic/claude-opus-4.6");
    assert.ok(answer.premium.task.startsWith("T\n"));
    const queries = api
      .to("/pick")
      .slice(-3)
      .map(({ query }) => query);
    assert.deepEqual(
      queries.map(({ exclude }) => exclude),
      [undefined, "z-ai/cheap", "z-ai/cheap"],
    );
  });

  it("reports each choice under the model's id in the API", async () => {
    const own = await stubApi(catalogue);
    const request = { task: "T", mode: "cascade", category: "coding", context: "java" };
    await pluginFor({ apiUrl: own.url }).spawn(request);
    await until(() => own.to("/spawn-log").length === 2);
    await own.close();

    const reports = own.to("/spawn-log").map(({ body }) => body);
    assert.deepEqual(
      reports.find(({ role }) => role === "cascade_cheap"),
      {
        model: "z-ai/cheap",
        category: "coding",
        budget: "low",
        mode: "cascade",
        role: "cascade_cheap",
        source: "api",
        context: "java",
      },
    );
  });

  it("sends the user's key only with requests that write", async () => {
    const own = await stubApi(catalogue);
    await pluginFor({ apiUrl: own.url, apiKey: "of-the-user" }).spawn({ task: "T", category: "coding" });
    await until(() => own.to("/spawn-log").length === 1);
    await own.close();

    assert.equal(own.to("/spawn-log")[0].key, "Bearer of-the-user");
    assert.equal(own.to("/pick")[0].key, undefined);
  });

  it("reads its settings for each call", async () => {
    const changing = plugin();
    changing.openclaw.config.plugins.entries["smart-spawn"].config = {
      apiUrl: api.url,
      defaultMode: "collective",
    };

    assert.equal((await changing.spawn({ task: "T" })).action, "collective");
  });

  it("warns if the user's list of allowed models does not contain the pick", async () => {
    const config = { agents: { defaults: { modelPolicy: { allow: ["anthropic/*"] } } } };
    const answer = await plugin({}, config).spawn({ task: "T", category: "coding" });

    assert.match(answer.warning, /'openrouter\/maker\/medium' is not in the list of allowed models/);
    assert.match(answer.warning, /'openrouter\/\*'/);
  });

  it("passes on a refusal of the API", async () => {
    const refusing = await stubApi(() => [
      404,
      { error: { code: "no_model", message: "no coding model under $1" } },
    ]);
    const answer = await pluginFor({ apiUrl: refusing.url }).spawn({ task: "T", category: "coding" });
    await refusing.close();

    assert.deepEqual(answer, {
      action: "error",
      error: { code: "no_model", message: "no coding model under $1" },
    });
  });

  it("names only the expensive model if no cheap one exists", async () => {
    const expensiveOnly = await stubApi((request) =>
      request.query.budget === "low"
        ? [404, { error: { code: "no_model", message: "none" } }]
        : catalogue(request),
    );
    const answer = await pluginFor({ apiUrl: expensiveOnly.url }).spawn({
      task: "T",
      mode: "cascade",
      category: "coding",
    });
    await expensiveOnly.close();

    assert.equal(answer.action, "spawn");
    assert.equal(answer.model, "openrouter/anthropic/claude-opus-4.6");
    assert.equal(answer.budget, "high");
  });
});
