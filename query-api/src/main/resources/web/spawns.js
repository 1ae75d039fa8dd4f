// The list of spawns, and one of them in detail.

import { get } from "./api.js";
import { addressOf, currentAddress, queryString, replaceAddress, spawnAddress } from "./address.js";
import { empty, failure, heading, loading, relativeTime, select, tag } from "./components.js";
import { asked } from "./conversation.js";
import { fill, h } from "./dom.js";
import { money } from "./format.js";
import { SPAWN_STATUSES } from "./labels.js";
import { spawnDetail } from "./spawn-detail.js";
import { spawnForm } from "./spawn-form.js";

const LIMIT = 100;
const POLL_MILLIS = 2000;
const NEW_SPAWN = addressOf("/spawns/new");

export async function show(main, { parts, params }, signal) {
  const state = { status: params.get("status") ?? "" };
  const [selected] = parts;
  const list = h("div", { class: "spawn-list" });
  const side = h("div", { class: "spawn-side" });
  let timer = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const load = async () => {
    clearTimeout(timer);
    try {
      const { data, meta } = await get("/spawns" + queryString({ status: state.status, limit: LIMIT }), signal);
      refill(list, rows(data, meta, state, selected));
      timer = setTimeout(load, POLL_MILLIS);
    } catch (error) {
      if (!signal.aborted) fill(list, failure(error, load));
    }
  };
  const setStatus = (value) => {
    state.status = value;
    replaceAddress("/" + ["spawns", ...currentAddress().parts.map(encodeURIComponent)].join("/"), state);
    load();
  };
  const statuses = [["", "all"], ...SPAWN_STATUSES.map((each) => [each, each])];
  fill(
    main,
    heading("Spawns", "Tasks that run on models: their steps, cost and results."),
    h(
      "div",
      { class: "row controls" },
      select("Status", statuses, state.status, setStatus),
      h("a", { class: "button primary", href: NEW_SPAWN }, "New spawn"),
    ),
    h("div", { class: selected ? "split spawns open" : "split spawns" }, list, side),
  );
  fill(list, loading("spawns"));
  if (selected === "new") fill(side, spawnForm(signal));
  else if (selected) await spawnDetail(side, selected, signal, load);
  else fill(side, empty("No spawn is selected", "Select one to follow its steps, or start a new one."));
  await load();
}

function rows(spawns, meta, state, selected) {
  if (spawns.length === 0) return noSpawns(state.status);
  const isPartial = meta.filtered > spawns.length;
  return [
    h(
      "p",
      { class: "hint" },
      isPartial ? `The newest ${spawns.length} of ${meta.filtered}` : `${meta.filtered} of ${meta.total}`,
    ),
    h(
      "ol",
      { class: "plain" },
      spawns.map((spawn) => item(spawn, state, spawn.id === selected)),
    ),
  ];
}

function noSpawns(status) {
  const link = h("a", { href: NEW_SPAWN }, "start one");
  return empty(
    status ? `No spawn is ${status}` : "There are no spawns yet",
    "A dry run needs no key and costs nothing: ",
    link,
    ".",
  );
}

function item(spawn, state, isSelected) {
  const details = [spawn.mode, spawn.dryRun && "dry run", spawn.category, spawn.model].filter(Boolean).join(" · ");
  return h(
    "li",
    { class: isSelected ? "selected" : null },
    h(
      "a",
      { href: spawnAddress(spawn.id, state), "aria-current": isSelected ? "true" : null },
      h(
        "span",
        { class: "row between" },
        h("span", { class: "task" }, spawn.label ?? asked(spawn) ?? spawn.id),
        tag(spawn.status, spawn.status),
      ),
      h(
        "span",
        { class: "hint row" },
        details,
        h("span", { class: "num" }, money(spawn.costUsd)),
        relativeTime(spawn.requestedAt),
      ),
    ),
  );
}

/** Keeps the keyboard's focus on the same spawn while the list is replaced. */
function refill(list, content) {
  const href = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  fill(list, content);
  if (href) list.querySelector(`a[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
}
