import { BUDGETS, CATEGORIES, EXECUTORS, MODES } from "./domain.js";
import type { Budget, Category, Executor, Mode, ModelId } from "./domain.js";
import type { Outcome } from "./fault.js";
import { invalid, success } from "./fault.js";
import { Fields } from "./fields.js";

export interface Settings {
  /** Without a slash at its end */
  apiUrl: string;
  /** One of the API's API_KEYS, where writing takes one */
  apiKey?: string;
  defaultBudget: Budget;
  defaultMode: Mode;
  collectiveCount: number;
  /** US dollars; the API's maxCostUsd */
  maxBudgetPerTask: number;
  fallbackModels: Record<Category, ModelId>;
  execute: Executor;
  /** How long a spawn worker may take */
  workerTimeoutSeconds: number;
}

export const MOST_USD = 1000;
export const COLLECTIVE = { least: 2, most: 5 } as const;
export const WORKER_SECONDS = { least: 10, most: 3600 } as const;

/** The specification's table with today's ids; it names none for vision: research's reads images. */
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
    research: "google/gemini-2.5-flash",
    general: "anthropic/claude-sonnet-4",
    "fast-cheap": "moonshotai/kimi-k2-thinking",
    vision: "google/gemini-2.5-flash",
  },
  execute: "agent",
  workerTimeoutSeconds: 300,
};

/** From the plugin's own part of OpenClaw's configuration; what is not given has its default. */
export function settings(given: unknown): Outcome<Settings> {
  const fields = new Fields("setting", given ?? {}, [...Object.keys(DEFAULTS), "apiKey"]);
  const key = apiKey(fields);
  const read: Settings = {
    apiUrl: apiUrl(fields),
    ...(key === undefined ? {} : { apiKey: key }),
    defaultBudget: fields.choice("defaultBudget", BUDGETS) ?? DEFAULTS.defaultBudget,
    defaultMode: fields.choice("defaultMode", MODES) ?? DEFAULTS.defaultMode,
    collectiveCount:
      fields.integer("collectiveCount", COLLECTIVE.least, COLLECTIVE.most) ?? DEFAULTS.collectiveCount,
    maxBudgetPerTask: fields.dollars("maxBudgetPerTask", MOST_USD) ?? DEFAULTS.maxBudgetPerTask,
    fallbackModels: fallbackModels(fields),
    execute: fields.choice("execute", EXECUTORS) ?? DEFAULTS.execute,
    workerTimeoutSeconds:
      fields.integer("workerTimeoutSeconds", WORKER_SECONDS.least, WORKER_SECONDS.most) ??
      DEFAULTS.workerTimeoutSeconds,
  };
  return fields.mistakes.length === 0
    ? success(read)
    : invalid(
        "invalid_settings",
        fields.mistakes.map((mistake) => `plugins.entries.smart-spawn.config: ${mistake}`),
      );
}

/** A user and password in the address would end up in messages: they are not taken. */
function apiUrl(fields: Fields): string {
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

/** Never shown, not even where it is wrong. */
function apiKey(fields: Fields): string | undefined {
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

function fallbackModels(fields: Fields): Record<Category, ModelId> {
  const models = { ...DEFAULTS.fallbackModels };
  if (!fields.has("fallbackModels")) {
    return models;
  }
  const given = new Fields("fallback category", fields.value("fallbackModels"), CATEGORIES);
  for (const category of CATEGORIES) {
    const model = given.text(category, 200);
    if (model !== undefined && !/^[^\s/]+\/\S+$/.test(model)) {
      given.mistakes.push(`'${category}' is '${model}': expected maker/model`);
    }
    models[category] = model ?? models[category];
  }
  fields.mistakes.push(...given.mistakes.map((mistake) => `fallbackModels: ${mistake}`));
  return models;
}
