package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.enrich.name.resolve.ReadNames;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decisions about names while what decides them is the same: the models that names can mean,
 * the aliases and the source's names. Most runs bring new prices and figures of known names. The
 * cache saves time and changes no answer.
 */
public final class ResolutionCache {

  /** What the resolver reads of a listing: all but its prices and limits. */
  private record NamingFacts(
      String id,
      @Nullable String slug,
      @Nullable String repository,
      String name,
      @Nullable Instant created,
      boolean router,
      List<String> parameters,
      @Nullable Reasoning reasoning) {

    private static NamingFacts of(OpenRouterModel entry) {
      return new NamingFacts(
          entry.id(),
          entry.canonicalSlug(),
          entry.huggingFaceId(),
          entry.name(),
          entry.created(),
          entry.pricing().isRouter(),
          entry.supportedParameters(),
          entry.reasoning());
    }
  }

  private List<NamingFacts> catalogue = List.of();
  private List<Alias> aliases = List.of();
  private final ReadNames read = new ReadNames();
  private NameResolver resolver = NameResolver.over(List.of(), aliases, read);
  private final Map<Source, Resolution> resolutions = new TreeMap<>();

  /** Forgets everything if any listing, prices and limits aside, or any alias has changed. */
  void over(List<OpenRouterModel> catalogue, List<Alias> aliases) {
    List<NamingFacts> facts = catalogue.stream().map(NamingFacts::of).toList();
    if (!this.catalogue.equals(facts) || !this.aliases.equals(aliases)) {
      this.catalogue = facts;
      this.aliases = aliases;
      read.beginRound();
      resolver = NameResolver.over(catalogue, aliases, read);
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
