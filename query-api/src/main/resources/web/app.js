// Shows the view that the address names.

import { currentAddress } from "./address.js";
import { fill } from "./dom.js";
import { empty, failure } from "./components.js";

const VIEWS = {
  pick: ["Pick", () => import("./pick.js")],
  models: ["Models", () => import("./models.js")],
  value: ["Value", () => import("./value.js")],
  model: ["Model", () => import("./model.js")],
  sources: ["Sources", () => import("./sources.js")],
  spawns: ["Spawns", () => import("./spawns.js")],
  costs: ["Costs", () => import("./costs.js")],
  changes: ["Changes", () => import("./changes.js")],
};

const main = document.getElementById("main");
let currentView = new AbortController();

/** The signal ends the previous view: its requests, timers and listeners. */
async function show() {
  currentView.abort();
  currentView = new AbortController();
  const { signal } = currentView;
  const address = currentAddress();
  const [title, load] = VIEWS[address.view] ?? [];
  markNavigation(address.view);
  if (!load) {
    fill(main, empty("This view does not exist", "No view has the address ", location.hash, "."));
    return;
  }
  document.title = title + " · Smart Spawn";
  try {
    const view = await load();
    if (!signal.aborted) await view.show(main, address, signal);
  } catch (error) {
    if (!signal.aborted) fill(main, failure(error, show));
  }
}

function markNavigation(view) {
  for (const link of document.querySelectorAll("#nav a")) {
    const isCurrent = link.dataset.view === view || (view === "model" && link.dataset.view === "models");
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

document.getElementById("theme").addEventListener("click", switchTheme);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", async () => {
  await show();
  scrollTo(0, 0);
  main.focus({ preventScroll: true });
});
show();
