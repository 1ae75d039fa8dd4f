import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pluginFor } from "./plugin-under-test.mjs";
import { nobody, stubApi } from "./stub-api.mjs";

const NOBODY = await nobody();

async function timed(work) {
  const begun = Date.now();
  return { answer: await work(), millis: Date.now() - begun };
}

describe("while the API cannot be reached", () => {
  for (const mode of ["single", "collective", "cascade"]) {
    it(`one fallback model stands in for ${mode} mode`, async () => {
      const plugin = pluginFor({ apiUrl: NOBODY, fallbackModels: { coding: "maker/mine" } });
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

  it("a worker's task falls back to the agent, too", async () => {
    const answer = await pluginFor({ apiUrl: NOBODY, execute: "worker" }).spawn({ task: "T" });

    assert.equal(answer.action, "spawn");
    assert.equal(answer.source, "fallback");
    assert.equal(answer.model, "openrouter/anthropic/claude-sonnet-4");
  });

  for (const execute of ["agent", "worker"]) {
    it(`an API that says nothing is given up within 2 s (${execute})`, async () => {
      const silent = await stubApi(() => "silence");
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
    ["a page of somebody else's", [200, "<html>hello</html>"]],
    ["JSON of somebody else's", [200, { data: { model: "m" } }]],
    ["an error without a reason", [404, "not here"]],
    ["trouble of its own", [503, { error: { code: "starting", message: "not yet" } }]],
  ]) {
    it(`${what} counts as no answer`, async () => {
      const strange = await stubApi(() => reply);
      const answer = await pluginFor({ apiUrl: strange.url }).spawn({ task: "T", category: "coding" });
      await strange.close();

      assert.equal(answer.source, "fallback");
    });
  }
});
