// Variants and aliases repeat a model under another name. Lists show a model once unless they are unfolded.

const VARIANT = /^(.+):(?:batch|free|thinking)$/;

/** The models without those that repeat another of the list. A variant whose base is not in the list stays. */
export function folded(models) {
  const ids = new Set(models.map((model) => model.id));
  const originals = models.filter((model) => !isAlias(model) && !ids.has(baseId(model)));
  const known = new Set(originals.map(likeness));
  return originals.concat(models.filter((model) => isAlias(model) && !known.has(likeness(model))));
}

const isAlias = (model) => model.id.startsWith("~");

/** Undefined for a model that is no variant. */
const baseId = (model) => VARIANT.exec(model.id)?.[1];

/** An alias, as ~anthropic/claude-opus-latest, has its target's provider, prices and estimates. */
const likeness = (model) =>
  JSON.stringify([model.provider, model.pricing.prompt, model.pricing.completion, model.estimates ?? null]);
