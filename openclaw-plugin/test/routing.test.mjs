import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Routing } from "../dist/routing.js";

const NONE = () => false;
const profiles = (...ids) => ({
  auth: { profiles: Object.fromEntries(ids.map((id) => [id, { mode: "api_key" }])) },
});
const everyone = new Routing({}, () => true);

describe("routing", () => {
  it("goes through OpenRouter where the user has nothing else", () => {
    const routing = new Routing({}, NONE);
    assert.equal(routing.ref("anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
    assert.equal(routing.ref("openrouter/anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
  });

  it("goes to the maker where a profile names it, by its id or by its field", () => {
    assert.equal(
      new Routing(profiles("anthropic:manual"), NONE).ref("anthropic/claude-opus-4.6"),
      "anthropic/claude-opus-4-6",
    );
    const named = { auth: { profiles: { mine: { provider: "xai" } } } };
    assert.equal(new Routing(named, NONE).ref("x-ai/grok-4.5"), "xai/grok-4.5");
    assert.equal(
      new Routing(profiles("anthropic:manual"), NONE).ref("x-ai/grok-4.5"),
      "openrouter/x-ai/grok-4.5",
    );
  });

  it("goes to the maker where OpenClaw has its credentials elsewhere", () => {
    const routing = new Routing({}, (provider) => provider === "zai");
    assert.equal(routing.ref("z-ai/glm-5.2"), "zai/glm-5.2");
  });

  for (const [id, ref] of [
    ["anthropic/claude-opus-4.6", "anthropic/claude-opus-4-6"],
    ["anthropic/claude-sonnet-4", "anthropic/claude-sonnet-4-0"],
    ["anthropic/claude-sonnet-5", "anthropic/claude-sonnet-5"],
    ["openai/gpt-5.5", "openai/gpt-5.5"],
    ["google/gemini-2.5-flash", "google/gemini-2.5-flash"],
    ["x-ai/grok-4.5", "xai/grok-4.5"],
    ["z-ai/glm-5.2", "zai/glm-5.2"],
    ["moonshotai/kimi-k2.6", "moonshot/kimi-k2.6"],
    ["deepseek/deepseek-v4-pro", "deepseek/deepseek-v4-pro"],
    ["minimax/minimax-m3", "minimax/MiniMax-M3"],
  ]) {
    it(`calls ${id} as its maker does, and knows it again`, () => {
      assert.equal(everyone.ref(id), ref);
      assert.equal(everyone.id(ref), id);
      assert.equal(everyone.id(`openrouter/${id}`), id);
    });
  }

  for (const id of [
    "anthropic/claude-3.5-sonnet",
    "anthropic/claude-opus-4.6:thinking",
    "openai/gpt-oss-120b",
    "google/gemma-3-27b-it",
    "deepseek/deepseek-r1:free",
    "qwen/qwen3-coder",
    "constructor/x",
  ]) {
    it(`leaves ${id} to OpenRouter whatever credentials there are`, () => {
      assert.equal(everyone.ref(id), `openrouter/${id}`);
    });
  }

  it("prefers a provider of the user's that lists the model", () => {
    const config = {
      models: {
        providers: {
          local: { models: [{ id: "gpt-oss-120b" }] },
          together: { models: [{ id: "moonshotai/Kimi-K2.6" }] },
        },
      },
    };
    const routing = new Routing(config, () => true);
    assert.equal(routing.ref("openai/gpt-oss-120b"), "local/gpt-oss-120b");
    assert.equal(routing.ref("moonshotai/kimi-k2.6"), "together/moonshotai/Kimi-K2.6");
  });

  it("counts a provider without a list as access to its maker, one with a list as access to that", () => {
    const bare = new Routing({ models: { providers: { anthropic: { baseUrl: "http://proxy" } } } }, NONE);
    assert.equal(bare.ref("anthropic/claude-opus-4.6"), "anthropic/claude-opus-4-6");
    const listed = new Routing(
      { models: { providers: { anthropic: { models: [{ id: "claude-sonnet-5" }] } } } },
      NONE,
    );
    assert.equal(listed.ref("anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
  });

  it("takes an agent's own list of allowed models before the common one", () => {
    const config = {
      agents: {
        defaults: { modelPolicy: { allow: ["openrouter/*"] } },
        entries: {
          narrow: { modelPolicy: { allow: ["openrouter/z-ai/*"] } },
          free: { modelPolicy: { allow: [] } },
        },
      },
    };
    const objection = (agent, ref) => new Routing(config, NONE, agent).objection(ref);
    assert.equal(objection("main", "openrouter/a/b"), undefined);
    assert.match(objection("main", "anthropic/claude-opus-4-6"), /not in the list/);
    assert.match(objection("narrow", "openrouter/a/b"), /not in the list/);
    assert.equal(objection("narrow", "openrouter/z-ai/glm-5.2"), undefined);
    assert.equal(objection("free", "any/thing"), undefined);
  });
});
