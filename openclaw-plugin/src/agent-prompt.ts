import type { Message, TaskRequest } from "./domain.js";
import type { Fault } from "./result.js";
import { textOf } from "./task-details.js";

/** The fields that sessions_spawn cannot pass on and without which the task must not run. */
export function workerOnlyFields({ details }: TaskRequest): string[] {
  return [
    details.images === undefined ? undefined : "images",
    details.files === undefined ? undefined : "files",
    hasOtherParts(details.messages ?? []) ? "messages" : undefined,
    details.privacy === undefined ? undefined : "privacy",
    details.requireParameters === true ? "requireParameters" : undefined,
  ].filter((name) => name !== undefined);
}

/** Whether a message has a part that is no text, such as an image. */
function hasOtherParts(messages: Message[]): boolean {
  return messages.some(
    ({ content }) => typeof content !== "string" && content.some((part) => part["type"] !== "text"),
  );
}

export function needsWorker(fields: string[]): Fault {
  const named = fields.map((name) => `'${name}'`).join(", ");
  return {
    kind: "invalid",
    code: "needs_worker",
    message: `sessions_spawn cannot pass on ${named}: leave it out, or have the user set 'execute' to 'worker' in the plugin's settings`,
  };
}

/** What an answer of the tool says about fields that the spawned model does not get. */
export function notes({ details }: TaskRequest): { notes?: string[] } {
  const left = Object.keys(details.parameters ?? {});
  return left.length === 0
    ? {}
    : { notes: [`left out, because sessions_spawn cannot pass it on: ${left.join(", ")}`] };
}

/** Everything that the request says to the model, as the one text that sessions_spawn takes. */
export function promptOf(request: TaskRequest): string {
  const { system, messages } = request.details;
  const said = messages === undefined ? [system, request.task] : conversation(messages);
  return [...said, form(request)].filter((text) => text !== undefined && text !== "").join("\n\n");
}

function conversation(messages: Message[]): string[] {
  const system = messages.filter(({ role }) => role === "system").map(textOf);
  const turns = messages.filter(({ role }) => role !== "system");
  if (turns.length === 1) {
    return [...system, textOf(turns[0]!)];
  }
  const lines = turns.map((turn) => `${turn.role === "user" ? "User" : "Assistant"}: ${textOf(turn)}`);
  return [
    ...system,
    "This is a conversation. Write the assistant's next message, which answers the user's last one.",
    `<conversation>\n${lines.join("\n\n")}\n</conversation>`,
  ];
}

function form({ details: { responseFormat } }: TaskRequest): string | undefined {
  if (responseFormat === undefined) {
    return undefined;
  }
  const only = "Answer with JSON only, without any text or code fence around it.";
  return responseFormat === "json"
    ? only
    : `${only} It must be valid against this JSON Schema:\n${JSON.stringify(responseFormat)}`;
}
