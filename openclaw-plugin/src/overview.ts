import type { CostGroup, SavingsView, StatusView } from "./api-views.js";
import type { CallContext } from "./call-context.js";
import { WRITE_MILLIS, timeoutSignal } from "./call-context.js";

const MAX_ENTRIES = 5;

const BASELINES: Record<string, string> = {
  best: "the best model alone",
  named: "the model you named alone",
  noCascade: "the expensive model at once, without cascades",
};

/** The text of `/smartspawn`: how fresh the models are, the last picks, and what spawns cost. */
export async function overview(call: CallContext, now: Date): Promise<string> {
  const signal = timeoutSignal(call, WRITE_MILLIS);
  const [status, spending] = await Promise.all([call.api.status(signal), spend(call, signal)]);
  return [
    status.ok ? freshness(status.value, call.api.baseUrl, now) : `Smart Spawn: ${status.fault.message}`,
    lastPicks(call, now),
    spending,
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

/** The figures of the last 30 days, as the API adds them up. */
async function spend(call: CallContext, signal: AbortSignal): Promise<string> {
  const [byModel, byCategory, savings] = await Promise.all([
    call.api.costs("model", signal),
    call.api.costs("category", signal),
    call.api.savings(signal),
  ]);
  if (!byModel.ok) {
    return `Spend: ${byModel.fault.message}`;
  }
  const { total } = byModel.value;
  if (total.calls === 0) {
    return "Spend: no calls by workers in the last 30 days.";
  }
  return [
    `Spend in the last 30 days: ${dollars(total.costUsd)} for ${total.calls} calls by workers`,
    ...spendBy("by model", byModel.value.groups, (group) => group.model),
    ...(byCategory.ok
      ? spendBy("by category", byCategory.value.groups, (group) => group.category)
      : [`- by category: ${byCategory.fault.message}`]),
    ...(savings.ok ? savings.value.map(saved) : [`- savings: ${savings.fault.message}`]),
  ].join("\n");
}

function spendBy(
  title: string,
  groups: CostGroup[],
  name: (group: CostGroup) => string | undefined,
): string[] {
  const highest = [...groups].sort((a, b) => b.costUsd - a.costUsd).slice(0, MAX_ENTRIES);
  const shown = highest.map((group) => `${name(group)} ${dollars(group.costUsd)}`).join(", ");
  return shown === "" ? [] : [`- ${title}: ${shown}`];
}

/** Each comparison has a figure of its own; they cannot be added up. */
function saved(savings: SavingsView): string {
  const { savedUsd, leastSavedUsd, mostSavedUsd } = savings;
  const more = savedUsd < 0;
  const amount = `${dollars(Math.abs(savedUsd))} ${more ? "more" : "less"}`;
  const [from, to] = more ? [-mostSavedUsd, -leastSavedUsd] : [leastSavedUsd, mostSavedUsd];
  const baseline = BASELINES[savings.baseline] ?? savings.baseline;
  return `- ${amount} than ${baseline} (${dollars(from)} to ${dollars(to)}, spawns: ${savings.spawns})`;
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
