// A real browser, and pages that note whatever goes wrong in them.

import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const MACHINE_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const SERIOUS = new Set(["serious", "critical"]);

// Of many alike, as rows of a table, some speak for all: looking at each of thousands of cells takes most of a run.
const MANY = 12;
const ALIKE = ["tbody > tr", "ol > li", "ul > li", "svg .point", "details label"].map((each) => [`${each}:nth-child(n+${MANY + 1})`]);

/** @param packages the folder in which playwright-core and axe-core are installed */
export async function startBrowser(packages, executablePath) {
  const require = createRequire(join(packages, "package.json"));
  const { chromium } = require("playwright-core");
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  return { browser: await chromium.launch({ executablePath, args: MACHINE_FLAGS }), axe };
}

/** A page whose console errors and failed requests end up in `trouble`. What a page itself calls off is no failure. */
export async function openPage(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push("console: " + message.text()));
  page.on("pageerror", (error) => trouble.push("script: " + error.message));
  page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && trouble.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && trouble.push(`request: ${response.url()} ${response.status()}`));
  return { page, trouble, close: () => context.close() };
}

/** What axe-core finds serious or critical, in a line each. */
export async function seriousViolations(page, axe) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((alike) => globalThis.axe.run({ exclude: alike }, { resultTypes: ["violations"] }), ALIKE);
  return violations.filter((each) => SERIOUS.has(each.impact))
    .map((each) => `axe: ${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}`);
}

/** Whether anything is wider than the screen, which on a phone makes the whole page slide about. */
export async function overflow(page) {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return content > screen ? [`layout: the page is ${content} px wide on a screen of ${screen} px`] : [];
}
