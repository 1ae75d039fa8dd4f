import type { Fault } from "./fault.js";
import type { ToolResult } from "./openclaw.js";

/** What a tool gives back: JSON the agent acts on. `action` says what to do, or what became of it. */
export type Answer = { action: string } & Record<string, unknown>;

export function toResult(answer: Answer): ToolResult {
  return { content: [{ type: "text", text: JSON.stringify(answer) }], details: answer };
}

export function errorAnswer(fault: Fault): Answer {
  return { action: "error", error: { code: fault.code, message: fault.message } };
}

/** Leaves out what there is not. */
export function present<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}
