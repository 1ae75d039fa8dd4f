package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decisions about names while the catalogue, the aliases and the source's names are the same.
 * Most runs bring new figures of known names. The cache saves time and changes no answer.
 */
public final class ResolutionCache {

  private List<OpenRouterModel> catalogue = List.of();
  private List<Alias> aliases = List.of();
  private NameResolver resolver = NameResolver.over(catalogue, aliases);
  private final Map<Source, Resolution> resolutions = new TreeMap<>();

  /** Forgets everything if any listing or alias has changed. */
  void over(List<OpenRouterModel> catalogue, List<Alias> aliases) {
    if (!this.catalogue.equals(catalogue) || !this.aliases.equals(aliases)) {
      this.catalogue = catalogue;
      this.aliases = aliases;
      resolver = NameResolver.over(catalogue, aliases);
      resolutions.clear();
    }
  }

  /**
   * @param names all names of the source, since they are compared with each other
   */
  Resolution resolve(Source source, List<NamedRecord> names) {
    @Nullable Resolution known = resolutions.get(source);
    if (known == null || !known.names().equals(names)) {
      known = Resolution.of(names, resolver);
      resolutions.put(source, known);
    }
    return known;
  }
}
