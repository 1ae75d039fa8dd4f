import type { ToolResult } from "./openclaw.js";
import type { Fault } from "./result.js";

/** The JSON a tool returns to the agent. `action` names the next step, or what has been done. */
export type ToolAnswer = { action: string } & Record<string, unknown>;

export function toToolResult(answer: ToolAnswer): ToolResult {
  return { content: [{ type: "text", text: JSON.stringify(answer) }], details: answer };
}

export function errorAnswer(fault: Fault): ToolAnswer {
  return { action: "error", error: { code: fault.code, message: fault.message } };
}

/** Removes the fields that are undefined or null. */
export function omitMissing<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
