import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs a program and waits until it has ended. */
export function run(command, args, { env, cwd, timeoutMillis = 240_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      cwd,
      timeout: timeoutMillis,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written = collect(child);
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? signal, ...written() }));
  });
}

/** Starts a program that runs until it is stopped. */
export function start(command, args, { env, cwd } = {}) {
  const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
  const written = collect(child);
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.once("error", () => {});
  return {
    isRunning: () => child.exitCode === null && child.signalCode === null,
    log: () => written().stdout + written().stderr,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      const killTimer = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(killTimer);
    },
  };
}

/** Waits until the check returns a truthy value, and returns that value. */
export async function until(what, check, timeoutMillis = 60_000) {
  const end = Date.now() + timeoutMillis;
  for (;;) {
    const found = await check();
    if (found) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${timeoutMillis} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function collect(child) {
  const chunks = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (chunks[name] += text));
  }
  return () => chunks;
}
