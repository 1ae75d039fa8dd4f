package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which model a name means: a pure function of the catalogue, the aliases and the name. */
public final class NameResolver {

  private final Map<String, CanonicalId> byName = new HashMap<>();
  private final Map<String, CanonicalId> byAlias = new HashMap<>();

  private NameResolver(Collection<OpenRouterModel> catalogue, Collection<Alias> aliases) {
    catalogue.stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .forEach(model -> byName.putIfAbsent(plain(model.id()), CanonicalId.of(model.id())));
    aliases.forEach(alias -> byAlias.put(plain(alias.name()), alias.canonicalId()));
  }

  public static NameResolver over(
      Collection<OpenRouterModel> catalogue, Collection<Alias> aliases) {
    return new NameResolver(catalogue, aliases);
  }

  public Decision resolve(NamedRecord record) {
    String name = plain(record.name());
    @Nullable CanonicalId aliased = byAlias.get(name);
    if (aliased != null) {
      return new Decision.Match(aliased, Rule.ALIAS, 1, null);
    }
    @Nullable CanonicalId named = byName.get(name);
    return named == null
        ? new Decision.Unresolved(List.of())
        : new Decision.Match(named, Rule.EXACT_NAME, 0.95, null);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }
}
