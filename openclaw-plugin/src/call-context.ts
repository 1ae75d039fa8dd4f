import type { ApiClient } from "./api-client.js";
import type { PluginState } from "./plugin-state.js";
import type { Routing } from "./routing.js";
import type { Settings } from "./settings.js";

/** Everything the handler of one tool call or command needs. */
export interface CallContext {
  api: ApiClient;
  routing: Routing;
  settings: Settings;
  state: PluginState;
  /** Aborted when the caller cancels the call. */
  signal: AbortSignal;
  /** Writes to OpenClaw's log. Messages must not contain values from OpenClaw's configuration. */
  warn(message: string): void;
}

/** Time limit for all API requests of one choice together: the fallback must follow within 2 s. */
export const CHOICE_MILLIS = 1500;

/** Time limit for reports and ratings, which are slower because the API writes them to Kafka. */
export const WRITE_MILLIS = 8000;

/** Aborts after the time limit, or earlier when the caller cancels. */
export function timeoutSignal(call: CallContext, millis: number): AbortSignal {
  return AbortSignal.any([call.signal, AbortSignal.timeout(millis)]);
}
