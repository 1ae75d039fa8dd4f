import { BUDGETS, CATEGORIES, MODES, ROLES } from "./domain.js";
import { COLLECTIVE_COUNT } from "./settings.js";

export const MAX_TASK_LENGTH = 200_000;
export const MAX_SYSTEM_LENGTH = 64_000;
export const MAX_MESSAGES = 500;
export const MAX_LABEL_LENGTH = 200;
export const MAX_CONTEXT_LENGTH = 1000;

/** The parameters of smart_spawn, as the agent's model sees them. */
export const SPAWN_PARAMETERS = {
  type: "object",
  additionalProperties: false,
  properties: {
    task: {
      type: "string",
      minLength: 1,
      maxLength: MAX_TASK_LENGTH,
      description: "The complete task, unless there are messages. The model that does it sees nothing else.",
    },
    category: {
      type: "string",
      enum: [...CATEGORIES, "auto"],
      default: "auto",
      description: "The kind of task. With 'auto' it is found from the task's text.",
    },
    mode: {
      type: "string",
      enum: [...MODES],
      description:
        "single: the best model. collective: several models of different makers answer, then one merges the answers. cascade: a cheap model answers first, an expensive one only if a judge rejects that answer.",
    },
    budget: {
      type: "string",
      enum: [...BUDGETS],
      description: "Limits the model's price. The cascade mode ignores it: it always goes from low to high.",
    },
    collectiveCount: {
      type: "integer",
      minimum: COLLECTIVE_COUNT.min,
      maximum: COLLECTIVE_COUNT.max,
      description: "The number of models that answer in collective mode.",
    },
    label: {
      type: "string",
      minLength: 1,
      maxLength: MAX_LABEL_LENGTH,
      description: "A name for the spawned session.",
    },
    context: {
      type: "string",
      minLength: 1,
      maxLength: MAX_CONTEXT_LENGTH,
      description: "The subject of the task in a few words, for example 'typescript, nextjs'.",
    },
    system: {
      type: "string",
      minLength: 1,
      maxLength: MAX_SYSTEM_LENGTH,
      description: "Instructions for the model beside the task, such as a role to play.",
    },
    messages: {
      type: "array",
      minItems: 1,
      maxItems: MAX_MESSAGES,
      items: {
        type: "object",
        properties: {
          role: { type: "string", enum: [...ROLES] },
          content: { type: "string", description: "A text. It may also be a list of parts." },
        },
        required: ["role", "content"],
      },
      description: "A conversation instead of task and system. The user's last message is what is asked.",
    },
    images: {
      type: "array",
      minItems: 1,
      items: { type: "string" },
      description: "Images that belong to the task: https addresses or data URLs. Needs spawn workers.",
    },
    files: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: {
          name: { type: "string" },
          data: { type: "string", description: "A data URL of a PDF or a text." },
          text: { type: "string" },
        },
        required: ["name"],
      },
      description: "Files that belong to the task, each with data or text. Needs spawn workers.",
    },
    parameters: {
      type: "object",
      properties: {
        temperature: { type: "number", minimum: 0, maximum: 2 },
        topP: { type: "number", exclusiveMinimum: 0, maximum: 1 },
        maxTokens: { type: "integer", minimum: 1, description: "Thinking is included." },
        effort: { type: "string", enum: ["none", "low", "medium", "high", "max"] },
        seed: { type: "integer" },
        stop: { type: "array", items: { type: "string" }, maxItems: 4 },
        verbosity: { type: "string", enum: ["low", "medium", "high"] },
      },
      description: "How the model is to write. Only spawn workers pass this on.",
    },
    requireParameters: {
      type: "boolean",
      description: "Use only models that take all parameters. Needs spawn workers.",
    },
    responseFormat: {
      description:
        "'json', or a JSON Schema of draft 2020-12: the answer has this form. A spawn worker checks it and returns it as json.",
    },
    privacy: {
      type: "object",
      properties: {
        dataCollection: { type: "string", enum: ["allow", "deny"] },
        providers: {
          type: "object",
          properties: {
            only: { type: "array", items: { type: "string" } },
            ignore: { type: "array", items: { type: "string" } },
          },
        },
        regions: { type: "array", items: { type: "string" } },
      },
      description: "Which providers may see the task. Needs spawn workers.",
    },
  },
} as const;
