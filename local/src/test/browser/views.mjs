// Every view: its address, and what a person does in it. A `foreign` view is drawn by a library, and not checked by axe-core.

import { TIMEOUT, enterKey, expect, waitFor } from "./actions.mjs";
import { ATTACHMENT_VIEWS } from "./attachments.mjs";
import { SPAWN_FORM_VIEWS } from "./spawn-form.mjs";

const hashOf = (page) => new URL(page.url()).hash;

export const VIEWS = [
  { name: "category-picks", at: "#/", ready: ".category-picks .tile .name" },
  {
    name: "pick",
    at: "#/",
    ready: ".category-picks",
    async act(page) {
      await page.fill("#task", "Refactor the payment module and write its tests");
      await waitFor(page, ".winner");
      await page.check("text=Low >> xpath=.. >> input", { force: true });
      await page.waitForFunction(
        () => document.querySelector(".winner .eyebrow")?.textContent.includes("low"),
        null,
        TIMEOUT,
      );
      expect(hashOf(page).includes("budget=low"), "the budget is not in the address: " + hashOf(page));
      expect(
        (await page.textContent(".commands")).includes("kafka-console-producer.sh"),
        "no line for the console producer",
      );
    },
  },
  {
    name: "pick-nothing-fits",
    at: "#/?task=coding&minContext=1000000&require=vision&budget=low&includeFree=true",
    ready: ".winner, .result .notice",
  },
  {
    name: "models",
    at: "#/models",
    ready: ".models tbody tr",
    async act(page) {
      const all = await page.textContent("main [role=status]");
      await page.click(".sort >> text=Prompt");
      await waitFor(page, "th[aria-sort=descending] >> text=Prompt");
      await page.fill("input[type=search]", "gpt");
      await page.waitForFunction(
        (before) => document.querySelector("main [role=status]")?.textContent !== before,
        all,
        TIMEOUT,
      );
      await page.focus(".models td.num[tabindex='0']");
      await page.keyboard.press("ArrowDown");
      await waitFor(page, "#evidence-tip");
      expect(
        (await page.textContent("#evidence-tip")).length > 10,
        "the tip does not show where the number comes from",
      );
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "compare",
    at: "#/models",
    ready: ".models tbody tr",
    async act(page) {
      await page.locator(".models tbody input[type=checkbox]").nth(0).check();
      await page.locator(".models tbody input[type=checkbox]").nth(1).check();
      await waitFor(page, ".side tbody tr");
      expect(hashOf(page).includes("compare="), "the comparison is not in the address");
      await page.click(".chooser summary");
      await page.getByLabel("GPQA").check({ force: true });
      await page.click(".chooser summary");
    },
  },
  {
    name: "value",
    at: "#/value",
    ready: ".chart .point.front",
    async act(page) {
      await page.selectOption("select", "reasoning");
      await page.waitForFunction(
        () =>
          location.hash.includes("reasoning") &&
          document.querySelector(".chart svg")?.getAttribute("aria-label").includes("reasoning"),
        null,
        TIMEOUT,
      );
      await page.locator(".point.front").first().focus();
      await waitFor(page, ".tip");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.startsWith("#/model/"), null, TIMEOUT);
      await page.goBack();
      await waitFor(page, ".chart .point.front");
      expect(hashOf(page).includes("reasoning"), "going back lost the kind of work");
    },
  },
  {
    name: "model",
    at: "#/models",
    ready: ".models tbody tr",
    async act(page) {
      await page.locator(".models tbody th a").first().click();
      await waitFor(page, "main h1 + p code");
      await waitFor(page, "text=Evidence");
    },
  },
  {
    name: "sources",
    at: "#/sources",
    ready: ".cards .card",
    async act(page) {
      await page.getByLabel("Name contains").fill("zzzz");
      await waitFor(page, "text=No such names");
      await page.getByLabel("Name contains").fill("");
      await waitFor(page, ".cards .card");
    },
  },
  {
    name: "refresh",
    at: "#/sources",
    ready: ".cards .card",
    async act(page) {
      await page.waitForSelector("button.primary:enabled", { timeout: 60_000 });
      await page.click("text=Refresh all");
      await enterKey(page);
      await page.waitForFunction(
        () => /Done|started|pulled|pulling/i.test(document.querySelector("[role=status].hint")?.textContent ?? ""),
        null,
        TIMEOUT,
      );
    },
    expected: /401/,
  },
  { name: "spawns", at: "#/spawns", ready: ".spawn-list .notice, .spawn-list li" },
  { name: "spawn-form", at: "#/spawns/new", ready: ".spawn-side form" },
  {
    name: "spawn",
    at: "#/spawns/new",
    ready: ".spawn-side form",
    expected: /401/,
    async act(page) {
      await page.fill(".spawn-side textarea", "Name three primes.");
      await page.uncheck("text=Dry run >> xpath=.. >> input", { force: true });
      await page.click(".spawn-side button.primary");
      await enterKey(page);
      await waitFor(page, ".steps .requested, .steps .claimed");
      await waitFor(page, ".steps .callFinished");
      await waitFor(page, ".steps .finished");
      await waitFor(page, ".spawn-side .tag.completed");
      await waitFor(page, ".prose >> text=2, 3, 5");
      await page.click("[aria-label='Rate 4 of 5']");
      await waitFor(page, "text=Rated 4 of 5");
    },
  },
  {
    name: "cancel",
    at: "#/spawns/new",
    ready: ".spawn-side form",
    expected: /401/,
    async act(page) {
      await page.fill(".spawn-side textarea", "Take your time.");
      await page.uncheck("text=Dry run >> xpath=.. >> input", { force: true });
      await page.click(".spawn-side button.primary");
      await enterKey(page);
      await waitFor(page, ".steps .callStarted");
      await page.locator(".spawn-list li.selected a").focus();
      await page.click(".spawn-side button.danger");
      await waitFor(page, ".spawn-side .tag.cancelled");
      await waitFor(page, ".spawn-list li.selected .tag.cancelled");
    },
  },
  ...SPAWN_FORM_VIEWS,
  ...ATTACHMENT_VIEWS,
  { name: "reference", at: "reference", ready: ".swagger-ui .opblock", foreign: true },
  { name: "changes", at: "#/changes?hours=", ready: ".change, .notice strong" },
  {
    name: "costs",
    at: "#/costs?days=7",
    ready: ".gauge meter",
    async act(page) {
      await page.selectOption("label:has-text('Stacked by') select", "purpose");
      await page.waitForFunction(() => location.hash.includes("by=purpose"), null, TIMEOUT);
      await waitFor(page, ".cost-facts, .costs .notice");
      expect((await page.textContent(".gauge")).includes(" today"), "the gauge does not say what is left of the day");
    },
  },
  { name: "unknown-view", at: "#/nowhere", ready: "text=This view does not exist" },
  { name: "unknown-model", at: "#/model/nobody/nothing", ready: "[role=alert]", expected: /404/ },
];
