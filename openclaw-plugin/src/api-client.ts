import type { Advice, SpawnView, StatusView } from "./api-views.js";
import { advice, isSpawn, readPick, readSpawn } from "./api-views.js";
import type { Budget, ModelId } from "./domain.js";
import type { Fault, Outcome } from "./fault.js";
import { failure, success } from "./fault.js";

/** What /pick and /recommend are asked. */
export interface Wish {
  /** A category, or the task's own text */
  task: string;
  budget: Budget;
  context?: string;
  exclude?: ModelId[];
}

/** The longest task the API classifies; what is longer is judged by its beginning. */
const MOST_TASK_CHARACTERS = 2000;

/** Smart Spawn's REST API. Every call ends by its signal, and none throws. */
export class ApiClient {
  /**
   * @param apiKey sent with what writes, and nowhere else
   */
  constructor(
    readonly baseUrl: string,
    private readonly apiKey?: string,
  ) {}

  pick(wish: Wish, signal: AbortSignal): Promise<Outcome<Advice>> {
    return this.get(`/pick?${query(wish)}`, signal, (body) => {
      const pick = readPick(body?.data);
      return pick === undefined ? undefined : advice([pick], body);
    });
  }

  recommend(wish: Wish, count: number, signal: AbortSignal): Promise<Outcome<Advice>> {
    return this.get(`/recommend?${query(wish)}&count=${count}`, signal, (body) => {
      const entries: unknown[] = Array.isArray(body?.data) ? body.data : [];
      const picks = entries.flatMap((entry: any) => {
        const pick = readPick({ ...entry?.model, ...entry });
        return pick === undefined ? [] : [pick];
      });
      return picks.length === 0 ? undefined : advice(picks, body);
    });
  }

  status(signal: AbortSignal): Promise<Outcome<StatusView>> {
    return this.get("/status", signal, (body) =>
      typeof body?.data?.status === "string" ? (body.data as StatusView) : undefined,
    );
  }

  newestSpawns(limit: number, signal: AbortSignal): Promise<Outcome<SpawnView[]>> {
    return this.get(`/spawns?limit=${limit}`, signal, (body) =>
      Array.isArray(body?.data) ? body.data.filter(isSpawn) : undefined,
    );
  }

  spawn(id: string, signal: AbortSignal): Promise<Outcome<SpawnView>> {
    return this.get(`/spawns/${encodeURIComponent(id)}`, signal, readSpawn);
  }

  /** The same id asks for the same spawn, however often it is sent. */
  submit(request: { id: string } & Record<string, unknown>, signal: AbortSignal) {
    return this.send("POST", "/spawns", request, signal, readSpawn);
  }

  cancel(id: string, signal: AbortSignal): Promise<Outcome<unknown>> {
    return this.send("DELETE", `/spawns/${encodeURIComponent(id)}`, undefined, signal, anything);
  }

  rateSpawn(id: string, rating: object, signal: AbortSignal): Promise<Outcome<unknown>> {
    const path = `/spawns/${encodeURIComponent(id)}/outcome`;
    return this.send("POST", path, rating, signal, anything);
  }

  reportSpawn(report: object, signal: AbortSignal): Promise<Outcome<unknown>> {
    return this.send("POST", "/spawn-log", report, signal, anything);
  }

  reportOutcome(report: object, signal: AbortSignal): Promise<Outcome<unknown>> {
    return this.send("POST", "/spawn-log/outcome", report, signal, anything);
  }

  private get<T>(path: string, signal: AbortSignal, read: (body: any) => T | undefined) {
    return this.call(path, { method: "GET", signal }, read);
  }

  private send<T>(
    method: string,
    path: string,
    body: object | undefined,
    signal: AbortSignal,
    read: (body: any) => T | undefined,
  ) {
    const headers = {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(this.apiKey === undefined ? {} : { authorization: `Bearer ${this.apiKey}` }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.call(path, { method, signal, headers, ...content }, read);
  }

  private async call<T>(
    path: string,
    init: RequestInit,
    read: (body: any) => T | undefined,
  ): Promise<Outcome<T>> {
    try {
      const response = await fetch(this.baseUrl + path, { ...init, redirect: "error" });
      const body: unknown = await response.json().catch(() => undefined);
      const value = response.ok ? read(body) : undefined;
      return value === undefined ? failure(this.refusal(response.status, body)) : success(value);
    } catch (e) {
      return failure(this.silence(e));
    }
  }

  /** Errors of the request have our form; anything else comes from somebody else, or is trouble. */
  private refusal(status: number, body: any): Fault {
    const { code, message } = body?.error ?? {};
    if (status >= 400 && status < 500 && typeof code === "string" && typeof message === "string") {
      return { kind: "refused", code, message };
    }
    const what = status >= 400 ? "with an error" : "something that is no answer of the API";
    return this.unreachable(`answered ${status}, ${what}`);
  }

  private silence(e: unknown): Fault {
    const error = e instanceof Error ? e : new Error(String(e));
    const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
    if (error.name === "TimeoutError") {
      return this.unreachable("did not answer in time");
    }
    if (error.name === "AbortError") {
      return { kind: "aborted", code: "aborted", message: "the call was given up" };
    }
    return this.unreachable(`cannot be reached (${cause?.code ?? cause?.message ?? error.message})`);
  }

  private unreachable(how: string): Fault {
    return {
      kind: "unreachable",
      code: "api_unreachable",
      message: `Smart Spawn's API at ${this.baseUrl} ${how}`,
    };
  }
}

function query(wish: Wish): URLSearchParams {
  const given = new URLSearchParams({ task: classifiable(wish.task), budget: wish.budget });
  if (wish.context !== undefined) {
    given.set("context", classifiable(wish.context));
  }
  if (wish.exclude !== undefined && wish.exclude.length > 0) {
    given.set("exclude", wish.exclude.join(","));
  }
  return given;
}

/** Without the control characters the API refuses, and without half a character at the end. */
function classifiable(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, " ");
  return clean.slice(0, MOST_TASK_CHARACTERS).toWellFormed();
}

function anything(body: unknown): unknown {
  return body ?? {};
}
