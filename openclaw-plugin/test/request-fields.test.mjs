import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SPAWN_PARAMETERS } from "../dist/spawn-parameters.js";
import { pluginFor } from "./plugin-under-test.mjs";
import { catalogue, stubApi, unreachableUrl } from "./stub-api.mjs";

const SCHEMA = { type: "array", items: { type: "integer" } };
const CONVERSATION = [
  { role: "system", content: "Answer in one word." },
  { role: "user", content: "Name a prime." },
  { role: "assistant", content: "Two." },
  { role: "user", content: [{ type: "text", text: "Another one?" }] },
];

/** Every parameter of the tool, as a caller gives it. Messages stand in place of task and system. */
const GIVEN = {
  task: "Name three primes",
  category: "reasoning",
  mode: "collective",
  budget: "high",
  collectiveCount: 2,
  label: "L",
  context: "number theory",
  system: "Be brief.",
  images: ["https://example.org/a.png", "data:image/png;base64,iVBORw0KGgo="],
  files: [
    { name: "a.pdf", data: "data:application/pdf;base64,JVBERi0xLjc=" },
    { name: "notes.txt", text: "2, 3, 5" },
  ],
  parameters: { temperature: 0.2, effort: "low" },
  requireParameters: true,
  responseFormat: SCHEMA,
  privacy: { dataCollection: "deny", providers: { ignore: ["deepseek"] } },
};

/** An API whose worker answers at once. */
function workerApi(result = {}) {
  let spawn;
  return stubApi(({ method, path, body }) => {
    if (path === "/status") {
      return [200, { data: { status: "ok" } }];
    }
    spawn = method === "POST" ? { id: body.id, status: "completed", answer: "[2,3,5]", ...result } : spawn;
    return [200, { data: spawn }];
  });
}

async function submitted(params, result) {
  const api = await workerApi(result);
  const answer = await pluginFor({ apiUrl: api.url, execute: "worker" }).spawn(params);
  await api.close();
  return { answer, body: api.to("/spawns")[0]?.body };
}

async function instructed(params) {
  const api = await stubApi(catalogue);
  const answer = await pluginFor({ apiUrl: api.url }).spawn(params);
  await api.close();
  return answer;
}

describe("a spawn worker", () => {
  it("gets every parameter of the tool as it is", async () => {
    const { body } = await submitted(GIVEN);
    assert.deepEqual({ ...body, ...GIVEN }, body);
    const unused = Object.keys(SPAWN_PARAMETERS.properties).filter((name) => !(name in GIVEN));
    assert.deepEqual(unused, ["messages"]);
  });

  it("gets a conversation in place of a task", async () => {
    const { body } = await submitted({ messages: CONVERSATION });
    assert.deepEqual(body.messages, CONVERSATION);
    assert.equal("task" in body, false);
  });

  for (const json of [[2, 3, 5], { a: 1 }, false, null, 0, ""]) {
    it(`has its checked answer passed on: ${JSON.stringify(json)}`, async () => {
      const { answer } = await submitted({ task: "T", responseFormat: "json" }, { json });
      assert.deepEqual(answer.json, json);
      assert.equal(answer.answer, "[2,3,5]");
    });
  }

  it("gives no json where no form was asked for", async () => {
    const { answer } = await submitted({ task: "T" });
    assert.equal("json" in answer, false);
  });
});

describe("an agent", () => {
  it("gets system text, task and form of the answer as one task", async () => {
    const answer = await instructed({ task: "Name primes.", system: "Be brief.", responseFormat: SCHEMA });
    assert.equal(
      answer.task,
      `Be brief.\n\nName primes.\n\nAnswer with JSON only, without any text or code fence around it. It must be valid against this JSON Schema:\n${JSON.stringify(SCHEMA)}`,
    );
  });

  it("gets a conversation as one task, and its last message finds the category", async () => {
    const api = await stubApi(catalogue);
    const answer = await pluginFor({ apiUrl: api.url }).spawn({ messages: CONVERSATION });
    await api.close();
    assert.equal(api.to("/pick")[0].query.task, "Another one?");
    assert.match(answer.task, /^Answer in one word\.\n\nThis is a conversation\./);
    assert.match(answer.task, /User: Name a prime\.\n\nAssistant: Two\.\n\nUser: Another one\?/);
  });

  it("gets one message as it is", async () => {
    const { task } = await instructed({ messages: [{ role: "user", content: "Name primes." }] });
    assert.equal(task, "Name primes.");
  });

  it("is told to merge answers with a form into that form alone", async () => {
    const { merge } = await instructed({ task: "T", mode: "collective", responseFormat: "json" });
    assert.match(merge.task, /Write nothing but the answer, in the form that the task asks for\./);
    assert.doesNotMatch(merge.task, /disagreed/);
  });

  for (const mode of ["single", "collective", "cascade"]) {
    it(`is told which parameters are left out in mode ${mode}`, async () => {
      const parameters = { temperature: 0.2, seed: 7 };
      const { notes } = await instructed({ task: "T", mode, parameters });
      assert.deepEqual(notes, ["left out, because sessions_spawn cannot pass it on: temperature, seed"]);
    });
  }

  for (const params of [
    { privacy: { dataCollection: "deny" } },
    { requireParameters: true },
    { images: ["https://example.org/a.png"] },
    { files: [{ name: "a.txt", text: "A" }] },
  ]) {
    const [field] = Object.keys(params);
    it(`gets an error instead of a task whose ${field} would be ignored`, async () => {
      const { action, error } = await instructed({ task: "T", ...params });
      assert.equal(action, "error");
      assert.equal(error.code, "needs_worker");
      assert.match(error.message, new RegExp(`cannot pass on '${field}'.*'execute' to 'worker'`));
    });
  }

  it("gets an error instead of a conversation whose image would be lost", async () => {
    const content = [
      { type: "text", text: "What is this?" },
      { type: "image_url", image_url: { url: "https://a/b" } },
    ];
    const { error } = await instructed({ messages: [{ role: "user", content }] });
    assert.match(error.message, /cannot pass on 'messages'/);
  });

  it("gets no fallback model for a private task while the API is down", async () => {
    const plugin = pluginFor({ apiUrl: await unreachableUrl(), execute: "worker" });
    const answer = await plugin.spawn({ task: "T", privacy: { dataCollection: "deny" } });
    assert.equal(answer.action, "error");
    assert.equal(answer.error.code, "api_unreachable");
    assert.equal((await plugin.spawn({ task: "T" })).source, "fallback");
  });
});

describe("a call of version 1.0.0", () => {
  const OLD = { ...GIVEN };
  for (const name of [
    "system",
    "images",
    "files",
    "parameters",
    "requireParameters",
    "responseFormat",
    "privacy",
  ]) {
    delete OLD[name];
  }

  it("gives a worker the same request", async () => {
    const { id, ...body } = (await submitted(OLD)).body;
    assert.match(id, /^openclaw-/);
    assert.deepEqual(body, { ...OLD, maxCostUsd: 1, timeoutSeconds: 300 });
  });

  for (const mode of ["single", "collective", "cascade"]) {
    it(`gives an agent the same instruction in mode ${mode}`, async () => {
      const answer = await instructed({ ...OLD, mode });
      assert.equal(answer.task, OLD.task);
      assert.equal(answer.category, "reasoning");
      assert.equal("notes" in answer, false);
      assert.match(answer.merge?.task ?? "disagreed", /disagreed/);
    });
  }
});
