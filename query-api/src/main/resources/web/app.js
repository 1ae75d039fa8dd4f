// Shows the view the address names; a view returns what ends it.

import { current } from "/web/address.js";
import { fill } from "/web/dom.js";
import { empty, failure } from "/web/parts.js";

const VIEWS = {
  pick: ["Pick", () => import("/web/pick.js")],
  models: ["Models", () => import("/web/models.js")],
  value: ["Value", () => import("/web/value.js")],
  model: ["Model", () => import("/web/model.js")],
  sources: ["Sources", () => import("/web/sources.js")],
  spawns: ["Spawns", () => import("/web/spawns.js")],
  changes: ["Changes", () => import("/web/changes.js")],
};

const main = document.getElementById("main");
let ended = new AbortController();

async function show() {
  ended.abort();
  ended = new AbortController();
  const { signal } = ended;
  const address = current();
  const [title, load] = VIEWS[address.view] ?? [];
  markNavigation(address.view);
  if (!load) {
    fill(main, empty("There is no such view", "The address ends in ", location.hash, "."));
    return;
  }
  document.title = title + " · Smart Spawn";
  try {
    const { show: open } = await load();
    if (!signal.aborted) await open(main, address, signal);
  } catch (error) {
    if (!signal.aborted) fill(main, failure(error, show));
  }
}

function markNavigation(view) {
  for (const link of document.querySelectorAll("#nav a")) {
    const here = link.dataset.view === view || (view === "model" && link.dataset.view === "models");
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

document.getElementById("theme").addEventListener("click", switchTheme);
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); main.focus(); });
addEventListener("hashchange", async () => {
  await show();
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
});
show();
