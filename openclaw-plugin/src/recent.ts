import type { Ask, ModelId, ModelRef } from "./domain.js";

/** A choice that was made. */
export interface Choice {
  at: Date;
  model: ModelRef;
  mode: Ask["mode"];
  category: string;
  budget: Ask["budget"];
  source: "api" | "fallback" | "worker";
}

const KEPT = 10;
const KEPT_IDS = 200;

/** What this process remembers: the last choices, what went wrong, and what models are called. */
export class Recent {
  private readonly kept: Choice[] = [];
  private readonly ids = new Map<ModelRef, ModelId>();
  fallbacks = 0;
  lostReports = 0;

  /** The newest first. */
  get choices(): readonly Choice[] {
    return this.kept;
  }

  add(choice: Choice): void {
    this.kept.unshift(choice);
    this.kept.length = Math.min(this.kept.length, KEPT);
  }

  remember(ref: ModelRef, id: ModelId): void {
    this.ids.delete(ref);
    this.ids.set(ref, id);
    const oldest = this.ids.keys().next().value;
    if (this.ids.size > KEPT_IDS && oldest !== undefined) {
      this.ids.delete(oldest);
    }
  }

  id(ref: ModelRef): ModelId | undefined {
    return this.ids.get(ref);
  }
}
