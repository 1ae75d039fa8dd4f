// A real browser, and pages that record every error.

import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const MACHINE_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SERIOUS = new Set(["serious", "critical"]);

// axe-core checks the first items of a long list only: checking thousands of similar cells would take most of a run.
const CHECKED_ITEMS = 12;
const UNCHECKED = ["tbody > tr", "ol > li", "ul > li", "svg .point", "details label"].map((each) => [
  `${each}:nth-child(n+${CHECKED_ITEMS + 1})`,
]);

/** @param packages the folder where playwright-core and axe-core are installed */
export async function startBrowser(packages, executablePath) {
  const require = createRequire(join(packages, "package.json"));
  const { chromium } = require("playwright-core");
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  return { browser: await chromium.launch({ executablePath, args: MACHINE_FLAGS }), axe };
}

/** A page that records console errors and failed requests in `trouble`. A request that the page aborts is not a failure. */
export async function openPage(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push("console: " + message.text()));
  page.on("pageerror", (error) => trouble.push("script: " + error.message));
  page.on(
    "requestfailed",
    (request) =>
      request.failure()?.errorText !== "net::ERR_ABORTED" &&
      trouble.push(`request: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on(
    "response",
    (response) => response.status() >= 400 && trouble.push(`request: ${response.url()} ${response.status()}`),
  );
  return { page, trouble, close: () => context.close() };
}

/** The serious and critical findings of axe-core, one line each. */
export async function seriousViolations(page, axe) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (unchecked) => globalThis.axe.run({ exclude: unchecked }, { resultTypes: ["violations"] }),
    UNCHECKED,
  );
  return violations
    .filter((each) => SERIOUS.has(each.impact))
    .map(
      (each) =>
        `axe: ${each.id}: ${each.help}: ${each.nodes
          .slice(0, 3)
          .map((node) => node.target.join(" "))
          .join("; ")}`,
    );
}

/** A finding if the page is wider than the screen, which makes it scroll sideways on a phone. */
export async function overflow(page) {
  const { content, screen, widest } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const beyond = [...document.body.querySelectorAll("*")]
      .map((each) => ({ each, right: each.getBoundingClientRect().right }))
      .filter(({ right }) => right > clientWidth)
      .sort((a, b) => b.right - a.right);
    const named = ({ each, right }) => `${each.tagName.toLowerCase()}.${each.className} to ${Math.ceil(right)} px`;
    return { content: scrollWidth, screen: clientWidth, widest: beyond.slice(0, 4).map(named).join(", ") };
  });
  const finding = `layout: the page is ${content} px wide on a screen of ${screen} px: ${widest}`;
  return content > screen ? [finding] : [];
}
