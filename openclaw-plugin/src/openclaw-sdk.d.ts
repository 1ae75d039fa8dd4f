/**
 * The part of openclaw/plugin-sdk/tool-plugin that is used here, so that building needs no
 * OpenClaw (tsconfig.json puts this in its place). The gateway tests run on the real one.
 */
import type { PluginApi, Tool, ToolContext } from "./openclaw.js";

interface ToolDeclaration {
  name: string;
  label: string;
  description: string;
  parameters: object;
  factory(context: { api: PluginApi; toolContext: ToolContext }): Tool;
}

interface Entry {
  register(api: PluginApi): void;
}

export declare function defineToolPlugin(definition: {
  id: string;
  name: string;
  description: string;
  activation: { onStartup: boolean };
  configSchema: object;
  tools(tool: (declaration: ToolDeclaration) => unknown): unknown[];
}): Entry;
