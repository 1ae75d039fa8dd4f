/** The terms of Smart Spawn's API, with the API's own values. */

export const CATEGORIES = [
  "coding",
  "reasoning",
  "creative",
  "research",
  "general",
  "fast-cheap",
  "vision",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const MODES = ["single", "collective", "cascade"] as const;
export type Mode = (typeof MODES)[number];

export const BUDGETS = ["low", "medium", "high", "any"] as const;
export type Budget = (typeof BUDGETS)[number];

export const EXECUTORS = ["agent", "worker"] as const;
export type Executor = (typeof EXECUTORS)[number];

/** A model's id at OpenRouter, which the API uses too: `anthropic/claude-opus-4.6`. */
export type ModelId = string;

/** OpenClaw's name for a model, `provider/model`, which sessions_spawn takes. */
export type ModelRef = string;

/** The parameters of smart_spawn with all defaults filled in. */
export interface TaskRequest {
  task: string;
  category: Category | "auto";
  mode: Mode;
  budget: Budget;
  collectiveCount: number;
  label?: string;
  /** The subject of the task, for example `typescript,nextjs`. */
  context?: string;
}

/** A model that the API recommends, with the reason. */
export interface PickedModel {
  id: ModelId;
  reason: string;
  /** 0 to 1 */
  confidence?: number;
  /** USD per 1M tokens */
  pricing?: { prompt: number; completion: number };
}
