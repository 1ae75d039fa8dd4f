// How far a refresh is, from the status of every source.

/** A source is pulled first; the pull is in use once the served models contain it. */
export function progressOf(sources) {
  const pulling = sources.filter((each) => each.refreshing).length;
  const pending = sources.filter((each) => each.lastPull && !each.refreshing && !each.applied).length;
  const parts = [];
  if (pulling > 0) parts.push(`pulling ${pulling} of ${sources.length}`);
  if (pending > 0) parts.push(`${pending} pulled, not yet in use`);
  return { text: parts.join(", "), isPulling: pulling > 0, isDone: parts.length === 0 };
}
