import type { Message, TaskDetails } from "./domain.js";
import { ROLES } from "./domain.js";
import type { FieldReader } from "./field-reader.js";
import { isObject } from "./field-reader.js";
import { MAX_SYSTEM_LENGTH } from "./spawn-parameters.js";
import { omitMissing } from "./tool-answer.js";

/**
 * Reads the fields that go to a spawn worker as they are. The API knows what their values may be,
 * and its refusals are passed on, so only what the plugin itself uses is checked here.
 */
export function readDetails(fields: FieldReader): TaskDetails {
  const messages = fields.list("messages", "messages with a 'role' and a 'content'", isMessage);
  if (messages !== undefined && asked(messages) === "") {
    fields.mistakes.push("'messages' has no text of the user: expected one");
  }
  for (const name of fields.has("messages") ? ["task", "system", "images", "files"] : []) {
    if (fields.has(name)) {
      fields.mistakes.push(`'${name}' is given beside 'messages': expected it in one of the messages`);
    }
  }
  return omitMissing({
    messages,
    system: fields.text("system", MAX_SYSTEM_LENGTH),
    images: fields.list("images", "https addresses or data URLs", isImage),
    files: fields.list("files", "files, each with a 'name' and 'data' or 'text'", isFile),
    parameters: fields.object("parameters"),
    requireParameters: fields.flag("requireParameters"),
    responseFormat: fields.read("responseFormat", "'json' or a JSON Schema", responseFormat),
    privacy: fields.object("privacy"),
  });
}

/** The user's last message, from which the API finds the category. */
export function asked(messages: Message[]): string {
  const last = messages.findLast(({ role }) => role === "user");
  return last === undefined ? "" : textOf(last).trim();
}

/** The text of a message; parts that are no text are left out. */
export function textOf({ content }: Message): string {
  return typeof content === "string"
    ? content
    : content.flatMap((part) => (typeof part["text"] === "string" ? [part["text"]] : [])).join("\n");
}

function isImage(value: unknown): value is string {
  return typeof value === "string" && /^(https|data):/.test(value);
}

function isFile(value: unknown): value is Record<string, unknown> {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    (typeof value["data"] === "string") !== (typeof value["text"] === "string")
  );
}

function responseFormat(value: unknown): TaskDetails["responseFormat"] {
  return value === "json" || isObject(value) ? value : undefined;
}

function isMessage(value: unknown): value is Message {
  return (
    isObject(value) &&
    ROLES.some((role) => role === value["role"]) &&
    (typeof value["content"] === "string" ||
      (Array.isArray(value["content"]) && value["content"].every(isObject)))
  );
}
