import { defineToolPlugin } from "openclaw/plugin-sdk/tool-plugin";
import { CONFIG_SCHEMA } from "./config-schema.js";
import type { PluginApi } from "./openclaw.js";
import { FEEDBACK_TOOL, PLUGIN_ID, SPAWN_TOOL, SmartSpawnPlugin } from "./plugin.js";
import { PluginState } from "./plugin-state.js";

/** Shared, because OpenClaw registers the plugin once per registry. The command shows the tools' choices. */
const state = new PluginState();

/** The module that OpenClaw loads. It declares the tools; `register` adds the slash command. */
const entry = defineToolPlugin({
  id: PLUGIN_ID,
  name: "Smart Spawn",
  description: "Picks the model for each task an agent delegates, by asking Smart Spawn's API.",
  activation: { onStartup: true },
  configSchema: CONFIG_SCHEMA,
  tools: (tool) => [
    tool({
      ...SPAWN_TOOL,
      factory: ({ api, toolContext }) => new SmartSpawnPlugin(api, state).spawnTool(toolContext),
    }),
    tool({
      ...FEEDBACK_TOOL,
      factory: ({ api, toolContext }) => new SmartSpawnPlugin(api, state).feedbackTool(toolContext),
    }),
  ],
});

const registerTools = entry.register.bind(entry);

entry.register = (api: PluginApi) => {
  registerTools(api);
  api.registerCommand({
    name: "smartspawn",
    description: "Shows how fresh Smart Spawn's models are, the last picks, and what spawns cost.",
    acceptsArgs: true,
    handler: async ({ args, config }) => ({
      text: await new SmartSpawnPlugin(api, state).command((args ?? "").trim(), config),
    }),
  });
};

export default entry;
