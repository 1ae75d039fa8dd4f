import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Routing } from "../dist/routing.js";

const NO_CREDENTIALS = () => false;
const profiles = (...ids) => ({
  auth: { profiles: Object.fromEntries(ids.map((id) => [id, { mode: "api_key" }])) },
});
const allCredentials = new Routing({}, () => true);

describe("routing", () => {
  it("uses OpenRouter if the user has no other provider", () => {
    const routing = new Routing({}, NO_CREDENTIALS);
    assert.equal(routing.ref("anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
    assert.equal(routing.ref("openrouter/anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
  });

  it("uses the maker if the id or the provider field of an auth profile names it", () => {
    assert.equal(
      new Routing(profiles("anthropic:manual"), NO_CREDENTIALS).ref("anthropic/claude-opus-4.6"),
      "anthropic/claude-opus-4-6",
    );
    const named = { auth: { profiles: { mine: { provider: "xai" } } } };
    assert.equal(new Routing(named, NO_CREDENTIALS).ref("x-ai/grok-4.5"), "xai/grok-4.5");
    assert.equal(
      new Routing(profiles("anthropic:manual"), NO_CREDENTIALS).ref("x-ai/grok-4.5"),
      "openrouter/x-ai/grok-4.5",
    );
  });

  it("uses the maker if OpenClaw has its credentials outside the profiles", () => {
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
    ["x-ai/grok-4.1-fast", "xai/grok-4-1-fast"],
    ["z-ai/glm-5.2", "zai/glm-5.2"],
    ["moonshotai/kimi-k2.6", "moonshot/kimi-k2.6"],
    ["deepseek/deepseek-v4-pro", "deepseek/deepseek-v4-pro"],
    ["minimax/minimax-m3", "minimax/MiniMax-M3"],
  ]) {
    it(`translates ${id} to its maker's name and back`, () => {
      assert.equal(allCredentials.ref(id), ref);
      assert.equal(allCredentials.id(ref), id);
      assert.equal(allCredentials.id(`openrouter/${id}`), id);
    });
  }

  for (const id of [
    "anthropic/claude-3.5-sonnet",
    "anthropic/claude-opus-4.6:thinking",
    "openai/gpt-oss-120b",
    "google/gemma-3-27b-it",
    "deepseek/deepseek-r1:free",
    "z-ai/glm-5.2:free",
    "moonshotai/kimi-k2:free",
    "minimax/minimax-m2:free",
    "openai/gpt-5.5:nitro",
    "openai/gpt-5.5:batch",
    "google/gemini-3.5-flash:online",
    "x-ai/grok-4.5:floor",
    "openai/o4-mini-high",
    "openai/o3-mini-low",
    "openai/gpt-chat-latest",
    "~openai/gpt-latest",
    "~anthropic/claude-opus-latest",
    "x-ai/grok-build-0.1",
    "qwen/qwen3-coder",
    "constructor/x",
  ]) {
    it(`uses OpenRouter for ${id} even with credentials for all makers`, () => {
      assert.equal(allCredentials.ref(id), `openrouter/${id}`);
    });
  }

  it("prefers a provider of the user that lists the model", () => {
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

  it("uses a provider without a list for all models of its maker, and one with a list only for those", () => {
    const bare = new Routing(
      { models: { providers: { anthropic: { baseUrl: "http://proxy" } } } },
      NO_CREDENTIALS,
    );
    assert.equal(bare.ref("anthropic/claude-opus-4.6"), "anthropic/claude-opus-4-6");
    const listed = new Routing(
      { models: { providers: { anthropic: { models: [{ id: "claude-sonnet-5" }] } } } },
      NO_CREDENTIALS,
    );
    assert.equal(listed.ref("anthropic/claude-opus-4.6"), "openrouter/anthropic/claude-opus-4.6");
  });

  it("prefers the agent's own list of allowed models to the default list", () => {
    const config = {
      agents: {
        defaults: { modelPolicy: { allow: ["openrouter/*"] } },
        entries: {
          narrow: { modelPolicy: { allow: ["openrouter/z-ai/*"] } },
          free: { modelPolicy: { allow: [] } },
        },
      },
    };
    const warning = (agent, ref) => new Routing(config, NO_CREDENTIALS, agent).modelPolicyWarning(ref);
    assert.equal(warning("main", "openrouter/a/b"), undefined);
    assert.match(warning("main", "anthropic/claude-opus-4-6"), /not in the list/);
    assert.match(warning("narrow", "openrouter/a/b"), /not in the list/);
    assert.equal(warning("narrow", "openrouter/z-ai/glm-5.2"), undefined);
    assert.equal(warning("free", "any/thing"), undefined);
  });
});
