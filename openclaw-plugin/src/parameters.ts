import { BUDGETS, CATEGORIES, MODES } from "./domain.js";
import type { Category, ModelRef, TaskRequest } from "./domain.js";
import type { Result } from "./result.js";
import { invalid, success } from "./result.js";
import { FieldReader } from "./field-reader.js";
import type { Settings } from "./settings.js";
import { COLLECTIVE_COUNT } from "./settings.js";
import {
  MAX_CONTEXT_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_TASK_LENGTH,
  SPAWN_PARAMETERS,
} from "./spawn-parameters.js";
import { asked, readDetails } from "./task-details.js";

const MAX_COMMENT_LENGTH = 2000;
const MAX_ID_LENGTH = 200;

/** The parameters of smart_spawn_feedback, as the agent's model sees them. */
export const FEEDBACK_PARAMETERS = {
  type: "object",
  additionalProperties: false,
  properties: {
    rating: {
      type: "integer",
      minimum: 1,
      maximum: 5,
      description: "1: useless, 3: usable, 5: nothing to improve.",
    },
    spawnId: {
      type: "string",
      minLength: 1,
      maxLength: MAX_ID_LENGTH,
      description: "spawn.id of a result, if smart_spawn returned the answer itself.",
    },
    model: {
      type: "string",
      minLength: 3,
      maxLength: MAX_ID_LENGTH,
      description: "Without a spawnId: the model that smart_spawn named and that you spawned.",
    },
    category: {
      type: "string",
      enum: [...CATEGORIES],
      description: "Without a spawnId: the category that smart_spawn named.",
    },
    comment: {
      type: "string",
      minLength: 1,
      maxLength: MAX_COMMENT_LENGTH,
      description: "What was good or bad about the answer.",
    },
    context: {
      type: "string",
      minLength: 1,
      maxLength: MAX_CONTEXT_LENGTH,
      description: "The context that you gave to smart_spawn.",
    },
  },
  required: ["rating"],
} as const;

/** Reads the parameters of smart_spawn. All that earlier versions took is still taken. */
export function parseTaskRequest(params: unknown, settings: Settings): Result<TaskRequest> {
  const fields = new FieldReader("parameter", params, Object.keys(SPAWN_PARAMETERS.properties));
  const details = readDetails(fields);
  const task = fields.text("task", MAX_TASK_LENGTH);
  const label = fields.text("label", MAX_LABEL_LENGTH);
  const context = fields.text("context", MAX_CONTEXT_LENGTH);
  if (!fields.has("messages")) {
    fields.require("task", "what is to be done, as text, or 'messages' instead");
  }
  const request: TaskRequest = {
    task: task ?? asked(details.messages ?? []),
    category: fields.choice("category", [...CATEGORIES, "auto"] as const) ?? "auto",
    mode: fields.choice("mode", MODES) ?? settings.defaultMode,
    budget: fields.choice("budget", BUDGETS) ?? settings.defaultBudget,
    collectiveCount:
      fields.integer("collectiveCount", COLLECTIVE_COUNT.min, COLLECTIVE_COUNT.max) ??
      settings.collectiveCount,
    ...(label === undefined ? {} : { label }),
    ...(context === undefined ? {} : { context }),
    details,
  };
  return fields.mistakes.length === 0 ? success(request) : invalid("invalid_parameters", fields.mistakes);
}

/** A rating of a worker's spawn, or of a model that an agent spawned itself. */
export type Feedback = { rating: number; comment?: string } & (
  { spawnId: string } | { model: ModelRef; category: Category; context?: string }
);

export function parseFeedback(params: unknown): Result<Feedback> {
  const fields = new FieldReader("parameter", params, Object.keys(FEEDBACK_PARAMETERS.properties));
  fields.require("rating", "a whole number from 1 to 5");
  const rating = fields.integer("rating", 1, 5) ?? 0;
  const spawnId = fields.text("spawnId", MAX_ID_LENGTH);
  const model = fields.text("model", MAX_ID_LENGTH);
  const category = fields.choice("category", CATEGORIES);
  const comment = fields.text("comment", MAX_COMMENT_LENGTH);
  const context = fields.text("context", MAX_CONTEXT_LENGTH);
  if (!fields.has("spawnId")) {
    const expected = "the one smart_spawn named, or a 'spawnId' instead";
    fields.require("model", expected);
    fields.require("category", expected);
  }
  if (fields.mistakes.length > 0) {
    return invalid("invalid_parameters", fields.mistakes);
  }
  const rated = comment === undefined ? { rating } : { rating, comment };
  return success(
    spawnId === undefined
      ? { ...rated, model: model!, category: category!, ...(context === undefined ? {} : { context }) }
      : { ...rated, spawnId },
  );
}
