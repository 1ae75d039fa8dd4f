import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pluginFor } from "./plugin-under-test.mjs";
import { NO_RESPONSE, stubApi, unreachableUrl } from "./stub-api.mjs";

const UNREACHABLE_URL = await unreachableUrl();

async function timed(work) {
  const started = Date.now();
  return { answer: await work(), millis: Date.now() - started };
}

describe("while the API cannot be reached", () => {
  for (const mode of ["single", "collective", "cascade"]) {
    it(`${mode} mode names one fallback model`, async () => {
      const plugin = pluginFor({ apiUrl: UNREACHABLE_URL, fallbackModels: { coding: "maker/mine" } });
      const answer = await plugin.spawn({ task: "T", mode, category: "coding" });

      assert.equal(answer.action, "spawn");
      assert.equal(answer.model, "openrouter/maker/mine");
      assert.equal(answer.mode, "single");
      assert.equal(answer.source, "fallback");
      assert.match(answer.reason, /cannot be reached \(ECONNREFUSED\): fallback for coding/);
      assert.equal(plugin.log.length, 1);
      assert.match(plugin.log[0], /openrouter\/maker\/mine stands in for coding/);
    });
  }

  it("a task for a worker falls back to the agent", async () => {
    const answer = await pluginFor({ apiUrl: UNREACHABLE_URL, execute: "worker" }).spawn({ task: "T" });

    assert.equal(answer.action, "spawn");
    assert.equal(answer.source, "fallback");
    assert.equal(answer.model, "openrouter/anthropic/claude-sonnet-4.6");
  });

  for (const execute of ["agent", "worker"]) {
    it(`an API that does not respond leads to a fallback within 2 s (${execute})`, async () => {
      const silent = await stubApi(() => NO_RESPONSE);
      const plugin = pluginFor({ apiUrl: silent.url, execute });
      const { answer, millis } = await timed(() =>
        plugin.spawn({ task: "T", mode: "cascade", category: "coding" }),
      );
      await silent.close();

      assert.equal(answer.source, "fallback");
      assert.match(answer.reason, /did not answer in time/);
      assert.ok(millis < 2000, `took ${millis} ms`);
    });
  }

  for (const [what, reply] of [
    ["a page of another server", [200, "<html>hello</html>"]],
    ["JSON of another server", [200, { data: { model: "m" } }]],
    ["an error in another format", [404, "not here"]],
    ["a server error of the API", [503, { error: { code: "starting", message: "not yet" } }]],
  ]) {
    it(`${what} counts as unreachable`, async () => {
      const other = await stubApi(() => reply);
      const answer = await pluginFor({ apiUrl: other.url }).spawn({ task: "T", category: "coding" });
      await other.close();

      assert.equal(answer.source, "fallback");
    });
  }
});
