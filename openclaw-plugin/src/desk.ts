import type { ApiClient } from "./api-client.js";
import type { Recent } from "./recent.js";
import type { Routing } from "./routing.js";
import type { Settings } from "./settings.js";

/** What carrying out one tool call takes. */
export interface Desk {
  api: ApiClient;
  routing: Routing;
  settings: Settings;
  recent: Recent;
  /** Ends when whoever called has gone. */
  caller: AbortSignal;
  /** For OpenClaw's log; never given anything of its configuration. */
  warn(message: string): void;
}

/** How long the API may take over all it is asked for one choice: the fallback follows within 2 s. */
export const CHOICE_MILLIS = 1500;

/** Reports and ratings are written to Kafka, which may take its time. */
export const WRITE_MILLIS = 8000;

export function within(desk: Desk, millis: number): AbortSignal {
  return AbortSignal.any([desk.caller, AbortSignal.timeout(millis)]);
}
