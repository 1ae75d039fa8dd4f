package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NameResolver;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What names were found to mean, for as long as the catalogue and the aliases are the same: most
 * runs are for new figures of known names. It saves time, and changes no answer.
 */
public final class NameMemory {

  private List<OpenRouterModel> catalogue = List.of();
  private List<Alias> aliases = List.of();
  private NameResolver resolver = NameResolver.over(catalogue, aliases);
  private final Map<NamedRecord, Decision> decisions = new HashMap<>();

  /** Forgets everything if any listing or alias is another. */
  void over(List<OpenRouterModel> catalogue, List<Alias> aliases) {
    if (!this.catalogue.equals(catalogue) || !this.aliases.equals(aliases)) {
      this.catalogue = catalogue;
      this.aliases = aliases;
      resolver = NameResolver.over(catalogue, aliases);
      decisions.clear();
    }
  }

  Decision resolve(NamedRecord record) {
    return decisions.computeIfAbsent(record, resolver::resolve);
  }
}
