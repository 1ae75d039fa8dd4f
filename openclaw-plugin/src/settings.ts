import { BUDGETS, CATEGORIES, EXECUTORS, MODES } from "./domain.js";
import type { Budget, Category, Executor, Mode, ModelId } from "./domain.js";
import type { Result } from "./result.js";
import { invalid, success } from "./result.js";
import { FieldReader } from "./field-reader.js";

export interface Settings {
  /** Without a trailing slash */
  apiUrl: string;
  /** One of the API's API_KEYS, if the API requires a key for writing */
  apiKey?: string;
  defaultBudget: Budget;
  defaultMode: Mode;
  collectiveCount: number;
  /** US dollars; sent to the API as maxCostUsd */
  maxBudgetPerTask: number;
  fallbackModels: Record<Category, ModelId>;
  execute: Executor;
  /** How long a spawn worker may take */
  workerTimeoutSeconds: number;
}

export const MAX_USD = 1000;
export const COLLECTIVE_COUNT = { min: 2, max: 5 } as const;
export const WORKER_SECONDS = { min: 10, max: 3600 } as const;

/**
 * The fallback models are those of the specification, with current ids. It names none for vision,
 * so vision uses the one for research, which reads images.
 */
export const DEFAULTS: Settings = {
  apiUrl: "http://127.0.0.1:8080",
  defaultBudget: "medium",
  defaultMode: "single",
  collectiveCount: 3,
  maxBudgetPerTask: 1.0,
  fallbackModels: {
    coding: "anthropic/claude-opus-4.6",
    reasoning: "anthropic/claude-opus-4.6",
    creative: "anthropic/claude-opus-4.6",
    research: "google/gemini-3.5-flash",
    general: "anthropic/claude-sonnet-4.6",
    "fast-cheap": "moonshotai/kimi-k2.6",
    vision: "google/gemini-3.5-flash",
  },
  execute: "agent",
  workerTimeoutSeconds: 300,
};

/** Reads the plugin's part of OpenClaw's configuration. Missing settings get their defaults. */
export function parseSettings(config: unknown): Result<Settings> {
  const fields = new FieldReader("setting", config ?? {}, [...Object.keys(DEFAULTS), "apiKey"]);
  const key = apiKey(fields);
  const settings: Settings = {
    apiUrl: apiUrl(fields),
    ...(key === undefined ? {} : { apiKey: key }),
    defaultBudget: fields.choice("defaultBudget", BUDGETS) ?? DEFAULTS.defaultBudget,
    defaultMode: fields.choice("defaultMode", MODES) ?? DEFAULTS.defaultMode,
    collectiveCount:
      fields.integer("collectiveCount", COLLECTIVE_COUNT.min, COLLECTIVE_COUNT.max) ??
      DEFAULTS.collectiveCount,
    maxBudgetPerTask: fields.dollars("maxBudgetPerTask", MAX_USD) ?? DEFAULTS.maxBudgetPerTask,
    fallbackModels: fallbackModels(fields),
    execute: fields.choice("execute", EXECUTORS) ?? DEFAULTS.execute,
    workerTimeoutSeconds:
      fields.integer("workerTimeoutSeconds", WORKER_SECONDS.min, WORKER_SECONDS.max) ??
      DEFAULTS.workerTimeoutSeconds,
  };
  return fields.mistakes.length === 0
    ? success(settings)
    : invalid(
        "invalid_settings",
        fields.mistakes.map((mistake) => `plugins.entries.smart-spawn.config: ${mistake}`),
      );
}

/** Rejects an address with a user and password, because messages show the address. */
function apiUrl(fields: FieldReader): string {
  const text = fields.text("apiUrl", 500) ?? DEFAULTS.apiUrl;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url !== undefined &&
    ["http:", "https:"].includes(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === "";
  if (!isUsable) {
    fields.mistakes.push(
      "'apiUrl' is no address: expected http(s)://host:port/path without user, password or query",
    );
    return DEFAULTS.apiUrl;
  }
  return text.replace(/\/+$/, "");
}

/** No message shows the key, not even a message about an invalid key. */
function apiKey(fields: FieldReader): string | undefined {
  const key = fields.value("apiKey") ?? undefined;
  if (key === undefined) {
    return undefined;
  }
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,500}$/.test(key)) {
    fields.mistakes.push("'apiKey' is no key: expected 1 to 500 visible ASCII characters");
    return undefined;
  }
  return key;
}

function fallbackModels(fields: FieldReader): Record<Category, ModelId> {
  const models = { ...DEFAULTS.fallbackModels };
  if (!fields.has("fallbackModels")) {
    return models;
  }
  const categories = new FieldReader("fallback category", fields.value("fallbackModels"), CATEGORIES);
  for (const category of CATEGORIES) {
    const model = categories.text(category, 200);
    if (model !== undefined && !/^[^\s/]+\/\S+$/.test(model)) {
      categories.mistakes.push(`'${category}' is '${model}': expected maker/model`);
    }
    models[category] = model ?? models[category];
  }
  fields.mistakes.push(...categories.mistakes.map((mistake) => `fallbackModels: ${mistake}`));
  return models;
}
