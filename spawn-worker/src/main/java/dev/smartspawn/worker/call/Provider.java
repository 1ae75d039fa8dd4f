package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who takes calls.
 *
 * @param prefix of the ids it takes, as {@code anthropic/}; empty takes all
 * @param baseUrl version path included
 * @param key empty where none is configured
 * @param keyVariable what would hold the key, for messages; empty where none is needed
 * @param maxTokensParameter what it calls the most a model may write
 * @param nativeIds how it calls models whose id is not simply the canonical one without the prefix
 */
public record Provider(
    String name,
    String prefix,
    URI baseUrl,
    Optional<String> key,
    String keyVariable,
    String maxTokensParameter,
    Map<CanonicalId, String> nativeIds) {

  public static final String OPENROUTER = "openrouter";

  /** What nearly every compatible server understands; OpenAI's own newer models do not. */
  public static final String MAX_TOKENS = "max_tokens";

  public Provider {
    nativeIds = Map.copyOf(nativeIds);
  }

  /** Takes every model under its canonical id. */
  public static Provider openRouter(URI baseUrl, Optional<String> key, String keyVariable) {
    return new Provider(OPENROUTER, "", baseUrl, key, keyVariable, MAX_TOKENS, Map.of());
  }

  public boolean takes(CanonicalId id) {
    return id.value().startsWith(prefix);
  }

  public String nativeId(CanonicalId id) {
    return nativeIds.getOrDefault(id, id.value().substring(prefix.length()));
  }

  /** Whether all it takes to call it is there. */
  public boolean isUsable() {
    return key.isPresent() || keyVariable.isEmpty();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + " at " + baseUrl;
  }
}
