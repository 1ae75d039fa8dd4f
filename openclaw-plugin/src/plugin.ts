import type { Answer } from "./answer.js";
import { errorAnswer, toResult } from "./answer.js";
import { ApiClient } from "./api-client.js";
import type { Desk } from "./desk.js";
import { CHOICE_MILLIS, within } from "./desk.js";
import type { Ask } from "./domain.js";
import type { Outcome } from "./fault.js";
import { success } from "./fault.js";
import { cascade } from "./mode/cascade.js";
import { collective } from "./mode/collective.js";
import { single } from "./mode/single.js";
import type { OpenClawConfig, PluginApi, Tool, ToolContext } from "./openclaw.js";
import { oneSpawn, overview } from "./overview.js";
import { FEEDBACK_PARAMETERS, SPAWN_PARAMETERS, ask, feedback } from "./parameters.js";
import { rate } from "./rating.js";
import type { Recent } from "./recent.js";
import { Routing } from "./routing.js";
import { settings } from "./settings.js";
import { haveItDone } from "./worker.js";

export const PLUGIN_ID = "smart-spawn";

const MODES = { single, collective, cascade };

export const SPAWN_TOOL = {
  name: "smart_spawn",
  label: "Smart Spawn",
  description:
    "Chooses the model or models for a task you delegate, by kind of task, budget and strategy, and says what to spawn with sessions_spawn; or brings the finished answer where spawn workers are set up. Prefer it to a bare sessions_spawn. Leave it when the user named a model or an agent.",
  parameters: SPAWN_PARAMETERS,
};

export const FEEDBACK_TOOL = {
  name: "smart_spawn_feedback",
  label: "Smart Spawn feedback",
  description:
    "Records how good an answer was that smart_spawn brought or chose the model for, from 1 to 5. Call it when you or the user have judged the answer.",
  parameters: FEEDBACK_PARAMETERS,
};

/** Everything the plugin does, in terms of OpenClaw's shapes but none of its code. */
export class SmartSpawnPlugin {
  constructor(
    private readonly openclaw: PluginApi,
    private readonly recent: Recent,
  ) {}

  spawnTool(context: ToolContext): Tool {
    return this.tool(SPAWN_TOOL, context, async (params, desk) => {
      const asked = ask(params, desk.settings);
      return asked.ok ? this.carryOut(asked.value, desk) : errorAnswer(asked.fault);
    });
  }

  feedbackTool(context: ToolContext): Tool {
    return this.tool(FEEDBACK_TOOL, context, async (params, desk) => {
      const given = feedback(params);
      return given.ok ? rate(given.value, desk) : errorAnswer(given.fault);
    });
  }

  /** `/smartspawn`, and `/smartspawn ID`. */
  async command(args: string, config: OpenClawConfig | undefined): Promise<string> {
    try {
      const desk = this.desk({ ...(config === undefined ? {} : { config }) }, undefined);
      if (!desk.ok) {
        return desk.fault.message;
      }
      return args === "" ? await overview(desk.value, new Date()) : await oneSpawn(args, desk.value);
    } catch (e) {
      return this.surprise(e).error.message;
    }
  }

  private carryOut(asked: Ask, desk: Desk): Promise<Answer> {
    return desk.settings.execute === "worker"
      ? haveItDone(asked, desk)
      : MODES[asked.mode](asked, desk, within(desk, CHOICE_MILLIS));
  }

  /** OpenClaw turns an exception into an error that says nothing: none leaves a tool of ours. */
  private tool(
    shown: Omit<Tool, "execute">,
    context: ToolContext,
    run: (params: unknown, desk: Desk) => Promise<Answer>,
  ): Tool {
    const execute: Tool["execute"] = async (_callId, params, signal) => {
      try {
        const desk = this.desk(context, signal);
        return toResult(desk.ok ? await run(params, desk.value) : errorAnswer(desk.fault));
      } catch (e) {
        return toResult(this.surprise(e));
      }
    };
    return { ...shown, execute };
  }

  /** Reads the configuration anew, since it changes while the gateway runs. */
  private desk(context: ToolContext, caller: AbortSignal | undefined): Outcome<Desk> {
    const config = context.getRuntimeConfig?.() ?? context.config ?? this.openclaw.config;
    const own = config.plugins?.entries?.[PLUGIN_ID]?.config ?? this.openclaw.pluginConfig;
    const read = settings(own);
    if (!read.ok) {
      return read;
    }
    return success({
      api: new ApiClient(read.value.apiUrl, read.value.apiKey),
      routing: new Routing(
        config,
        (provider) => context.hasAuthForProvider?.(provider) ?? false,
        context.agentId,
      ),
      settings: read.value,
      recent: this.recent,
      caller: caller ?? new AbortController().signal,
      warn: (message) => this.openclaw.logger.warn(`[${PLUGIN_ID}] ${message}`),
    });
  }

  private surprise(e: unknown) {
    const message = e instanceof Error ? e.message : String(e);
    this.openclaw.logger.warn(`[${PLUGIN_ID}] a fault of this plugin's own: ${message}`);
    return {
      action: "error",
      error: { code: "internal_error", message: `a fault of the plugin's own: ${message}` },
    };
  }
}
