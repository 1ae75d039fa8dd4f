// Every view: where it is, and what somebody does in it. What a library draws is `foreign`: its markup is not ours to mend.

const PATIENCE = { timeout: 30_000 };
const seen = (page, selector) => page.waitForSelector(selector, { ...PATIENCE, state: "visible" });
const path = (page) => new URL(page.url()).hash;

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** What the server asks of a browser that has not said a key yet, when it writes for the first time. */
async function giveKey(page) {
  await page.getByLabel("API key").fill("for-the-test-0123456789");
  await page.click("text=Use this key");
}

export const VIEWS = [
  { name: "board", at: "#/", ready: ".board .tile .name" },
  { name: "pick", at: "#/", ready: ".board", async act(page) {
    await page.fill("#task", "Refactor the payment module and write its tests");
    await seen(page, ".winner");
    await page.check("text=Low >> xpath=.. >> input", { force: true });
    await page.waitForFunction(() => document.querySelector(".winner .eyebrow")?.textContent.includes("low"), null, PATIENCE);
    expect(path(page).includes("budget=low"), "the budget is not in the address: " + path(page));
    expect((await page.textContent(".elsewhere")).includes("kafka-console-producer.sh"), "no line for the console producer");
  } },
  { name: "pick-nothing-fits", at: "#/?task=coding&minContext=1000000&require=vision&budget=low&includeFree=true", ready: ".winner, .result .notice" },
  { name: "models", at: "#/models", ready: ".models tbody tr", async act(page) {
    const all = await page.textContent("main [role=status]");
    await page.click(".sort >> text=Prompt");
    await seen(page, "th[aria-sort=descending] >> text=Prompt");
    await page.fill("input[type=search]", "gpt");
    await page.waitForFunction((before) => document.querySelector("main [role=status]")?.textContent !== before, all, PATIENCE);
    await page.focus(".models td.num[tabindex='0']");
    await page.keyboard.press("ArrowDown");
    await seen(page, "#origin");
    expect((await page.textContent("#origin")).length > 10, "no origin is told");
    await page.keyboard.press("Escape");
  } },
  { name: "compare", at: "#/models", ready: ".models tbody tr", async act(page) {
    await page.locator(".models tbody input[type=checkbox]").nth(0).check();
    await page.locator(".models tbody input[type=checkbox]").nth(1).check();
    await seen(page, ".side tbody tr");
    expect(path(page).includes("compare="), "the comparison is not in the address");
    await page.click(".chooser summary");
    await page.getByLabel("GPQA").check({ force: true });
    await page.click(".chooser summary");
  } },
  { name: "value", at: "#/value", ready: ".chart .point.front", async act(page) {
    await page.selectOption("select", "reasoning");
    await page.waitForFunction(() => location.hash.includes("reasoning") && document.querySelector(".chart svg")?.getAttribute("aria-label").includes("reasoning"), null, PATIENCE);
    await page.locator(".point.front").first().focus();
    await seen(page, ".tip");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#/model/"), null, PATIENCE);
    await page.goBack();
    await seen(page, ".chart .point.front");
    expect(path(page).includes("reasoning"), "going back forgot the kind of work");
  } },
  { name: "model", at: "#/models", ready: ".models tbody tr", async act(page) {
    await page.locator(".models tbody th a").first().click();
    await seen(page, "main h1 + p code");
    await seen(page, "text=Evidence");
  } },
  { name: "sources", at: "#/sources", ready: ".cards .card", async act(page) {
    await page.getByLabel("Name contains").fill("zzzz");
    await seen(page, "text=No such names");
    await page.getByLabel("Name contains").fill("");
    await seen(page, ".cards .card");
  } },
  { name: "refresh", at: "#/sources", ready: ".cards .card", async act(page) {
    await page.waitForSelector("button.primary:enabled", { timeout: 60_000 });
    await page.click("text=Refresh all");
    await giveKey(page);
    await page.waitForFunction(() => /Done|started|pulled|asked/i.test(document.querySelector("[role=status].hint")?.textContent ?? ""), null, PATIENCE);
  }, expected: /401/ },
  { name: "spawns", at: "#/spawns", ready: ".spawnlist .notice, .spawnlist li" },
  { name: "spawn-form", at: "#/spawns/new", ready: ".spawnside form" },
  { name: "spawn", at: "#/spawns/new", ready: ".spawnside form", expected: /401/, async act(page) {
    await page.fill(".spawnside textarea", "Name three primes.");
    await page.uncheck("text=Dry run >> xpath=.. >> input", { force: true });
    await page.click(".spawnside button.primary");
    await giveKey(page);
    await seen(page, ".steps .requested, .steps .claimed");
    await seen(page, ".steps .callFinished");
    await seen(page, ".steps .finished");
    await seen(page, ".spawnside .tag.completed");
    await seen(page, ".prose >> text=2, 3, 5");
    await page.click("[aria-label='Rate 4 of 5']");
    await seen(page, "text=Rated 4 of 5");
  } },
  { name: "cancel", at: "#/spawns/new", ready: ".spawnside form", expected: /401/, async act(page) {
    await page.fill(".spawnside textarea", "Take your time.");
    await page.uncheck("text=Dry run >> xpath=.. >> input", { force: true });
    await page.click(".spawnside button.primary");
    await giveKey(page);
    await seen(page, ".steps .callStarted");
    await page.locator(".spawnlist li.chosen a").focus();
    await page.click(".spawnside button.danger");
    await seen(page, ".spawnside .tag.cancelled");
    await seen(page, ".spawnlist li.chosen .tag.cancelled");
  } },
  { name: "reference", at: "reference", ready: ".swagger-ui .opblock", foreign: true },
  { name: "changes", at: "#/changes?hours=", ready: ".change, .notice strong" },
  { name: "nowhere", at: "#/nowhere", ready: "text=There is no such view" },
  { name: "unknown-model", at: "#/model/nobody/nothing", ready: "[role=alert]", expected: /404/ },
];
