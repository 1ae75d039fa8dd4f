import type { ToolAnswer } from "./tool-answer.js";
import { errorAnswer, toToolResult } from "./tool-answer.js";
import { needsWorker, notes, workerOnlyFields } from "./agent-prompt.js";
import { ApiClient } from "./api-client.js";
import type { CallContext } from "./call-context.js";
import { CHOICE_MILLIS, timeoutSignal } from "./call-context.js";
import type { TaskRequest } from "./domain.js";
import type { Result } from "./result.js";
import { success } from "./result.js";
import { cascade } from "./mode/cascade.js";
import { collective } from "./mode/collective.js";
import { single } from "./mode/single.js";
import type { OpenClawConfig, PluginApi, Tool, ToolContext } from "./openclaw.js";
import { overview, spawnText } from "./overview.js";
import { FEEDBACK_PARAMETERS, parseFeedback, parseTaskRequest } from "./parameters.js";
import { rate } from "./rating.js";
import type { PluginState } from "./plugin-state.js";
import { Routing } from "./routing.js";
import { parseSettings } from "./settings.js";
import { SPAWN_PARAMETERS } from "./spawn-parameters.js";
import { runOnWorker } from "./worker.js";

export const PLUGIN_ID = "smart-spawn";

const MODE_HANDLERS = { single, collective, cascade };

/** The actions that leave the spawning to the agent. */
const TO_SPAWN = ["spawn", "collective", "cascade"];

export const SPAWN_TOOL = {
  name: "smart_spawn",
  label: "Smart Spawn",
  description:
    "Chooses the model or models for a task that you delegate, by kind of task, budget and mode, and names what to spawn with sessions_spawn. If spawn workers are set up, it returns the finished answer instead. Prefer it to calling sessions_spawn directly. Do not use it when the user named a model or an agent.",
  parameters: SPAWN_PARAMETERS,
};

export const FEEDBACK_TOOL = {
  name: "smart_spawn_feedback",
  label: "Smart Spawn feedback",
  description:
    "Rates, from 1 to 5, an answer that smart_spawn returned or chose the model for. Call it when you or the user have judged the answer.",
  parameters: FEEDBACK_PARAMETERS,
};

/** The tools and the command. Uses OpenClaw's types but none of its code. */
export class SmartSpawnPlugin {
  constructor(
    private readonly openclaw: PluginApi,
    private readonly state: PluginState,
  ) {}

  spawnTool(context: ToolContext): Tool {
    return this.tool(SPAWN_TOOL, context, async (params, call) => {
      const request = parseTaskRequest(params, call.settings);
      return request.ok ? this.handleTask(request.value, call) : errorAnswer(request.fault);
    });
  }

  feedbackTool(context: ToolContext): Tool {
    return this.tool(FEEDBACK_TOOL, context, async (params, call) => {
      const feedback = parseFeedback(params);
      return feedback.ok ? rate(feedback.value, call) : errorAnswer(feedback.fault);
    });
  }

  /** Answers `/smartspawn` and `/smartspawn ID`. */
  async command(args: string, config: OpenClawConfig | undefined): Promise<string> {
    try {
      const call = this.callContext({ ...(config === undefined ? {} : { config }) }, undefined);
      if (!call.ok) {
        return call.fault.message;
      }
      return args === "" ? await overview(call.value, new Date()) : await spawnText(args, call.value);
    } catch (e) {
      return this.internalError(e).error.message;
    }
  }

  private async handleTask(request: TaskRequest, call: CallContext): Promise<ToolAnswer> {
    const answer = await this.answer(request, call);
    return TO_SPAWN.includes(answer.action) ? { ...answer, ...notes(request) } : answer;
  }

  private async answer(request: TaskRequest, call: CallContext): Promise<ToolAnswer> {
    if (call.settings.execute === "worker") {
      return runOnWorker(request, call);
    }
    const unsupported = workerOnlyFields(request);
    return unsupported.length > 0
      ? errorAnswer(needsWorker(unsupported))
      : MODE_HANDLERS[request.mode](request, call, timeoutSignal(call, CHOICE_MILLIS));
  }

  /** Catches every exception, because OpenClaw would replace it with an error without its message. */
  private tool(
    declaration: Omit<Tool, "execute">,
    context: ToolContext,
    run: (params: unknown, call: CallContext) => Promise<ToolAnswer>,
  ): Tool {
    const execute: Tool["execute"] = async (_callId, params, signal) => {
      try {
        const call = this.callContext(context, signal);
        return toToolResult(call.ok ? await run(params, call.value) : errorAnswer(call.fault));
      } catch (e) {
        return toToolResult(this.internalError(e));
      }
    };
    return { ...declaration, execute };
  }

  /** Reads the configuration for each call, because it may change while the gateway runs. */
  private callContext(context: ToolContext, signal: AbortSignal | undefined): Result<CallContext> {
    const config = context.getRuntimeConfig?.() ?? context.config ?? this.openclaw.config;
    const configured = config.plugins?.entries?.[PLUGIN_ID]?.config ?? this.openclaw.pluginConfig;
    const settings = parseSettings(configured);
    if (!settings.ok) {
      return settings;
    }
    return success({
      api: new ApiClient(settings.value.apiUrl, settings.value.apiKey),
      routing: new Routing(
        config,
        (provider) => context.hasAuthForProvider?.(provider) ?? false,
        context.agentId,
      ),
      settings: settings.value,
      state: this.state,
      signal: signal ?? new AbortController().signal,
      warn: (message) => this.openclaw.logger.warn(`[${PLUGIN_ID}] ${message}`),
    });
  }

  private internalError(e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    this.openclaw.logger.warn(`[${PLUGIN_ID}] internal error: ${message}`);
    return {
      action: "error",
      error: { code: "internal_error", message: `a fault of the plugin's own: ${message}` },
    };
  }
}
