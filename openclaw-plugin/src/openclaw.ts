/** What this plugin touches of OpenClaw, by OpenClaw's own names. */

/** A tool's answer: text for the model, and the same as data for OpenClaw. */
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

/** OpenClaw's configuration, as far as it is read here. It may hold secrets: it is never logged. */
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
