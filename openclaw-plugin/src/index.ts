import { defineToolPlugin } from "openclaw/plugin-sdk/tool-plugin";
import { CONFIG_SCHEMA } from "./config-schema.js";
import type { PluginApi } from "./openclaw.js";
import { FEEDBACK_TOOL, PLUGIN_ID, SPAWN_TOOL, SmartSpawnPlugin } from "./plugin.js";
import { Recent } from "./recent.js";

/** OpenClaw registers a plugin once a registry: what the tools did, the command is to know. */
const recent = new Recent();

/** What OpenClaw loads: the tools it can see without running anything, and the slash command. */
const entry = defineToolPlugin({
  id: PLUGIN_ID,
  name: "Smart Spawn",
  description: "Picks the model for each task an agent delegates, by asking Smart Spawn's API.",
  activation: { onStartup: true },
  configSchema: CONFIG_SCHEMA,
  tools: (tool) => [
    tool({
      ...SPAWN_TOOL,
      factory: ({ api, toolContext }) => new SmartSpawnPlugin(api, recent).spawnTool(toolContext),
    }),
    tool({
      ...FEEDBACK_TOOL,
      factory: ({ api, toolContext }) => new SmartSpawnPlugin(api, recent).feedbackTool(toolContext),
    }),
  ],
});

const registerTools = entry.register.bind(entry);

entry.register = (api: PluginApi) => {
  registerTools(api);
  api.registerCommand({
    name: "smartspawn",
    description: "How fresh Smart Spawn's models are, its last picks, and what spawns cost.",
    acceptsArgs: true,
    handler: async ({ args, config }) => ({
      text: await new SmartSpawnPlugin(api, recent).command((args ?? "").trim(), config),
    }),
  });
};

export default entry;
