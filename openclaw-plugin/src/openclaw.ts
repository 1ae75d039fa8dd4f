/** The types of OpenClaw that this plugin uses, with OpenClaw's own names. */

/** What a tool returns: text for the model, and the same content as data for OpenClaw. */
export interface ToolResult {
  content: { type: "text"; text: string }[];
  details: Record<string, unknown>;
}

export interface Tool {
  name: string;
  label: string;
  description: string;
  parameters: object;
  execute(callId: string, params: unknown, signal?: AbortSignal): Promise<ToolResult>;
}

/** The parts of OpenClaw's configuration that the plugin reads. Never log it: it may hold secrets. */
export interface OpenClawConfig {
  agents?: {
    defaults?: { modelPolicy?: { allow?: unknown } };
    entries?: Record<string, { modelPolicy?: { allow?: unknown } } | undefined>;
  };
  auth?: { profiles?: Record<string, { provider?: unknown } | undefined> };
  models?: { providers?: Record<string, { models?: unknown } | undefined> };
  plugins?: { entries?: Record<string, { config?: unknown } | undefined> };
}

export interface ToolContext {
  agentId?: string;
  config?: OpenClawConfig;
  getRuntimeConfig?(): OpenClawConfig | undefined;
  hasAuthForProvider?(provider: string): boolean;
}

export interface PluginApi {
  config: OpenClawConfig;
  pluginConfig?: unknown;
  logger: { info(message: string): void; warn(message: string): void };
  registerCommand(command: {
    name: string;
    description: string;
    acceptsArgs: boolean;
    handler(context: { args?: string; config?: OpenClawConfig }): Promise<{ text: string }>;
  }): void;
}
