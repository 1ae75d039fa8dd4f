// Tasks that run and have run; one of them with its steps as they happen.

import { get, query } from "/web/api.js";
import { addressOf, current, remember } from "/web/address.js";
import { fill, h } from "/web/dom.js";
import { money } from "/web/format.js";
import { empty, failure, heading, loading, select, tag, when } from "/web/parts.js";
import { spawnForm } from "/web/spawn-form.js";
import { spawnDetail } from "/web/spawn-detail.js";

const STATUSES = [["", "all"], ["queued", "queued"], ["running", "running"], ["completed", "completed"], ["failed", "failed"], ["cancelled", "cancelled"]];
const LIMIT = 100;
const POLL_MILLIS = 2000;

export async function show(main, { parts, params }, signal) {
  const state = { status: params.get("status") ?? "" };
  const [shown] = parts;
  const list = h("div", { class: "spawnlist" });
  const side = h("div", { class: "spawnside" });
  let timer = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const look = async () => {
    clearTimeout(timer);
    try {
      const { data, meta } = await get("/spawns" + query({ status: state.status, limit: LIMIT }), signal);
      refill(list, rows(data, meta, state, shown));
      timer = setTimeout(look, POLL_MILLIS);
    } catch (error) {
      if (!signal.aborted) fill(list, failure(error, look));
    }
  };
  fill(main, heading("Spawns", "Tasks run on models: what each one does, what it costs, and what came of it."),
    h("div", { class: "row controls" },
      select("Status", STATUSES, state.status, (value) => { state.status = value; remember("/" + ["spawns", ...current().parts.map(encodeURIComponent)].join("/"), state); look(); }),
      h("a", { class: "button primary", href: addressOf("/spawns/new") }, "New spawn")),
    h("div", { class: shown ? "split spawns open" : "split spawns" }, list, side));
  fill(list, loading("spawns"));
  if (shown === "new") fill(side, spawnForm());
  else if (shown) await spawnDetail(side, shown, signal, look);
  else fill(side, empty("No spawn is chosen", "Choose one to follow it step by step, or start a new one."));
  await look();
}

function rows(spawns, meta, state, shown) {
  if (spawns.length === 0) return empty(state.status ? `No spawn is ${state.status}` : "No task has been given yet", "A dry run needs no key and costs nothing: ", h("a", { href: addressOf("/spawns/new") }, "start one"), ".");
  return [
    h("p", { class: "hint" }, meta.filtered > spawns.length ? `The newest ${spawns.length} of ${meta.filtered}` : `${meta.filtered} of ${meta.total}`),
    h("ol", { class: "plain" }, spawns.map((spawn) => h("li", { class: spawn.id === shown ? "chosen" : null },
      h("a", { href: addressOf("/spawns/" + encodeURIComponent(spawn.id), state), "aria-current": spawn.id === shown ? "true" : null },
        h("span", { class: "row between" }, h("span", { class: "task" }, spawn.label ?? spawn.task ?? spawn.id), tag(spawn.status, spawn.status)),
        h("span", { class: "hint row" }, [spawn.mode, spawn.dryRun && "dry run", spawn.category, spawn.model].filter(Boolean).join(" · "), h("span", { class: "num" }, money(spawn.costUsd)), when(spawn.requestedAt)))))),
  ];
}

/** Whoever had come to a spawn with the keyboard stays there while the list changes. */
function refill(list, content) {
  const held = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  fill(list, content);
  if (held) list.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}
