import type { ModelId, ModelRef } from "./domain.js";
import { directRef, openRouterId } from "./makers.js";
import type { OpenClawConfig } from "./openclaw.js";

const OPENROUTER = "openrouter";

/** Finds the provider through which the user can reach a model, from OpenClaw's configuration. */
export class Routing {
  private readonly config: OpenClawConfig;
  private readonly hasAuth: (provider: string) => boolean;
  private readonly agentId: string | undefined;

  constructor(config: OpenClawConfig, hasAuth: (provider: string) => boolean, agentId?: string) {
    this.config = config;
    this.hasAuth = hasAuth;
    this.agentId = agentId;
  }

  /**
   * First choice is a provider that lists the model, because the user listed it on purpose. Then
   * its maker, if the user has credentials there. OpenRouter serves all other models.
   */
  ref(id: ModelId): ModelRef {
    const plain = id.replace(/^openrouter\/(?=[^/]+\/)/, "");
    return (
      this.listedRef(plain) ??
      directRef(plain, (provider) => this.hasCredentials(provider)) ??
      `${OPENROUTER}/${plain}`
    );
  }

  /** The reverse of `ref`: the model's id in Smart Spawn's API. */
  id(ref: ModelRef): ModelId {
    return ref.startsWith(`${OPENROUTER}/`) && ref.split("/").length > 2
      ? ref.slice(OPENROUTER.length + 1)
      : openRouterId(ref);
  }

  /** Explains that sessions_spawn will refuse the model, if the user's policy does not allow it. */
  modelPolicyWarning(ref: ModelRef): string | undefined {
    const agent = this.agentId === undefined ? undefined : this.config.agents?.entries?.[this.agentId];
    const allow = agent?.modelPolicy?.allow ?? this.config.agents?.defaults?.modelPolicy?.allow;
    if (!Array.isArray(allow) || allow.length === 0 || allow.some((entry) => covers(entry, ref))) {
      return undefined;
    }
    return `'${ref}' is not in the list of allowed models (modelPolicy.allow): sessions_spawn will refuse it until the user adds it or '${ref.slice(0, ref.indexOf("/"))}/*' there`;
  }

  private hasCredentials(provider: string): boolean {
    const { auth, models } = this.config;
    const inProfiles = Object.entries(auth?.profiles ?? {}).some(
      ([id, profile]) => (profile?.provider ?? id.split(":")[0]) === provider,
    );
    return inProfiles || this.isConfigured(provider, models) || this.hasAuth(provider);
  }

  /** A provider with a list of models serves only those, so it does not count here. */
  private isConfigured(provider: string, models: OpenClawConfig["models"]): boolean {
    const configured = models?.providers?.[provider];
    return configured !== undefined && listed(configured.models).length === 0;
  }

  private listedRef(id: ModelId): ModelRef | undefined {
    const names = [id, id.slice(id.indexOf("/") + 1)].map(comparable);
    for (const [provider, configured] of Object.entries(this.config.models?.providers ?? {})) {
      const name = listed(configured?.models).find((model) => names.includes(comparable(model)));
      if (name !== undefined) {
        return `${provider}/${name}`;
      }
    }
    return undefined;
  }
}

function listed(models: unknown): string[] {
  return Array.isArray(models) ? models.map((model) => model?.id).filter((id) => typeof id === "string") : [];
}

/** Makers write 4.6 or 4-6, and Kimi or kimi. */
function comparable(name: string): string {
  return name.toLowerCase().replaceAll(".", "-");
}

function covers(entry: unknown, ref: ModelRef): boolean {
  return (
    typeof entry === "string" &&
    (entry === "*" || entry === ref || (entry.endsWith("/*") && ref.startsWith(entry.slice(0, -1))))
  );
}
