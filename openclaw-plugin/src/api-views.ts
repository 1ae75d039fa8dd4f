import type { Category, Mode, ModelId, PickedModel } from "./domain.js";

export interface Recommendation {
  /** The best first */
  models: PickedModel[];
  /** The requested category, or the one the API found from the text */
  category: Category | undefined;
  /** The sources to name wherever the figures in a reason are shown */
  attribution: unknown;
}

/** The fields the plugin uses of an entry of `GET /spawns` or of `GET /spawns/{id}`. */
export interface SpawnView {
  id: string;
  status: string;
  mode?: Mode;
  category?: Category;
  task?: string;
  model?: ModelId;
  models?: ModelId[];
  answer?: string;
  /** The answer as a value, valid in the form that was asked for */
  json?: unknown;
  outputs?: { model: ModelId; text: string }[];
  costUsd?: number;
  savingsUsd?: number;
  reasons?: string[];
  requestedAt?: string;
}

/** The fields the plugin uses of a group of `GET /costs`. */
export interface CostGroup {
  model?: string;
  category?: string;
  costUsd: number;
  calls: number;
}

export interface CostsView {
  groups: CostGroup[];
  total: CostGroup;
}

/** What spawns cost less than a baseline would have; negative where they cost more. */
export interface SavingsView {
  baseline: string;
  spawns: number;
  savedUsd: number;
  leastSavedUsd: number;
  mostSavedUsd: number;
}

export interface StatusView {
  status: string;
  lastRefresh?: string;
  modelCount?: number;
  sources?: Record<string, { status?: string; lastPull?: string; reason?: string }>;
}

export function recommendation(models: PickedModel[], body: any): Recommendation {
  return { models, category: body?.meta?.category, attribution: body?.meta?.attribution };
}

export function readPickedModel(data: any): PickedModel | undefined {
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

export function readCosts(body: any): CostsView | undefined {
  const total = body?.meta?.total;
  return Array.isArray(body?.data) && isCostGroup(total)
    ? { groups: body.data.filter(isCostGroup), total }
    : undefined;
}

function isCostGroup(data: any): data is CostGroup {
  return typeof data?.costUsd === "number" && typeof data?.calls === "number";
}

export function readSavings(body: any): SavingsView[] | undefined {
  return Array.isArray(body?.data) ? body.data.filter(isSavings) : undefined;
}

function isSavings(data: any): data is SavingsView {
  return typeof data?.baseline === "string" && typeof data?.savedUsd === "number" && data.spawns > 0;
}

export function readSpawn(body: any): SpawnView | undefined {
  return isSpawn(body?.data) ? body.data : undefined;
}

function isSpawn(data: any): data is SpawnView {
  return typeof data?.id === "string" && typeof data?.status === "string";
}
