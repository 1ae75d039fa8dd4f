import type { Category, Mode, ModelId, Pick } from "./domain.js";

export interface Advice {
  picks: Pick[];
  /** The task's, or what its text was taken for */
  category: Category | undefined;
  /** Whom to name where the figures in a reason are shown */
  attribution: unknown;
}

/** One entry of `GET /spawns`, or `GET /spawns/{id`}, as far as it is used. */
export interface SpawnView {
  id: string;
  status: string;
  mode?: Mode;
  category?: Category;
  task?: string;
  model?: ModelId;
  models?: ModelId[];
  answer?: string;
  outputs?: { model: ModelId; text: string }[];
  costUsd?: number;
  savingsUsd?: number;
  reasons?: string[];
  requestedAt?: string;
}

export interface StatusView {
  status: string;
  lastRefresh?: string;
  modelCount?: number;
  sources?: Record<string, { status?: string; lastPull?: string; reason?: string }>;
}

export function advice(picks: Pick[], body: any): Advice {
  return { picks, category: body?.meta?.category, attribution: body?.meta?.attribution };
}

export function readPick(data: any): Pick | undefined {
  if (typeof data?.id !== "string" || !data.id.includes("/")) {
    return undefined;
  }
  return {
    id: data.id,
    reason: typeof data.reason === "string" ? data.reason : "",
    ...(typeof data.confidence === "number" ? { confidence: data.confidence } : {}),
    ...(typeof data.pricing === "object" && data.pricing !== null ? { pricing: data.pricing } : {}),
  };
}

export function readSpawn(body: any): SpawnView | undefined {
  return isSpawn(body?.data) ? body.data : undefined;
}

export function isSpawn(data: any): data is SpawnView {
  return typeof data?.id === "string" && typeof data?.status === "string";
}
