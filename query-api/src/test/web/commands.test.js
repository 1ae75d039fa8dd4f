import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { curlCommand, producerCommand } from "../../main/resources/web/commands.js";

const ORIGIN = "http://127.0.0.1:8080";
const question = (task, more = {}) => ({
  task,
  budget: "low",
  require: new Set(),
  minContext: "",
  includeFree: false,
  ...more,
});

/** What a POSIX shell passes to the command's program. */
const shellArguments = (command, program) =>
  execFileSync("sh", ["-c", `${program}() { printf '%s\\n' "$@"; }; ${command}`], { encoding: "utf8" }).trimEnd();

test("curl asks for the same pick", () => {
  const command = curlCommand(
    question(" fix it ", { require: new Set(["vision", "json"]), minContext: "32000" }),
    ORIGIN,
  );

  assert.equal(command, `curl '${ORIGIN}/pick?task=fix+it&budget=low&require=vision%2Cjson&minContext=32000'`);
});

test("a shell passes any task to curl unchanged", () => {
  const task = 'don\'t `rm` $HOME; "quote" & 100 %';
  const url = new URL(shellArguments(curlCommand(question(task), ORIGIN), "curl"));

  assert.equal(url.searchParams.get("task"), task);
});

test("a shell passes any task to the producer unchanged", () => {
  const task = 'don\'t `rm` $HOME\n"quote" & 100 %';
  const [echo] = producerCommand(question(task)).split(" | kafka-console-producer.sh");

  assert.equal(JSON.parse(shellArguments(echo, "echo")).task, task);
});

test("the producer sends what was chosen, without defaults", () => {
  const request = (more) => JSON.parse(producerCommand(question("x", more)).match(/^echo '(.*)' \|/)[1]);

  assert.deepEqual(request({}), { task: "x", budget: "low" });
  assert.deepEqual(request({ require: new Set(["vision"]), minContext: "32000" }), {
    task: "x",
    budget: "low",
    require: ["vision"],
    minContext: 32000,
  });
});

test("the broker's address comes from the environment", () => {
  assert.match(
    producerCommand(question("x")),
    /kafka-console-producer\.sh --bootstrap-server "\$KAFKA_BOOTSTRAP_SERVERS" --topic spawn-requests$/,
  );
});
