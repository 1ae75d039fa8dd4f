import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { run, until } from "./children.mjs";
import { FakeModel, allText, toolAnswers } from "./fake-model.mjs";
import { OpenClaw, pluginFolder, publishedPackage, skip } from "./openclaw.mjs";
import { SmartSpawn } from "./smart-spawn.mjs";

const TASK = "Name the three smallest primes.";
const FALLBACK_WITHIN_MILLIS = 2000;

describe("OpenClaw", { skip }, () => {
  let smartSpawn;
  let fake;
  let models;

  before(async () => {
    fake = await FakeModel.start(answer);
    smartSpawn = await SmartSpawn.start({ OPENROUTER_BASE_URL: fake.url, OPENROUTER_API_KEY: "none" });
    models = (await smartSpawn.get("/models?limit=1000")).data.map(({ id }) => id);
  });

  after(async () => {
    await smartSpawn?.close();
    await fake?.close();
  });

  /** The configuration of a user with OpenRouter. The fake model answers for all models there. */
  async function userConfig(openclaw, config) {
    const model = (id) => ({
      id,
      name: id,
      input: ["text"],
      reasoning: false,
      contextWindow: 200_000,
      maxTokens: 4096,
      cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    });
    const provider = (ids) => ({
      baseUrl: fake.url,
      api: "openai-completions",
      apiKey: "none",
      models: ids.map(model),
    });
    return {
      ...(await openclaw.quietConfig()),
      plugins: {
        allow: ["smart-spawn"],
        entries: { "smart-spawn": { enabled: true, config } },
      },
      tools: { toolSearch: false, alsoAllow: ["smart_spawn", "smart_spawn_feedback", "sessions_spawn"] },
      agents: { defaults: { model: { primary: "fake/parent" } } },
      models: {
        catalogRefresh: { enabled: false },
        providers: { fake: provider(["parent"]), openrouter: provider(models) },
      },
    };
  }

  describe("with the plugin the original published", () => {
    let openclaw;
    const spawnTool = (args) => openclaw.invoke("smart_spawn", args);

    before(async () => {
      openclaw = await OpenClaw.create();
      const config = await userConfig(openclaw, { apiUrl: `${smartSpawn.url}/api` });
      config.plugins.load = { paths: [await unpackPublished(openclaw.folder)] };
      await openclaw.configure(config);
      await openclaw.startGateway();
    });

    after(() => openclaw?.close());

    it("serves its single mode", async () => {
      const { answer } = await spawnTool({ task: TASK, category: "coding" });
      const { data } = await smartSpawn.get("/pick?task=coding&budget=medium");
      assert.equal(answer.action, "spawn");
      assert.equal(answer.source, "api");
      assert.ok(answer.model.endsWith(data.id), answer.model);
      assert.equal(answer.reason, data.reason);
    });

    it("serves its collective mode", async () => {
      const { answer } = await spawnTool({
        task: TASK,
        mode: "collective",
        category: "reasoning",
        collectiveCount: 3,
      });
      assert.equal(answer.action, "collective");
      assert.equal(answer.models.length, 3);
      assert.ok(answer.models.every(({ id, reason }) => id.includes("/") && reason.length > 0));
    });

    it("serves its cascade mode", async () => {
      const { answer } = await spawnTool({
        task: TASK,
        mode: "cascade",
        category: "coding",
        context: "java,kafka",
      });
      assert.equal(answer.action, "cascade");
      assert.notEqual(answer.cheapModel, answer.premiumModel);
      assert.ok(answer.cheapScore > 0 && answer.premiumScore > 0);
      assert.ok(answer.cheapPricing.prompt < answer.premiumPricing.prompt);
    });

    it("records what it reports", async () => {
      const before = (await smartSpawn.topic("spawn-log")).length;
      await spawnTool({ task: TASK, category: "creative" });
      await openclaw.invoke("smart_spawn_feedback", { model: models[0], category: "creative", rating: 5 });
      const log = await until("both reports are in the topic", async () => {
        const records = await smartSpawn.topic("spawn-log");
        return records.length >= before + 2 ? records.slice(before) : undefined;
      });
      assert.deepEqual(log.map(({ type, category }) => [type, category]).toSorted(), [
        ["rated", "creative"],
        ["spawned", "creative"],
      ]);
    });
  });

  /** Must be last, because it ends with a test that kills the API. */
  describe("with the plugin", () => {
    let startedAt;
    let openclaw;
    const config = (changes = {}) => ({ apiUrl: smartSpawn.url, ...changes });
    const spawnTool = (args) => openclaw.invoke("smart_spawn", args);

    before(async () => {
      startedAt = new Date().toISOString();
      openclaw = await OpenClaw.create();
      await openclaw.configure(await openclaw.quietConfig());
    });

    after(() => openclaw?.close());

    it("finds the generated metadata up to date and the plugin valid", async () => {
      const options = ["--root", pluginFolder, "--entry", "./dist/index.js"];
      const built = await openclaw.cli("plugins", "build", "--check", ...options);
      assert.equal(built.code, 0, built.stdout + built.stderr);
      const validated = await openclaw.cli("plugins", "validate", ...options);
      assert.equal(validated.code, 0, validated.stdout + validated.stderr);
    });

    it("installs the packed plugin into a fresh state folder and loads it", async () => {
      const installed = await openclaw.install(pluginFolder);
      assert.equal(installed.code, 0, installed.stdout + installed.stderr);

      const { code, stdout } = await openclaw.cli("plugins", "inspect", "smart-spawn", "--runtime", "--json");
      assert.equal(code, 0);
      const { plugin, diagnostics } = JSON.parse(stdout);
      assert.equal(plugin.status, "loaded");
      assert.deepEqual(plugin.toolNames.toSorted(), ["smart_spawn", "smart_spawn_feedback"]);
      assert.deepEqual(plugin.commands, ["smartspawn"]);
      assert.deepEqual(
        (diagnostics ?? []).filter(({ level }) => level === "error"),
        [],
      );
    });

    it("starts its gateway with the plugin", async () => {
      await openclaw.configure(await userConfig(openclaw, config()));
      await openclaw.startGateway();
    });

    it("answers single mode with a model of the API", async () => {
      const { status, answer } = await spawnTool({ task: TASK, category: "reasoning" });
      const { data } = await smartSpawn.get("/pick?task=reasoning&budget=medium");
      assert.equal(status, 200);
      assert.equal(answer.action, "spawn");
      assert.equal(answer.model, `openrouter/${data.id}`);
      assert.equal(answer.reason, data.reason);
      assert.equal(answer.task, TASK);
      assert.equal(answer.source, "api");
    });

    it("answers collective mode with models of different makers and a merge", async () => {
      const { answer } = await spawnTool({ task: TASK, mode: "collective", collectiveCount: 3 });
      assert.equal(answer.action, "collective");
      assert.equal(answer.models.length, 3);
      assert.equal(new Set(answer.models.map(({ model }) => model.split("/")[1])).size, 3);
      assert.equal(answer.merge.model, answer.models[0].model);
    });

    it("answers cascade mode with a cheap model, an expensive model and a judge", async () => {
      const { answer } = await spawnTool({ task: TASK, mode: "cascade", category: "coding" });
      assert.equal(answer.action, "cascade");
      assert.notEqual(answer.cheap.model, answer.premium.model);
      assert.notEqual(answer.judge.model, answer.cheap.model);
      assert.ok(answer.cheap.pricing.prompt < 1);
    });

    it("names the parameters that are wrong", async () => {
      const { status, answer } = await spawnTool({ tsk: TASK, mode: "swarm", collectiveCount: 9 });
      assert.equal(status, 200);
      assert.equal(answer.action, "error");
      assert.match(answer.error.message, /unknown parameter 'tsk': did you mean 'task'\?/);
      assert.match(answer.error.message, /'task' is missing/);
      assert.match(answer.error.message, /'mode' is "swarm": expected one of single/);
      assert.match(answer.error.message, /'collectiveCount' is 9: expected a whole number from 2 to 5/);
    });

    it("records the choices and a rating in the topic", async () => {
      const [model] = models;
      const rating = { model: `openrouter/${model}`, category: "coding", rating: 4, comment: "neat" };
      const { answer } = await openclaw.invoke("smart_spawn_feedback", rating);
      assert.equal(answer.action, "recorded");

      const log = (await smartSpawn.topic("spawn-log")).filter(({ at }) => at >= startedAt);
      const roles = log.filter(({ type }) => type === "spawned").map(({ role }) => role);
      assert.deepEqual(roles.toSorted(), [
        "cascade_cheap",
        "cascade_premium",
        ...Array(3).fill("collective_worker"),
        "primary",
      ]);
      const rated = log.find(({ type }) => type === "rated");
      assert.deepEqual([rated.model, rated.rating, rated.comment], [model, 4, "neat"]);
    });

    it("completes a delegation: agent, smart_spawn, sessions_spawn, the child's answer", async () => {
      await openclaw.call("chat.send", {
        sessionKey: "main",
        message: "Primes, please.",
        idempotencyKey: "loop",
      });
      const reported = await until("the parent gets the child's answer", () =>
        fake.requests.find((body) => isParent(body) && allText(body).includes(CHILD_ANSWER)),
      );
      const [choice] = toolAnswers(reported);
      const child = fake.requests.find((body) => !isParent(body) && allText(body).includes(TASK));
      assert.equal(`openrouter/${child.model}`, choice.model);
    });

    it("shows how fresh the models are, the last picks and the spend on /smartspawn", async () => {
      await openclaw.call("chat.send", {
        sessionKey: "main",
        message: "/smartspawn",
        idempotencyKey: "command",
      });
      const shown = await until("the command's answer", async () => {
        const { answer } = await openclaw.invoke("sessions_history", { sessionKey: "main" });
        const messages = answer?.messages ?? [];
        return messages.map((message) => JSON.stringify(message)).find((text) => text.includes("Last picks"));
      });
      assert.match(shown, /\d+ models, refreshed/);
      assert.match(shown, /openrouter\/\S+ for reasoning \(single, medium, api\)/);
      assert.match(shown, /Spend: /);
    });

    it("uses a spawn worker after the user changes the setting of a running gateway", async () => {
      await openclaw.configure(await userConfig(openclaw, config({ execute: "worker" })));
      const answer = await until("the new setting takes effect", async () => {
        const invoked = await spawnTool({ task: TASK, mode: "collective", category: "reasoning" });
        return invoked.answer?.action === "collective" ? undefined : invoked.answer;
      });
      assert.equal(answer.action, "result", JSON.stringify(answer));
      assert.match(answer.answer, /a worker's answer/);
      assert.equal(answer.outputs.length, 3);
      assert.ok(answer.costUsd > 0);

      const rated = await openclaw.invoke("smart_spawn_feedback", { spawnId: answer.spawn.id, rating: 5 });
      assert.equal(rated.answer.action, "recorded");
      const { data } = await smartSpawn.get(`/spawns/${answer.spawn.id}`);
      assert.equal(data.outcome.rating, 5);
    });

    it("passes on all that a task says to a worker, and the checked value back", async () => {
      const { answer } = await spawnTool({
        messages: [{ role: "user", content: "Name three primes as JSON." }],
        parameters: { temperature: 0.2 },
        responseFormat: { type: "array", items: { type: "integer" } },
        privacy: { providers: { ignore: ["azure"] } },
      });
      assert.equal(answer.action, "result", JSON.stringify(answer));
      assert.deepEqual(answer.json, [2, 3, 5]);
      const call = fake.requests.findLast((body) => allText(body).includes("as JSON"));
      assert.deepEqual(call.provider?.ignore, ["azure"]);
    });

    it("answers with a fallback within two seconds when the API is killed", async () => {
      await smartSpawn.process.kill("SIGKILL");
      const killed = Date.now();
      const { status, answer } = await spawnTool({ task: TASK, mode: "collective", category: "coding" });
      const tookMillis = Date.now() - killed;
      assert.equal(status, 200);
      assert.equal(answer.action, "spawn");
      assert.equal(answer.source, "fallback");
      assert.equal(answer.model, "openrouter/anthropic/claude-opus-4.6");
      assert.ok(tookMillis < FALLBACK_WITHIN_MILLIS, `took ${tookMillis} ms`);
    });

    it("does not log any key", () => {
      assert.doesNotMatch(openclaw.gateway.log(), /apiKey|of-this-test-only/);
    });
  });
});

const CHILD_ANSWER = "The child says 2, 3 and 5.";

const isParent = (body) => body.model === "parent";

/** Finds the next reply from the model that is called and from the earlier messages. */
function answer(body) {
  if (!body.tools?.length) {
    return allText(body).includes("as JSON") ? "[2, 3, 5]" : `a worker's answer: 2, 3, 5`;
  }
  if (!isParent(body)) {
    return CHILD_ANSWER;
  }
  const [choice, spawned] = toolAnswers(body);
  if (choice === undefined) {
    return { tool: "smart_spawn", args: { task: TASK, category: "reasoning" } };
  }
  if (spawned === undefined) {
    const { task, model, label } = choice;
    return { tool: "sessions_spawn", args: { task, model, label } };
  }
  return allText(body).includes(CHILD_ANSWER) ? "2, 3 and 5." : "It is being worked on.";
}

/**
 * Unpacks the published plugin and adds the tool names to its manifest, which current versions of
 * OpenClaw require. OpenClaw loads it from this folder, because it only installs compiled plugins.
 */
async function unpackPublished(folder) {
  const unpacked = join(folder, "published");
  await mkdir(unpacked);
  await run("tar", ["xzf", publishedPackage, "-C", unpacked, "--strip-components=1"]);
  const manifestPath = join(unpacked, "openclaw.plugin.json");
  const manifest = JSON.parse(await readFile(manifestPath, "utf8"));
  manifest.contracts = { tools: ["smart_spawn", "smart_spawn_feedback"] };
  await writeFile(manifestPath, JSON.stringify(manifest));
  return unpacked;
}
