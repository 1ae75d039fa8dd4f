// The optional fields of the form for a spawn.

import { enterKey, expect, expectSame, nextSpawn, setCheck, waitFor } from "./actions.mjs";

const FORM = { at: "#/spawns/new", ready: ".spawn-side form", expected: /401/ };
const SCHEMA = { type: "array", items: { type: "integer" } };

export const SPAWN_FORM_VIEWS = [
  {
    name: "spawn-more",
    ...FORM,
    async act(page) {
      await page.getByLabel("Task", { exact: true }).fill("Name three primes as JSON.");
      await page.click(".more summary");
      await page.getByLabel("System text").fill("Be brief.");
      await page.getByLabel("Effort").selectOption("low");
      await page.getByLabel("Temperature").fill("0.2");
      await page.getByLabel("Most tokens").fill("500");
      await setCheck(page, "Answer as JSON", true);
      await page.getByLabel("JSON Schema of the answer").fill(JSON.stringify(SCHEMA));
      await page.getByLabel("Never these providers").fill("azure, deepseek");
      await setCheck(page, "Dry run", false);
      const sent = nextSpawn(page);
      await page.click(".spawn-side button.primary");
      const { task, system, parameters, responseFormat, privacy, ...others } = await sent;
      expectSame([task, system], ["Name three primes as JSON.", "Be brief."], "what is asked");
      expectSame(parameters, { effort: "low", temperature: 0.2, maxTokens: 500 }, "parameters");
      expectSame(responseFormat, SCHEMA, "the form of the answer");
      expectSame(privacy, { providers: { ignore: ["azure", "deepseek"] } }, "privacy");
      expectSame(others, { mode: "single", budget: "medium", maxCostUsd: 1 }, "the rest of the request");
      await enterKey(page);
      await waitFor(page, ".spawn-side .tag.completed");
      await waitFor(page, "text=Answer as JSON");
      const json = await page.textContent(".spawn-side .prose >> nth=1");
      expectSame(JSON.parse(json), [2, 3, 5], "the answer");
      expect(json.includes("\n"), "the JSON is on one line");
      await page.click("text=What else was said");
      await waitFor(page, ".prose >> text=Be brief.");
    },
  },
  {
    name: "spawn-mistake",
    ...FORM,
    async act(page) {
      await page.getByLabel("Task", { exact: true }).fill("Name three primes.");
      await page.click(".more summary");
      await setCheck(page, "Answer as JSON", true);
      await page.getByLabel("JSON Schema of the answer").fill("{");
      await page.click(".more summary");
      await page.click(".spawn-side button.primary");
      await waitFor(page, ".more textarea:invalid >> nth=0");
      const told = await page.getByLabel("JSON Schema of the answer").evaluate((each) => each.validationMessage);
      expect(/not JSON/.test(told), "the mistake was called: " + told);
      expect((await page.locator(".spawn-side form h2").textContent()) === "New spawn", "the form was sent");
      await setCheck(page, "Answer as JSON", false);
      await page.click(".spawn-side button.primary");
      await enterKey(page);
      await waitFor(page, ".spawn-side .tag.completed");
    },
  },
];
