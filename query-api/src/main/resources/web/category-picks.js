// The picks for every kind of work: what the Pick view shows until a task is typed.

import { get } from "./api.js";
import { addressOf, queryString } from "./address.js";
import { fill, h } from "./dom.js";
import { halfWidth, money, number } from "./format.js";
import { CATEGORIES, DEFAULT_BUDGET } from "./labels.js";
import { credit, intervalBar, modelLink } from "./components.js";
import { scaleOf } from "./interval.js";

export async function showCategoryPicks(place, budget, signal) {
  const picks = await Promise.all(CATEGORIES.map((category) => pickFor(category, budget, signal)));
  const found = picks.filter((each) => each.pick);
  const scale = scaleOf(found.map((each) => each.pick.estimate));
  fill(
    place,
    h("h2", null, "Picks for each kind of work"),
    h(
      "ul",
      { class: "category-picks" },
      picks.map((each) => tile(each, scale, budget)),
    ),
    credit(found.map((each) => each.attribution).find(Boolean)),
  );
}

/** A category without a model at this budget is shown as such; it does not fail the others. */
async function pickFor(category, budget, signal) {
  try {
    const { data, meta } = await get("/pick" + queryString({ task: category, budget }), signal);
    return { category, pick: data, attribution: meta.attribution };
  } catch (error) {
    if (error.status !== 404) throw error;
    return { category, reason: error.message };
  }
}

function tile({ category, pick, reason }, scale, budget) {
  const params = { task: category, budget: budget === DEFAULT_BUDGET ? "" : budget };
  const link = h("a", { class: "kind", href: addressOf("/", params) }, category);
  if (!pick) return h("li", { class: "tile" }, link, h("p", { class: "hint" }, reason));
  const prices = `${money(pick.pricing.prompt)} in, ${money(pick.pricing.completion)} out`;
  return h(
    "li",
    { class: "tile" },
    link,
    h("p", { class: "name" }, modelLink(pick.id, pick.name)),
    h("p", { class: "hint" }, pick.provider, " · ", prices),
    pick.estimate &&
      h(
        "div",
        { class: "measure" },
        intervalBar(pick.estimate, scale),
        h(
          "span",
          { class: "num" },
          number(pick.estimate.estimate),
          h("span", { class: "hint" }, " ± ", halfWidth(pick.estimate)),
        ),
      ),
  );
}
