import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pluginFor } from "./plugin-under-test.mjs";

const UNUSED = { apiUrl: "http://127.0.0.1:1" };

async function refusal(tool, params, settings = UNUSED) {
  const answer = await pluginFor(settings)[tool](params);
  assert.equal(answer.action, "error");
  return answer.error;
}

describe("parameters", () => {
  for (const [params, message] of [
    [undefined, /parameter is missing: expected an object/],
    ["T", /parameter is "T": expected an object/],
    [{}, /'task' is missing: expected what is to be done/],
    [{ task: "  " }, /'task' is "  ": expected text/],
    [{ task: 7 }, /'task' is 7: expected text/],
    [{ task: "x".repeat(200_001) }, /expected text of 1 to 200000 characters/],
    [{ task: "T", category: "poems" }, /'category' is "poems": expected one of coding/],
    [{ task: "T", mode: "swarm" }, /'mode' is "swarm": expected one of single, collective, cascade/],
    [{ task: "T", budget: "cheap" }, /'budget' is "cheap": expected one of low, medium, high, any/],
    [{ task: "T", collectiveCount: 2.5 }, /'collectiveCount' is 2.5: expected a whole number from 2 to 5/],
    [{ task: "T", collectiveCount: "3" }, /expected a whole number from 2 to 5/],
    [{ task: "T", budgt: "low" }, /unknown parameter 'budgt': did you mean 'budget'\?/],
    [{ task: "T", messages: [{ role: "user", content: "M" }] }, /'task' is given beside 'messages'/],
    [{ system: "S", messages: [{ role: "user", content: "M" }] }, /'system' is given beside 'messages'/],
    [{ messages: [] }, /'messages' is \[\]: expected a list of messages with a 'role' and a 'content'/],
    [{ messages: [{ role: "robot", content: "M" }] }, /expected a list of messages with a 'role'/],
    [{ messages: [{ role: "system", content: "M" }] }, /'messages' has no text of the user/],
    [{ messages: [{ role: "user", content: [] }] }, /'messages' has no text of the user/],
    [
      { task: "T", images: ["file:///etc/passwd"] },
      /'images' is .*expected a list of https addresses or data URLs/,
    ],
    [{ task: "T", images: [] }, /'images' is \[\]: expected a list/],
    [{ task: "T", files: [{ name: "a.txt" }] }, /'files' is .*each with a 'name' and 'data' or 'text'/],
    [{ task: "T", parameters: "hot" }, /'parameters' is "hot": expected an object/],
    [{ task: "T", requireParameters: 1 }, /'requireParameters' is 1: expected true or false/],
    [{ task: "T", responseFormat: "xml" }, /'responseFormat' is "xml": expected 'json' or a JSON Schema/],
    [{ task: "T", privacy: [] }, /'privacy' is \[\]: expected an object/],
    [{ task: "T", label: [] }, /'label' is \[\]: expected text/],
  ]) {
    it(`smart_spawn refuses ${JSON.stringify(params)?.slice(0, 40)}`, async () => {
      const { code, message: actual } = await refusal("spawn", params);
      assert.equal(code, "invalid_parameters");
      assert.match(actual, message);
    });
  }

  it("one answer names all mistakes", async () => {
    const { message } = await refusal("spawn", { mode: "x", budget: "y" });
    assert.equal(message.split("; ").length, 3);
  });

  for (const [params, message] of [
    [{}, /'rating' is missing.*'model' is missing.*'category' is missing/],
    [{ rating: 0, spawnId: "s" }, /'rating' is 0: expected a whole number from 1 to 5/],
    [
      { rating: 3, model: "a/b" },
      /'category' is missing: expected the one smart_spawn named, or a 'spawnId'/,
    ],
    [{ rating: 3, spawnId: "s", coment: "x" }, /did you mean 'comment'\?/],
  ]) {
    it(`smart_spawn_feedback refuses ${JSON.stringify(params)}`, async () => {
      const { code, message: actual } = await refusal("rate", params);
      assert.equal(code, "invalid_parameters");
      assert.match(actual, message);
    });
  }
});

describe("settings", () => {
  for (const [settings, message] of [
    [{ apiUrl: "ftp://somewhere" }, /'apiUrl' is no address: expected http\(s\)/],
    [{ apiUrl: "http://me:secret@host" }, /'apiUrl' is no address/],
    [{ apiKey: "secret\n" }, /'apiKey' is no key: expected 1 to 500 visible ASCII characters/],
    [{ apiUrl: "nonsense" }, /'apiUrl' is no address/],
    [{ maxBudgetPerTask: 0 }, /'maxBudgetPerTask' is 0: expected US dollars above 0/],
    [{ execute: "me" }, /'execute' is "me": expected one of agent, worker/],
    [{ fallbackModels: { coding: "gpt" } }, /fallbackModels: 'coding' is 'gpt': expected maker\/model/],
    [{ fallbackModels: { code: "a/b" } }, /unknown fallback category 'code': did you mean 'coding'\?/],
    [{ apiURL: "http://x" }, /unknown setting 'apiURL': did you mean 'apiUrl'\?/],
  ]) {
    it(`refuses ${JSON.stringify(settings)} without showing secrets`, async () => {
      const { code, message: actual } = await refusal("spawn", { task: "T" }, settings);
      assert.equal(code, "invalid_settings");
      assert.match(actual, message);
      assert.doesNotMatch(actual, /secret/);
    });
  }
});

describe("an exception inside the plugin", () => {
  it("becomes an answer", async () => {
    const plugin = pluginFor(UNUSED);
    Object.defineProperty(plugin.openclaw.config, "plugins", {
      get() {
        throw new Error("unreadable");
      },
    });

    const answer = await plugin.spawn({ task: "T" });
    assert.deepEqual(answer.error, {
      code: "internal_error",
      message: "a fault of the plugin's own: unreadable",
    });
    assert.match(await plugin.command(), /unreadable/);
  });
});
