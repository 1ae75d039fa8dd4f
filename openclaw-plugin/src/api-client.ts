import type { CostsView, Recommendation, SavingsView, SpawnView, StatusView } from "./api-views.js";
import { readCosts, readPickedModel, readSavings, readSpawn, recommendation } from "./api-views.js";
import type { Budget, ModelId } from "./domain.js";
import type { Fault, Result } from "./result.js";
import { failure, success } from "./result.js";

/** The query of /pick and /recommend. */
export interface ModelQuery {
  /** A category, or the task's text for the API to classify */
  task: string;
  budget: Budget;
  context?: string;
  exclude?: ModelId[];
}

/** The longest text that is sent to be classified. Of longer tasks, both ends are sent. */
const MAX_TASK_CHARACTERS = 2000;
const OPENING_CHARACTERS = 1300;
const ENDING_CHARACTERS = 650;

/** Client of Smart Spawn's REST API. Every request ends when its signal aborts, and none throws. */
export class ApiClient {
  /**
   * @param apiKey sent only with requests that write
   */
  constructor(
    readonly baseUrl: string,
    private readonly apiKey?: string,
  ) {}

  pick(query: ModelQuery, signal: AbortSignal): Promise<Result<Recommendation>> {
    return this.get(`/pick?${queryString(query)}`, signal, (body) => {
      const model = readPickedModel(body?.data);
      return model === undefined ? undefined : recommendation([model], body);
    });
  }

  recommend(query: ModelQuery, count: number, signal: AbortSignal): Promise<Result<Recommendation>> {
    return this.get(`/recommend?${queryString(query)}&count=${count}`, signal, (body) => {
      const entries: unknown[] = Array.isArray(body?.data) ? body.data : [];
      const models = entries.flatMap((entry: any) => {
        const model = readPickedModel({ ...entry?.model, ...entry });
        return model === undefined ? [] : [model];
      });
      return models.length === 0 ? undefined : recommendation(models, body);
    });
  }

  status(signal: AbortSignal): Promise<Result<StatusView>> {
    return this.get("/status", signal, (body) =>
      typeof body?.data?.status === "string" ? (body.data as StatusView) : undefined,
    );
  }

  costs(by: "model" | "category", signal: AbortSignal): Promise<Result<CostsView>> {
    return this.get(`/costs?by=${by}`, signal, readCosts);
  }

  savings(signal: AbortSignal): Promise<Result<SavingsView[]>> {
    return this.get("/costs/savings", signal, readSavings);
  }

  spawn(id: string, signal: AbortSignal): Promise<Result<SpawnView>> {
    return this.get(`/spawns/${encodeURIComponent(id)}`, signal, readSpawn);
  }

  /** Idempotent: repeated requests with the same id are one spawn. */
  submit(request: { id: string } & Record<string, unknown>, signal: AbortSignal) {
    return this.send("POST", "/spawns", request, signal, readSpawn);
  }

  cancel(id: string, signal: AbortSignal): Promise<Result<unknown>> {
    return this.send("DELETE", `/spawns/${encodeURIComponent(id)}`, undefined, signal, anyBody);
  }

  rateSpawn(id: string, rating: object, signal: AbortSignal): Promise<Result<unknown>> {
    const path = `/spawns/${encodeURIComponent(id)}/outcome`;
    return this.send("POST", path, rating, signal, anyBody);
  }

  reportSpawn(report: object, signal: AbortSignal): Promise<Result<unknown>> {
    return this.send("POST", "/spawn-log", report, signal, anyBody);
  }

  reportOutcome(report: object, signal: AbortSignal): Promise<Result<unknown>> {
    return this.send("POST", "/spawn-log/outcome", report, signal, anyBody);
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
  ): Promise<Result<T>> {
    try {
      const response = await fetch(this.baseUrl + path, { ...init, redirect: "error" });
      const body: unknown = await response.json().catch(() => undefined);
      const value = response.ok ? read(body) : undefined;
      return value === undefined ? failure(this.responseFault(response.status, body)) : success(value);
    } catch (e) {
      return failure(this.connectionFault(e));
    }
  }

  /**
   * A 4xx with the API's error format is a refusal. Any other answer comes from a different server
   * or from an API that does not work, and counts as unreachable.
   */
  private responseFault(status: number, body: any): Fault {
    const { code, message } = body?.error ?? {};
    if (status >= 400 && status < 500 && typeof code === "string" && typeof message === "string") {
      return { kind: "refused", code, message };
    }
    const what = status >= 400 ? "with an error" : "which is not an answer of the API";
    return this.unreachable(`answered ${status}, ${what}`);
  }

  private connectionFault(e: unknown): Fault {
    const error = e instanceof Error ? e : new Error(String(e));
    const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
    if (error.name === "TimeoutError") {
      return this.unreachable("did not answer in time");
    }
    if (error.name === "AbortError") {
      return { kind: "aborted", code: "aborted", message: "the call was cancelled" };
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

function queryString(query: ModelQuery): URLSearchParams {
  const parameters = new URLSearchParams({ task: classifiable(query.task), budget: query.budget });
  if (query.context !== undefined) {
    parameters.set("context", classifiable(query.context));
  }
  if (query.exclude !== undefined && query.exclude.length > 0) {
    parameters.set("exclude", query.exclude.join(","));
  }
  return parameters;
}

/**
 * Replaces control characters, which the API refuses. Of a long text it keeps both ends, since the
 * instruction stands before or after long material.
 */
function classifiable(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, " ");
  if (clean.length <= MAX_TASK_CHARACTERS) {
    return clean;
  }
  const opening = clean.slice(0, OPENING_CHARACTERS);
  return `${opening}\n${clean.slice(-ENDING_CHARACTERS)}`.toWellFormed();
}

function anyBody(body: unknown): unknown {
  return body ?? {};
}
