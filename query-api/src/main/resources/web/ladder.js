// Which models of a ranking are shown, and the remark on each.

import { FILTERS } from "./labels.js";

const TOP = 4;
const BEFORE_PICK = 2;
const AFTER_PICK = 8;

/**
 * The first models of the ranking and those around the pick; "skipped" counts those between.
 * "isComplete" says that no model follows.
 */
export function excerpt(rungs, pickedId) {
  const picked = rungs.findIndex((each) => each.id === pickedId);
  const from = Math.max(picked - BEFORE_PICK, TOP);
  const to = Math.max(picked, 0) + AFTER_PICK;
  return {
    top: rungs.slice(0, TOP),
    skipped: from - TOP,
    around: rungs.slice(from, to),
    isComplete: rungs.length <= to,
  };
}

export function remark({ id, removedBy }, pickedId) {
  if (id === pickedId) return "picked";
  return removedBy ? (FILTERS[removedBy] ?? removedBy) : "";
}
