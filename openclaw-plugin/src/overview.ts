import type { SpawnView, StatusView } from "./api-views.js";
import type { CallContext } from "./call-context.js";
import { WRITE_MILLIS, timeoutSignal } from "./call-context.js";

/** The most that GET /spawns returns */
const MAX_SPAWNS = 1000;
const MAX_ENTRIES = 5;

/** The text of `/smartspawn`: how fresh the models are, the last picks, and what spawns cost. */
export async function overview(call: CallContext, now: Date): Promise<string> {
  const signal = timeoutSignal(call, WRITE_MILLIS);
  const [status, spawns] = await Promise.all([
    call.api.status(signal),
    call.api.newestSpawns(MAX_SPAWNS, signal),
  ]);
  return [
    status.ok ? freshness(status.value, call.api.baseUrl, now) : `Smart Spawn: ${status.fault.message}`,
    lastPicks(call, now),
    spawns.ok ? spend(spawns.value) : `Spend: ${spawns.fault.message}`,
  ].join("\n\n");
}

/** The text of `/smartspawn ID`. */
export async function spawnText(id: string, call: CallContext): Promise<string> {
  const read = await call.api.spawn(id, timeoutSignal(call, WRITE_MILLIS));
  if (!read.ok) {
    return read.fault.message;
  }
  const spawn = read.value;
  const head = [
    `Spawn ${spawn.id}: ${spawn.status}`,
    spawn.mode,
    spawn.model,
    spawn.costUsd === undefined ? undefined : dollars(spawn.costUsd),
  ].filter((part) => part !== undefined);
  return [head.join(", "), ...(spawn.reasons ?? []), spawn.answer ?? ""].join("\n").trim();
}

function freshness(status: StatusView, url: string, now: Date): string {
  const sources = Object.entries(status.sources ?? {}).map(([name, source]) => {
    const why = source.reason === undefined ? "" : `: ${source.reason}`;
    return `- ${name}: ${source.status ?? "unknown"}, ${ago(source.lastPull, now)}${why}`;
  });
  const models = `${status.modelCount ?? 0} models, refreshed ${ago(status.lastRefresh, now)}`;
  return [`Smart Spawn at ${url}: ${status.status}, ${models}`, ...sources].join("\n");
}

function lastPicks(call: CallContext, now: Date): string {
  const { choices, fallbacks, lostReports } = call.state;
  const lines = choices.map(
    (choice) =>
      `- ${ago(choice.at.toISOString(), now)}: ${choice.model} for ${choice.category} (${choice.mode}, ${choice.budget}, ${choice.source})`,
  );
  const problems = [
    fallbacks > 0 ? `${fallbacks} times a fallback stood in for the API.` : undefined,
    lostReports > 0 ? `${lostReports} reports of choices did not arrive.` : undefined,
  ].filter((line) => line !== undefined);
  const picks =
    lines.length === 0 ? ["Last picks: none since the gateway started."] : ["Last picks:", ...lines];
  return [...picks, ...problems].join("\n");
}

function spend(spawns: SpawnView[]): string {
  if (spawns.length === 0) {
    return "Spend: no spawns by workers yet.";
  }
  const saved = total(spawns.map((spawn) => spawn.savingsUsd));
  const head = `Spend: ${dollars(total(spawns.map((spawn) => spawn.costUsd)))} for ${spawns.length} spawns by workers${spawns.length === MAX_SPAWNS ? " (the newest)" : ""}, saved ${dollars(saved)}`;
  return [
    head,
    ...spendBy(spawns, "by model", (spawn) => spawn.model),
    ...spendBy(spawns, "by category", (spawn) => spawn.category),
  ].join("\n");
}

function spendBy(
  spawns: SpawnView[],
  title: string,
  key: (spawn: SpawnView) => string | undefined,
): string[] {
  const sums = new Map<string, number>();
  for (const spawn of spawns) {
    const name = key(spawn);
    if (name !== undefined) {
      sums.set(name, (sums.get(name) ?? 0) + (spawn.costUsd ?? 0));
    }
  }
  const highest = [...sums].sort(([, a], [, b]) => b - a).slice(0, MAX_ENTRIES);
  const shown = highest.map(([name, sum]) => `${name} ${dollars(sum)}`).join(", ");
  return shown === "" ? [] : [`- ${title}: ${shown}`];
}

function total(amounts: (number | undefined)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}

function dollars(amount: number): string {
  const decimals = Math.abs(amount) >= 1 || amount === 0 ? 2 : 6;
  return `${amount < 0 ? "-" : ""}$${Math.abs(amount).toFixed(decimals)}`;
}

/** For example `12 min ago`. */
function ago(then: string | undefined, now: Date): string {
  const seconds = then === undefined ? NaN : (now.getTime() - Date.parse(then)) / 1000;
  if (Number.isNaN(seconds)) {
    return "never";
  }
  const units: [number, string][] = [
    [86_400, "d"],
    [3600, "h"],
    [60, "min"],
  ];
  const unit = units.find(([size]) => seconds >= size);
  return unit === undefined ? "just now" : `${Math.floor(seconds / unit[0])} ${unit[1]} ago`;
}
