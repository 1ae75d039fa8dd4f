package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of an OpenAI-compatible chat API.
 *
 * @param prefix of the model ids it serves, such as {@code anthropic/}; empty serves all
 * @param baseUrl includes the version path
 * @param key empty when none is configured
 * @param keyVariable the environment variable for the key; empty when no key is needed
 * @param maxTokensParameter the name of its token limit parameter
 * @param dialect what its requests have beside the usual ones
 * @param policy what is known about the data it is sent
 * @param nativeIds its own ids, for models whose id is not the canonical one without the prefix
 */
public record Provider(
    String name,
    String prefix,
    URI baseUrl,
    Optional<String> key,
    String keyVariable,
    String maxTokensParameter,
    Dialect dialect,
    DataPolicy policy,
    Map<CanonicalId, String> nativeIds) {

  public static final String OPENROUTER = "openrouter";

  /** Understood by nearly every compatible server, but not by OpenAI's newer models. */
  public static final String MAX_TOKENS = "max_tokens";

  public Provider {
    prefix = prefix.toLowerCase(Locale.ROOT);
    nativeIds = Map.copyOf(nativeIds);
  }

  /** Serves every model under its canonical id. */
  public static Provider openRouter(URI baseUrl, Optional<String> key, String keyVariable) {
    return new Provider(
        OPENROUTER,
        "",
        baseUrl,
        key,
        keyVariable,
        MAX_TOKENS,
        Dialect.usual(),
        DataPolicy.openRouter(baseUrl),
        Map.of());
  }

  /**
   * The same provider, which is asked for these models as they are written here. Canonical ids are
   * in lower case, and local servers know their models by exact names.
   *
   * @param names as the operator wrote them; those of other providers and invalid ones are ignored
   */
  public Provider asking(Collection<String> names) {
    Map<CanonicalId, String> spelled = new HashMap<>();
    for (String name : names) {
      CanonicalId.find(name)
          .filter(id -> serves(id) && !id.value().equals(name.strip()))
          .ifPresent(id -> spelled.putIfAbsent(id, name.strip().substring(prefix.length())));
    }
    spelled.putAll(nativeIds);
    return new Provider(
        name, prefix, baseUrl, key, keyVariable, maxTokensParameter, dialect, policy, spelled);
  }

  public boolean serves(CanonicalId id) {
    return id.value().startsWith(prefix);
  }

  public String nativeId(CanonicalId id) {
    return nativeIds.getOrDefault(id, id.value().substring(prefix.length()));
  }

  /** Sends these headers, too. */
  public Provider sending(Map<String, String> headers) {
    return new Provider(
        name,
        prefix,
        baseUrl,
        key,
        keyVariable,
        maxTokensParameter,
        dialect.withHeaders(headers),
        policy,
        nativeIds);
  }

  /** The key and the values of variables: what must not be shown. */
  public Stream<String> secrets() {
    return Stream.concat(key.stream(), dialect.secrets().stream());
  }

  /** Whether it has a key or needs none. */
  public boolean isUsable() {
    return key.isPresent() || keyVariable.isEmpty();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + " at " + baseUrl;
  }
}
