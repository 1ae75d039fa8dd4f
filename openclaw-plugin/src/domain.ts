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

export const ROLES = ["system", "user", "assistant"] as const;

/** A message as the chat APIs write it. */
export interface Message {
  role: (typeof ROLES)[number];
  content: string | Record<string, unknown>[];
}

/** The fields of a request to the API that go to a spawn worker as they are. */
export interface TaskDetails {
  /** A conversation in place of the task */
  messages?: Message[];
  system?: string;
  images?: string[];
  files?: Record<string, unknown>[];
  parameters?: Record<string, unknown>;
  requireParameters?: boolean;
  responseFormat?: "json" | Record<string, unknown>;
  privacy?: Record<string, unknown>;
}

/** A model's id at OpenRouter, which the API uses too: `anthropic/claude-opus-4.6`. */
export type ModelId = string;

/** OpenClaw's name for a model, `provider/model`, which sessions_spawn takes. */
export type ModelRef = string;

/** The parameters of smart_spawn with all defaults filled in. */
export interface TaskRequest {
  /** What is asked: the task, or the user's last message */
  task: string;
  category: Category | "auto";
  mode: Mode;
  budget: Budget;
  collectiveCount: number;
  label?: string;
  /** The subject of the task, for example `typescript,nextjs`. */
  context?: string;
  details: TaskDetails;
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
