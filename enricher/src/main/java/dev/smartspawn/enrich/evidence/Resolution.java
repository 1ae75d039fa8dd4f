package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.enriched.UnresolvedName.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The decisions about all names of one source.
 *
 * @param decisions one per name, in the order of {@code names}
 * @param unresolved those that mean no model, by source and key
 */
record Resolution(
    List<NamedRecord> names,
    List<Decision> decisions,
    SortedMap<String, UnresolvedName> unresolved) {

  static Resolution of(List<NamedRecord> names, NameResolver resolver) {
    Map<NamedRecord, Decision> decided = resolver.resolveAll(names);
    List<Decision> decisions = new ArrayList<>(names.size());
    SortedMap<String, UnresolvedName> unresolved = new TreeMap<>();
    for (NamedRecord name : names) {
      Decision decision = Objects.requireNonNull(decided.get(name), name::toString);
      decisions.add(decision);
      if (decision instanceof Decision.Unresolved none) {
        unresolved.put(name.source().id() + "/" + name.key(), unresolved(name, none));
      }
    }
    return new Resolution(names, decisions, unresolved);
  }

  private static UnresolvedName unresolved(NamedRecord name, Decision.Unresolved none) {
    return new UnresolvedName(
        name.source(),
        name.key(),
        name.name(),
        none.nearest().stream().map(near -> new Refused(near.id(), near.why())).toList());
  }
}
