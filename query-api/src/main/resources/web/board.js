// Before anything is asked: the pick for each kind of work.

import { get, query } from "/web/api.js";
import { addressOf } from "/web/address.js";
import { fill, h } from "/web/dom.js";
import { CATEGORIES, money, number } from "/web/format.js";
import { credit, intervalBar, modelLink, scaleOf } from "/web/parts.js";

export async function board(place, budget, signal) {
  const answers = await Promise.all(CATEGORIES.map((category) => pick(category, budget, signal)));
  const found = answers.filter((each) => each.pick);
  const scale = scaleOf(found.map((each) => each.pick.estimate));
  fill(place,
    h("h2", null, "Picks for each kind of work"),
    h("ul", { class: "board" }, answers.map((each) => tile(each, scale, budget))),
    credit(found.map((each) => each.attribution).find(Boolean)));
}

/** A kind of work nobody does at this budget is no failure of the board. */
async function pick(category, budget, signal) {
  try {
    const answer = await get("/pick" + query({ task: category, budget }), signal);
    return { category, pick: answer.data, attribution: answer.meta.attribution };
  } catch (error) {
    if (error.status !== 404) throw error;
    return { category, why: error.message };
  }
}

function tile({ category, pick, why }, scale, budget) {
  const ask = h("a", { class: "kind", href: addressOf("/", { task: category, budget: budget === "medium" ? "" : budget }) }, category);
  if (!pick) return h("li", { class: "tile" }, ask, h("p", { class: "hint" }, why));
  return h("li", { class: "tile" }, ask,
    h("p", { class: "name" }, modelLink(pick.id, pick.name)),
    h("p", { class: "hint" }, pick.provider, " · ", money(pick.pricing.prompt), " in, ", money(pick.pricing.completion), " out"),
    pick.estimate && h("div", { class: "measure" }, intervalBar(pick.estimate, scale),
      h("span", { class: "num" }, number(pick.estimate.estimate), h("span", { class: "hint" }, " ± ", number((pick.estimate.high - pick.estimate.low) / 2)))));
}
