import type { Budget, Mode, ModelId, ModelRef } from "./domain.js";

/** A model that was chosen for a task. */
export interface Choice {
  at: Date;
  model: ModelRef;
  mode: Mode;
  category: string;
  budget: Budget;
  source: "api" | "fallback" | "worker";
}

const MAX_CHOICES = 10;
const MAX_MODEL_IDS = 200;

/** What the plugin remembers between calls until the gateway stops. */
export class PluginState {
  private readonly newestFirst: Choice[] = [];
  private readonly modelIds = new Map<ModelRef, ModelId>();
  fallbacks = 0;
  lostReports = 0;

  /** The newest first. */
  get choices(): readonly Choice[] {
    return this.newestFirst;
  }

  addChoice(choice: Choice): void {
    this.newestFirst.unshift(choice);
    this.newestFirst.length = Math.min(this.newestFirst.length, MAX_CHOICES);
  }

  rememberModelId(ref: ModelRef, id: ModelId): void {
    this.modelIds.delete(ref);
    this.modelIds.set(ref, id);
    const oldest = this.modelIds.keys().next().value;
    if (this.modelIds.size > MAX_MODEL_IDS && oldest !== undefined) {
      this.modelIds.delete(oldest);
    }
  }

  modelId(ref: ModelRef): ModelId | undefined {
    return this.modelIds.get(ref);
  }
}
