/** The words of Smart Spawn's API. */

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

/** A model's id at OpenRouter, by which the API calls it: `anthropic/claude-opus-4.6`. */
export type ModelId = string;

/** How OpenClaw calls a model: `provider/model`, as its sessions_spawn takes it. */
export type ModelRef = string;

/** A task that an agent wants done, with every default filled in. */
export interface Ask {
  task: string;
  category: Category | "auto";
  mode: Mode;
  budget: Budget;
  collectiveCount: number;
  label?: string;
  /** What the task is about, as `typescript,nextjs`. */
  context?: string;
}

/** A recommended model, and why. */
export interface Pick {
  id: ModelId;
  reason: string;
  /** 0 to 1 */
  confidence?: number;
  /** USD per 1M tokens */
  pricing?: { prompt: number; completion: number };
}
