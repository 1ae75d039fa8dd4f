import type { ModelId } from "./domain.js";

/**
 * Makers whose models OpenClaw can reach without OpenRouter, and how both sides call them: the
 * provider's id there, other names its credentials go by, and the model's name. A name that the
 * maker is not known to take has none, and goes through OpenRouter.
 */
interface Maker {
  provider: string;
  credentials: readonly string[];
  /** From OpenRouter's name of a model to the maker's own. */
  own(name: string): string | undefined;
  /** And back. */
  openRouters(own: string): string;
}

const same = (form: RegExp) => (name: string) => (form.test(name) ? name : undefined);
const unchanged = (own: string) => own;

const MAKERS: Readonly<Record<string, Maker>> = {
  anthropic: {
    provider: "anthropic",
    credentials: ["anthropic"],
    // claude-opus-4.6 is claude-opus-4-6 there, and claude-sonnet-4 is claude-sonnet-4-0.
    own: (name) => {
      const parts = /^(claude-[a-z]+)-(\d+)(?:\.(\d+))?$/.exec(name);
      if (parts === null) {
        return undefined;
      }
      const [, family, major, minor] = parts;
      return minor === undefined && major !== "4" ? name : `${family}-${major}-${minor ?? "0"}`;
    },
    openRouters: (own) => own.replace(/^(claude-[a-z]+-\d+)-0$/, "$1").replace(/-(\d+)-(\d+)$/, "-$1.$2"),
  },
  openai: {
    provider: "openai",
    credentials: ["openai", "openai-codex"],
    own: (name) => (name.startsWith("gpt-oss") ? undefined : name),
    openRouters: unchanged,
  },
  google: {
    provider: "google",
    credentials: ["google", "google-gemini", "google-gemini-cli"],
    own: same(/^gemini-/),
    openRouters: unchanged,
  },
  "x-ai": { provider: "xai", credentials: ["xai", "x-ai"], own: same(/^grok-/), openRouters: unchanged },
  "z-ai": { provider: "zai", credentials: ["zai", "z-ai"], own: same(/^glm-/), openRouters: unchanged },
  moonshotai: {
    provider: "moonshot",
    credentials: ["moonshot", "moonshotai"],
    own: same(/^kimi-/),
    openRouters: unchanged,
  },
  deepseek: {
    provider: "deepseek",
    credentials: ["deepseek"],
    // Older ones have other names there.
    own: same(/^deepseek-v(?:[4-9]|\d\d)/),
    openRouters: unchanged,
  },
  minimax: {
    provider: "minimax",
    credentials: ["minimax"],
    own: (name) => (/^minimax-m\d/.test(name) ? name.replace(/^minimax-m/, "MiniMax-M") : undefined),
    openRouters: (own) => own.toLowerCase(),
  },
};

/** The way to a model at its maker, for whoever has one of these providers' credentials. */
export function directRef(id: ModelId, hasCredentials: (provider: string) => boolean) {
  const [name, rest] = split(id);
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name]! : undefined;
  const own = maker?.own(rest);
  return own !== undefined && maker!.credentials.some(hasCredentials)
    ? `${maker!.provider}/${own}`
    : undefined;
}

/** What OpenRouter calls a model whose way goes to its maker; others are returned as they are. */
export function openRouterId(ref: string): ModelId {
  const [provider, own] = split(ref);
  const found = Object.entries(MAKERS).find(([, maker]) => maker.provider === provider);
  return found === undefined ? ref : `${found[0]}/${found[1].openRouters(own)}`;
}

function split(path: string): [string, string] {
  const slash = path.indexOf("/");
  return [path.slice(0, slash), path.slice(slash + 1)];
}
