// Measures how long each view takes in a warm browser, from the change of the address to the drawn frame, and its slowest call.
// node measure.mjs URL PACKAGES PICTURES; the environment variable CHROMIUM names the browser.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openPage, startBrowser } from "./browser.mjs";

const VIEWS = [
  ["pick, no task", "#/", ".category-picks .tile .name"],
  ["pick, a task", "#/?task=refactor+the+payment+module", ".winner"],
  ["models", "#/models", ".models tbody tr"],
  [
    "compare",
    "#/models?compare=maker-0%2Fmodel-0%2Cmaker-1%2Fmodel-1%2Cmaker-2%2Fmodel-2%2Cmaker-3%2Fmodel-3%2Cmaker-4%2Fmodel-4",
    ".side tbody tr",
  ],
  ["value", "#/value", ".chart .point.front"],
  ["model", "#/model/maker-1/model-1", "main h1 + p code"],
  ["sources", "#/sources", ".cards .card"],
  ["spawns", "#/spawns", ".spawn-list li"],
  ["spawn", "#/spawns/0-9999", ".steps .finished"],
  ["changes", "#/changes?hours=", ".change tbody tr"],
];
const ROUNDS = 5;

const [url, packages, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const { browser } = await startBrowser(packages, process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell");
const { page, trouble } = await openPage(browser, { viewport: { width: 1440, height: 900 } });

/** Runs in the page, so that the driver's delay does not count: the address changes, the selector appears, a frame is drawn. */
function drawn([hash, selector]) {
  return new Promise((resolve) => {
    performance.clearResourceTimings();
    const begun = performance.now();
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const calls = performance
          .getEntriesByType("resource")
          .filter((each) => each.initiatorType === "fetch")
          .map((each) => each.duration);
        resolve({ view: performance.now() - begun, call: Math.max(0, ...calls) });
      });
    };
    location.hash = hash;
    addEventListener("hashchange", () => requestAnimationFrame(look), { once: true });
  });
}

const firstPaint = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

await page.goto(url);
await page.waitForSelector(".category-picks .tile .name");
console.log(`first paint ${(await firstPaint()).toFixed(1)} ms in a new browser`);
const paints = [];
for (let i = 0; i < ROUNDS; i++) {
  await page.reload();
  await page.waitForSelector(".category-picks .tile .name");
  paints.push(await firstPaint());
}
console.log(`first paint ${median(paints).toFixed(1)} ms (median of ${ROUNDS} reloads)`);
let slowest = 0;
for (const [name, hash, selector] of VIEWS) {
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("hashchange", () => setTimeout(resolve, 100), { once: true });
          location.hash = "#/nowhere";
        }),
    );
    rounds.push(await page.evaluate(drawn, [hash, selector]));
  }
  const view = median(rounds.map((each) => each.view));
  slowest = Math.max(slowest, view);
  console.log(
    `${name.padEnd(20)} drawn in ${view.toFixed(1).padStart(6)} ms (median of ${ROUNDS}), slowest call ${median(
      rounds.map((each) => each.call),
    )
      .toFixed(1)
      .padStart(6)} ms`,
  );
  await page.screenshot({ path: join(pictures, `loaded-${name.replaceAll(/[ ,]+/g, "-")}.png`) });
}
trouble.forEach((line) => console.log("trouble: " + line));
await browser.close();
console.log(`slowest view ${slowest.toFixed(1)} ms`);
