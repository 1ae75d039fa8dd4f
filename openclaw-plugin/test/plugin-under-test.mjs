import { SmartSpawnPlugin } from "../dist/plugin.js";
import { PluginState } from "../dist/plugin-state.js";

/** The plugin as OpenClaw creates it, with a configuration that a test may change. */
export function pluginFor(settings, config = {}) {
  const log = [];
  const openclaw = {
    config: { ...config, plugins: { entries: { "smart-spawn": { config: settings } } } },
    logger: { info: (line) => log.push(line), warn: (line) => log.push(line) },
  };
  const plugin = new SmartSpawnPlugin(openclaw, new PluginState());
  const invoke = async (tool, params, signal) => {
    const result = await tool.execute("call-1", params, signal);
    return JSON.parse(result.content[0].text);
  };
  return {
    openclaw,
    log,
    spawn: (params, { context = {}, signal } = {}) => invoke(plugin.spawnTool(context), params, signal),
    rate: (params) => invoke(plugin.feedbackTool({}), params),
    command: (args = "") => plugin.command(args, undefined),
  };
}

/** Waits until the check holds. */
export async function until(check) {
  const end = Date.now() + 5000;
  while (!check()) {
    if (Date.now() > end) {
      throw new Error(`not within 5 s: ${check}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
