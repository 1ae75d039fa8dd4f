import { BUDGETS, CATEGORIES, MODES } from "./domain.js";
import type { Ask, Category, ModelRef } from "./domain.js";
import type { Outcome } from "./fault.js";
import { invalid, success } from "./fault.js";
import { Fields } from "./fields.js";
import type { Settings } from "./settings.js";
import { COLLECTIVE } from "./settings.js";

const MOST_TASK = 200_000;
const MOST_LABEL = 200;
const MOST_CONTEXT = 1000;
const MOST_COMMENT = 2000;
const MOST_ID = 200;

/** What the model sees of smart_spawn. */
export const SPAWN_PARAMETERS = {
  type: "object",
  additionalProperties: false,
  properties: {
    task: {
      type: "string",
      minLength: 1,
      maxLength: MOST_TASK,
      description: "What is to be done, complete in itself: whoever does it sees nothing else.",
    },
    category: {
      type: "string",
      enum: [...CATEGORIES, "auto"],
      default: "auto",
      description: "What kind of task it is; 'auto' finds out from its text.",
    },
    mode: {
      type: "string",
      enum: [...MODES],
      description:
        "single: the best model. collective: several models of different makers, then one that merges. cascade: a cheap model first, a dear one only if a judge finds the answer wanting.",
    },
    budget: {
      type: "string",
      enum: [...BUDGETS],
      description: "Ceiling on the model's price; cascade goes from low to high whatever it says.",
    },
    collectiveCount: {
      type: "integer",
      minimum: COLLECTIVE.least,
      maximum: COLLECTIVE.most,
      description: "How many models work side by side in collective mode.",
    },
    label: {
      type: "string",
      minLength: 1,
      maxLength: MOST_LABEL,
      description: "A name for the spawned session.",
    },
    context: {
      type: "string",
      minLength: 1,
      maxLength: MOST_CONTEXT,
      description: "What the task is about in a few words, as 'typescript, nextjs'.",
    },
  },
  required: ["task"],
} as const;

/** What the model sees of smart_spawn_feedback. */
export const FEEDBACK_PARAMETERS = {
  type: "object",
  additionalProperties: false,
  properties: {
    rating: {
      type: "integer",
      minimum: 1,
      maximum: 5,
      description: "1: useless, 3: usable, 5: could not be better.",
    },
    spawnId: {
      type: "string",
      minLength: 1,
      maxLength: MOST_ID,
      description: "spawn.id of a result that smart_spawn brought itself.",
    },
    model: {
      type: "string",
      minLength: 3,
      maxLength: MOST_ID,
      description: "Without a spawnId: the model that smart_spawn named and you spawned.",
    },
    category: {
      type: "string",
      enum: [...CATEGORIES],
      description: "Without a spawnId: the category that smart_spawn named.",
    },
    comment: {
      type: "string",
      minLength: 1,
      maxLength: MOST_COMMENT,
      description: "What was good or bad about it.",
    },
    context: {
      type: "string",
      minLength: 1,
      maxLength: MOST_CONTEXT,
      description: "The context that was given to smart_spawn.",
    },
  },
  required: ["rating"],
} as const;

export function ask(params: unknown, settings: Settings): Outcome<Ask> {
  const fields = new Fields("parameter", params, Object.keys(SPAWN_PARAMETERS.properties));
  fields.require("task", "what is to be done, as text");
  const label = fields.text("label", MOST_LABEL);
  const context = fields.text("context", MOST_CONTEXT);
  const read: Ask = {
    task: fields.text("task", MOST_TASK) ?? "",
    category: fields.choice("category", [...CATEGORIES, "auto"] as const) ?? "auto",
    mode: fields.choice("mode", MODES) ?? settings.defaultMode,
    budget: fields.choice("budget", BUDGETS) ?? settings.defaultBudget,
    collectiveCount:
      fields.integer("collectiveCount", COLLECTIVE.least, COLLECTIVE.most) ?? settings.collectiveCount,
    ...(label === undefined ? {} : { label }),
    ...(context === undefined ? {} : { context }),
  };
  return fields.mistakes.length === 0 ? success(read) : invalid("invalid_parameters", fields.mistakes);
}

/** A rating of a worker's spawn, or of a model that an agent spawned itself. */
export type Feedback = { rating: number; comment?: string } & (
  { spawnId: string } | { model: ModelRef; category: Category; context?: string }
);

export function feedback(params: unknown): Outcome<Feedback> {
  const fields = new Fields("parameter", params, Object.keys(FEEDBACK_PARAMETERS.properties));
  fields.require("rating", "a whole number from 1 to 5");
  const rating = fields.integer("rating", 1, 5) ?? 0;
  const spawnId = fields.text("spawnId", MOST_ID);
  const model = fields.text("model", MOST_ID);
  const category = fields.choice("category", CATEGORIES);
  const comment = fields.text("comment", MOST_COMMENT);
  const context = fields.text("context", MOST_CONTEXT);
  if (!fields.has("spawnId")) {
    const expected = "the one smart_spawn named, or a 'spawnId' instead";
    fields.require("model", expected);
    fields.require("category", expected);
  }
  if (fields.mistakes.length > 0) {
    return invalid("invalid_parameters", fields.mistakes);
  }
  const said = comment === undefined ? { rating } : { rating, comment };
  return success(
    spawnId === undefined
      ? { ...said, model: model!, category: category!, ...(context === undefined ? {} : { context }) }
      : { ...said, spawnId },
  );
}
