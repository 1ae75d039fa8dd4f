import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, run, start, until } from "./children.mjs";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** A complete Smart Spawn with the snapshot's data: Kafka, enricher, REST API, spawn worker. */
export class SmartSpawn {
  /**
   * @param env settings in addition to those that keep it off the network
   */
  static async start(env = {}) {
    const data = await mkdtemp(join(tmpdir(), "smart-spawn-"));
    const [port, kafkaPort] = [await freePort(), await freePort()];
    const smartSpawn = new SmartSpawn(data, port, kafkaPort, env);
    await smartSpawn.up();
    return smartSpawn;
  }

  constructor(data, port, kafkaPort, env) {
    this.data = data;
    this.kafkaPort = kafkaPort;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.env = { ...process.env, SMART_SPAWN_SOURCES_URL: "http://127.0.0.1:9", ...env };
  }

  async up() {
    const args = ["up", "--data", this.data, "--port", `${this.port}`, "--kafka-port", `${this.kafkaPort}`];
    this.process = start("./smart-spawn", args, { env: this.env, cwd: PROJECT });
    await until(
      "Smart Spawn is ready",
      async () => {
        if (!this.process.isRunning()) {
          throw new Error(`smart-spawn up ended:\n${this.process.log()}`);
        }
        return (await fetch(`${this.url}/health/ready`).catch(() => undefined))?.ok;
      },
      180_000,
    );
  }

  /** The values in a topic, oldest first. */
  async topic(name) {
    const kafka = `127.0.0.1:${this.kafkaPort}`;
    const args = ["topics", name, "--bootstrap-server", kafka, "--from-beginning"];
    const { stdout } = await run("./smart-spawn", args, { env: this.env, cwd: PROJECT });
    return stdout
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line).value);
  }

  async get(path) {
    return (await fetch(this.url + path)).json();
  }

  async close() {
    await this.process.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}
