// What spawns cost: by day, by model and by category, what they saved, and today's limit.

import { get } from "./api.js";
import { queryString, replaceAddress } from "./address.js";
import { dataTable, empty, fact, failure, heading, loading, modelLink, select } from "./components.js";
import { bandsOf, daysBetween, HEIGHT, rectangles, WIDTH } from "./cost-bands.js";
import { fill, h, s } from "./dom.js";
import { money, percent, signedMoney } from "./format.js";

const PERIODS = [
  ["7", "7 days"],
  ["30", "30 days"],
  ["90", "90 days"],
  ["365", "a year"],
];
const STACKS = [
  ["model", "model"],
  ["category", "category"],
  ["mode", "mode"],
  ["purpose", "purpose"],
  ["profile", "profile"],
];
const BASELINES = {
  best: "the best model alone",
  named: "the named model alone",
  noCascade: "the expensive model at once, without cascades",
};
const FIGURES = [
  ["Cost", "right"],
  ["Calls", "right"],
  ["Outcome unknown", "right"],
];
const SAVINGS = [
  ["Instead of"],
  ["Spawns", "right"],
  ["Cost", "right"],
  ["Its cost", "right"],
  ["Saved", "right"],
  ["At least", "right"],
  ["At most", "right"],
];

export async function show(main, { params }, signal) {
  const state = {
    days: params.get("days") ?? "30",
    by: params.get("by") ?? "model",
  };
  const place = h("div", { class: "costs" });
  const load = async () => {
    replaceAddress("/costs", state);
    try {
      fill(place, content(await read(state, signal), state));
    } catch (error) {
      if (!signal.aborted) fill(place, failure(error, load));
    }
  };
  const set = (name) => (value) => {
    state[name] = value;
    load();
  };
  fill(
    main,
    heading("Costs", "What the calls of spawns cost, at the prices of their time. Days are UTC."),
    h(
      "div",
      { class: "row controls" },
      select("Period", PERIODS, state.days, set("days")),
      select("Stacked by", STACKS, state.by, set("by")),
    ),
    fill(place, loading("costs")),
  );
  await load();
}

async function read({ days, by }, signal) {
  const millis = (Number(days) - 1) * 86_400_000;
  const from = new Date(Date.now() - millis).toISOString().slice(0, 10);
  const ask = (path, query = {}) => get(path + queryString({ from, ...query }), signal);
  const [stacked, models, categories, savings, cascade] = await Promise.all([
    ask("/costs", { by: "day," + by }),
    ask("/costs", { by: "model" }),
    ask("/costs", { by: "category" }),
    ask("/costs/savings"),
    ask("/costs/cascade"),
  ]);
  return { stacked, models, categories, savings, cascade };
}

function content({ stacked, models, categories, savings, cascade }, { by }) {
  const { total, ceiling, from, to } = stacked.meta;
  return [
    h("div", { class: "cost-facts" }, facts(total, cascade.meta.total), gauge(ceiling)),
    total.calls === 0
      ? empty("No costs yet", "No spawn has called a model in this time.")
      : [
          chart(stacked.data, by, daysBetween(from, to)),
          section(
            "By model",
            table("Costs by model", "Model", models.data, (group) => modelLink(group.model)),
          ),
          section(
            "By category",
            table("Costs by category", "Category", categories.data, (group) => group.category),
          ),
          savings.data.length > 0 && section("Savings", savingsTable(savings)),
        ],
  ];
}

function facts(total, cascades) {
  const unknown = total.ambiguousCalls > 0;
  return h(
    "dl",
    { class: "facts" },
    fact("Total", money(total.costUsd), "num"),
    fact("Calls", total.calls, "num"),
    unknown && fact(`For ${total.ambiguousCalls} calls of unknown outcome`, money(total.ambiguousUsd), "num"),
    cascades.cascades > 0 &&
      fact(
        "Cheap model good enough",
        `${percent(cascades.hitRate)} (${cascades.goodEnough} of ${cascades.cascades})`,
        "num",
      ),
  );
}

/** How much of the day's limit is used. */
function gauge({ costUsd, limitUsd }) {
  const text = `${money(costUsd)} of ${money(limitUsd)} today`;
  return h(
    "div",
    { class: "gauge" },
    h("span", { class: "num" }, text),
    h(
      "meter",
      {
        min: 0,
        max: limitUsd,
        high: limitUsd * 0.8,
        value: costUsd,
        "aria-label": "Today's limit",
      },
      text,
    ),
  );
}

function chart(groups, by, days) {
  const bands = bandsOf(groups, by, days);
  const label = `Costs by day, stacked by ${by}: the highest day cost ${money(bands.highest)}`;
  return h(
    "figure",
    { class: "cost-chart" },
    h(
      "figcaption",
      null,
      `${days[0]} to ${days.at(-1)}; the highest day: `,
      h("strong", { class: "num" }, money(bands.highest)),
    ),
    s(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        preserveAspectRatio: "none",
        role: "img",
        "aria-label": label,
      },
      rectangles(bands).map(({ band, ...place }) => s("rect", { class: "band-" + band, ...place })),
    ),
    h("ul", { class: "legend" }, bands.names.map(legendEntry)),
  );
}

function legendEntry(name, band) {
  const swatch = s("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" });
  swatch.append(s("rect", { class: "band-" + band, width: 10, height: 10 }));
  return h("li", null, swatch, name);
}

const section = (title, body) => h("section", null, h("h2", null, title), body);

function table(label, title, groups, name) {
  const rows = groups
    .toSorted((one, another) => another.costUsd - one.costUsd)
    .map((group) =>
      h(
        "tr",
        null,
        h("th", { scope: "row" }, name(group)),
        h("td", { class: "num" }, money(group.costUsd)),
        h("td", { class: "num" }, group.calls),
        h("td", { class: "num" }, group.ambiguousCalls),
      ),
    );
  return dataTable(label, [[title], ...FIGURES], rows);
}

/** Each row is a comparison of its own, so there is no sum. */
function savingsTable({ data, meta }) {
  const rows = data.map((each) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, BASELINES[each.baseline] ?? each.baseline),
      h("td", { class: "num" }, each.spawns),
      h("td", { class: "num" }, money(each.costUsd)),
      h("td", { class: "num" }, money(each.baselineUsd)),
      h("td", { class: "num" }, signedMoney(each.savedUsd)),
      h("td", { class: "num" }, signedMoney(each.leastSavedUsd)),
      h("td", { class: "num" }, signedMoney(each.mostSavedUsd)),
    ),
  );
  const { spawns, costUsd } = meta.unanswered;
  return [
    dataTable("Savings", SAVINGS, rows),
    h(
      "p",
      { class: "hint" },
      "Each line compares the same spawns with another model, so lines cannot be added up. ",
      spawns > 0 && `Not compared: ${spawns} spawns without an answer, ${money(costUsd)}.`,
    ),
  ];
}
