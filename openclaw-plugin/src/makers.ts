import type { ModelId } from "./domain.js";

/** A maker whose models OpenClaw can call directly, without OpenRouter. */
interface Maker {
  /** OpenClaw's id of the maker's API */
  provider: string;
  /** The provider ids under which OpenClaw may have the user's credentials */
  credentials: readonly string[];
  /** The maker's name for a model of OpenRouter; undefined if the maker is not known to accept one */
  toMakerName(openRouterName: string): string | undefined;
  /** The reverse of `toMakerName` */
  toOpenRouterName(makerName: string): string;
}

const unchangedIf = (pattern: RegExp) => (name: string) => (pattern.test(name) ? name : undefined);
const unchanged = (name: string) => name;

const MAKERS: Readonly<Record<string, Maker>> = {
  anthropic: {
    provider: "anthropic",
    credentials: ["anthropic"],
    // Anthropic calls claude-opus-4.6 claude-opus-4-6, and claude-sonnet-4 claude-sonnet-4-0.
    toMakerName: (name) => {
      const parts = /^(claude-[a-z]+)-(\d+)(?:\.(\d+))?$/.exec(name);
      if (parts === null) {
        return undefined;
      }
      const [, family, major, minor] = parts;
      return minor === undefined && major !== "4" ? name : `${family}-${major}-${minor ?? "0"}`;
    },
    toOpenRouterName: (name) =>
      name.replace(/^(claude-[a-z]+-\d+)-0$/, "$1").replace(/-(\d+)-(\d+)$/, "-$1.$2"),
  },
  openai: {
    provider: "openai",
    credentials: ["openai", "openai-codex"],
    // Open weights and chat aliases are OpenRouter's to serve.
    toMakerName: (name) => (/^(?:gpt-oss|gpt-chat)/.test(name) ? undefined : name),
    toOpenRouterName: unchanged,
  },
  google: {
    provider: "google",
    credentials: ["google", "google-gemini", "google-gemini-cli"],
    toMakerName: unchangedIf(/^gemini-/),
    toOpenRouterName: unchanged,
  },
  "x-ai": {
    provider: "xai",
    credentials: ["xai", "x-ai"],
    // xAI calls grok-4.1-fast grok-4-1-fast, and grok-4.20 and later as OpenRouter does.
    toMakerName: (name) => {
      const fast = /^grok-(\d+)\.(\d+)-fast$/.exec(name);
      if (fast !== null) {
        return `grok-${fast[1]}-${fast[2]}-fast`;
      }
      return /^grok-\d+(?:\.\d+)?(?:-mini)?$/.test(name) ? name : undefined;
    },
    toOpenRouterName: (name) => name.replace(/^grok-(\d+)-(\d+)-fast$/, "grok-$1.$2-fast"),
  },
  "z-ai": {
    provider: "zai",
    credentials: ["zai", "z-ai"],
    toMakerName: unchangedIf(/^glm-/),
    toOpenRouterName: unchanged,
  },
  moonshotai: {
    provider: "moonshot",
    credentials: ["moonshot", "moonshotai"],
    toMakerName: unchangedIf(/^kimi-/),
    toOpenRouterName: unchanged,
  },
  deepseek: {
    provider: "deepseek",
    credentials: ["deepseek"],
    // DeepSeek has other names for its older models.
    toMakerName: unchangedIf(/^deepseek-v(?:[4-9]|\d\d)/),
    toOpenRouterName: unchanged,
  },
  minimax: {
    provider: "minimax",
    credentials: ["minimax"],
    toMakerName: (name) => (/^minimax-m\d/.test(name) ? name.replace(/^minimax-m/, "MiniMax-M") : undefined),
    toOpenRouterName: (name) => name.toLowerCase(),
  },
};

/**
 * What OpenRouter adds to a maker's name: a variant or route after a colon, an effort, its own
 * alias for a maker's newest model. A maker's API knows none of them.
 */
const OPENROUTER_ONLY = /^~|:|-(?:minimal|low|medium|high|xhigh|max)$|-latest$/;

/** The model at its maker's own API; undefined without credentials or a known name there. */
export function directRef(id: ModelId, hasCredentials: (provider: string) => boolean) {
  const [name, rest] = split(id);
  if (OPENROUTER_ONLY.test(rest) || name.startsWith("~")) {
    return undefined;
  }
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name]! : undefined;
  const makerName = maker?.toMakerName(rest);
  return makerName !== undefined && maker!.credentials.some(hasCredentials)
    ? `${maker!.provider}/${makerName}`
    : undefined;
}

/** OpenRouter's id of a model at its maker's own API. Other references are returned unchanged. */
export function openRouterId(ref: string): ModelId {
  const [provider, name] = split(ref);
  const found = Object.entries(MAKERS).find(([, maker]) => maker.provider === provider);
  return found === undefined ? ref : `${found[0]}/${found[1].toOpenRouterName(name)}`;
}

function split(path: string): [string, string] {
  const slash = path.indexOf("/");
  return [path.slice(0, slash), path.slice(slash + 1)];
}
