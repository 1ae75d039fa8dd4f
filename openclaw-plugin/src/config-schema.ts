import { BUDGETS, CATEGORIES, EXECUTORS, MODES } from "./domain.js";
import { COLLECTIVE_COUNT, DEFAULTS, MAX_USD, WORKER_SECONDS } from "./settings.js";

/** The schema of the settings. The manifest has a copy; `plugins build --check` compares the two. */
export const CONFIG_SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    apiUrl: {
      type: "string",
      default: DEFAULTS.apiUrl,
      description: "Address of Smart Spawn's REST API.",
    },
    apiKey: {
      type: "string",
      description: "One of the API's API_KEYS, if the API requires a key.",
    },
    defaultBudget: { type: "string", enum: [...BUDGETS], default: DEFAULTS.defaultBudget },
    defaultMode: { type: "string", enum: [...MODES], default: DEFAULTS.defaultMode },
    collectiveCount: {
      type: "integer",
      minimum: COLLECTIVE_COUNT.min,
      maximum: COLLECTIVE_COUNT.max,
      default: DEFAULTS.collectiveCount,
    },
    maxBudgetPerTask: {
      type: "number",
      exclusiveMinimum: 0,
      maximum: MAX_USD,
      default: DEFAULTS.maxBudgetPerTask,
      description: "US dollars that a spawn worker may spend on one task.",
    },
    fallbackModels: {
      type: "object",
      additionalProperties: false,
      description: "The model to use for each category while the API cannot be reached.",
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
        "agent: the agent spawns the models that smart_spawn names. worker: Smart Spawn's workers do the task with their own API key.",
    },
    workerTimeoutSeconds: {
      type: "integer",
      minimum: WORKER_SECONDS.min,
      maximum: WORKER_SECONDS.max,
      default: DEFAULTS.workerTimeoutSeconds,
      description: "How long a spawn worker may take for one task.",
    },
  },
};
