import { BUDGETS, CATEGORIES, EXECUTORS, MODES } from "./domain.js";
import { COLLECTIVE, DEFAULTS, MOST_USD, WORKER_SECONDS } from "./settings.js";

/** What OpenClaw lets a user set; the manifest holds a copy, which `plugins build --check` compares. */
export const CONFIG_SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    apiUrl: {
      type: "string",
      default: DEFAULTS.apiUrl,
      description: "Where Smart Spawn's REST API answers.",
    },
    apiKey: {
      type: "string",
      description: "One of the API's API_KEYS, where it asks for one.",
    },
    defaultBudget: { type: "string", enum: [...BUDGETS], default: DEFAULTS.defaultBudget },
    defaultMode: { type: "string", enum: [...MODES], default: DEFAULTS.defaultMode },
    collectiveCount: {
      type: "integer",
      minimum: COLLECTIVE.least,
      maximum: COLLECTIVE.most,
      default: DEFAULTS.collectiveCount,
    },
    maxBudgetPerTask: {
      type: "number",
      exclusiveMinimum: 0,
      maximum: MOST_USD,
      default: DEFAULTS.maxBudgetPerTask,
      description: "US dollars a spawn worker may spend on one task.",
    },
    fallbackModels: {
      type: "object",
      additionalProperties: false,
      description: "Whom to use, by category, while the API cannot be reached.",
      properties: Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          { type: "string", default: DEFAULTS.fallbackModels[category] },
        ]),
      ),
    },
    execute: {
      type: "string",
      enum: [...EXECUTORS],
      default: DEFAULTS.execute,
      description:
        "agent: the agent spawns what smart_spawn names. worker: Smart Spawn's workers do the task, with their own key.",
    },
    workerTimeoutSeconds: {
      type: "integer",
      minimum: WORKER_SECONDS.least,
      maximum: WORKER_SECONDS.most,
      default: DEFAULTS.workerTimeoutSeconds,
      description: "How long a spawn worker may take for one task.",
    },
  },
};
