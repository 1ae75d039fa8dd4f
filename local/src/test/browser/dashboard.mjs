// Tests every view in both themes, on a phone and on a wide screen. Prints one line per test, then how many passed.
// node dashboard.mjs URL PACKAGES PICTURES [README_PICTURES]; the environment variable CHROMIUM names the browser,
// ONLY=spawn,value selects views.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openPage, overflow, seriousViolations, startBrowser } from "./browser.mjs";
import { VIEWS } from "./views.mjs";

const [url, packages, pictures, readmePictures] = process.argv.slice(2);
const THEMES = ["light", "dark"];
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const README = { pick: { width: 1180, height: 760 }, value: { width: 1180, height: 820 } };

let passed = 0;
let failed = 0;

async function check(name, attempt) {
  const trouble = await attempt().catch((error) => [error.message.split("\n")[0]]);
  if (trouble.length === 0) passed++;
  else failed++;
  console.log(trouble.length === 0 ? `ok - ${name}` : `not ok - ${name}: ${trouble.join(" | ")}`);
}

async function view(started, each, theme, screen) {
  const { page, trouble, close } = await openPage(started.browser, {
    colorScheme: theme,
    viewport: screen,
    reducedMotion: "reduce",
  });
  try {
    await page.goto(url + "/" + each.at);
    await page.waitForSelector(each.ready, { timeout: 30_000 });
    await each.act?.(page);
    await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => {});
    await page.screenshot({ path: join(pictures, `${each.name}-${theme}-${screen.width}.png`), fullPage: false });
    const unexpected = trouble.filter((line) => !each.expected?.test(line));
    const violations = each.foreign ? [] : await seriousViolations(page, started.axe);
    return [...unexpected, ...(await overflow(page)), ...violations];
  } catch (error) {
    await page.screenshot({ path: join(pictures, `${each.name}-${theme}-${screen.width}-failed.png`) }).catch(() => {});
    return [error.message.split("\n")[0], ...trouble];
  } finally {
    await close();
  }
}

/** A chosen theme survives a reload and overrides the system's. */
async function rememberedTheme(started) {
  const { page, trouble, close } = await openPage(started.browser, { colorScheme: "light", viewport: SCREENS[1] });
  await page.goto(url);
  await page.click("#theme");
  await page.reload();
  const theme = await page.evaluate(() => document.documentElement.dataset.theme);
  await close();
  return theme === "dark" ? trouble : [`after a reload the theme is ${theme}`];
}

/** The tab key reaches the skip link, the brand, then the views. */
async function keyboard(started) {
  const { page, trouble, close } = await openPage(started.browser, { viewport: SCREENS[1] });
  await page.goto(url);
  await page.waitForSelector(".category-picks");
  const reached = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement.textContent.trim()));
  }
  await page.keyboard.press("Enter");
  await page.waitForSelector(".models tbody tr");
  await close();
  const expected = ["Skip to content", "Smart Spawn", "Pick", "Models"];
  return expected.every((text, i) => reached[i] === text) ? trouble : ["tabbing reached " + reached.join(", ")];
}

/** After a change of view the page has the focus but no ring; a link that the tab key reaches has one. */
async function focusRing(started) {
  const { page, trouble, close } = await openPage(started.browser, { viewport: SCREENS[1] });
  await page.goto(url);
  await page.waitForSelector(".category-picks");
  const focused = () =>
    page.evaluate(() =>
      [document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle].join(" "),
    );
  const seen = [];
  await page.click("nav >> text=Models");
  await page.waitForSelector(".models tbody tr");
  seen.push(await focused());
  await page.focus("nav >> text=Pick");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".category-picks");
  seen.push(await focused());
  await page.keyboard.press("Shift+Tab");
  seen.push((await focused()).split(" ")[1]);
  await close();
  return seen.join() === "MAIN none,MAIN none,solid" ? trouble : ["focus and outline were " + seen.join(", ")];
}

async function readmePicture(started, name, screen) {
  const { page, close } = await openPage(started.browser, { colorScheme: "light", viewport: screen });
  const each = VIEWS.find((candidate) => candidate.name === name);
  await page.goto(
    url + (name === "pick" ? "/#/?task=Refactor+the+payment+module+and+write+its+tests&budget=low" : "/" + each.at),
  );
  await page.waitForSelector(name === "pick" ? ".winner" : each.ready);
  await page.screenshot({ path: join(readmePictures, name + ".png") });
  await close();
  return [];
}

mkdirSync(pictures, { recursive: true });
const started = await startBrowser(packages, process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell");
const only = process.env.ONLY?.split(",");
for (const each of VIEWS.filter(({ name }) => !only || only.includes(name))) {
  for (const theme of THEMES) {
    for (const screen of SCREENS)
      await check(`${each.name}, ${theme}, ${screen.width} px`, () => view(started, each, theme, screen));
  }
}
await check("a chosen theme is remembered", () => rememberedTheme(started));
await check("the keyboard reaches everything in order", () => keyboard(started));
await check("no ring is drawn around the page after a change of view", () => focusRing(started));
if (readmePictures) {
  mkdirSync(readmePictures, { recursive: true });
  for (const [name, screen] of Object.entries(README))
    await check(`picture of ${name} for the README`, () => readmePicture(started, name, screen));
}
await started.browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
