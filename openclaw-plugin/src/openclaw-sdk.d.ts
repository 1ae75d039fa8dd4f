/**
 * Declares the part of openclaw/plugin-sdk/tool-plugin that the plugin uses, so that it compiles
 * without OpenClaw (see `paths` in tsconfig.json). The gateway tests use the real SDK.
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
