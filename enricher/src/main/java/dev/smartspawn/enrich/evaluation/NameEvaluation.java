package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.resolve.NameResolver;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many of the audited names find their model: with the aliases, and without them, as for a new
 * name that has no alias yet.
 *
 * @param aliases how many there are
 */
public record NameEvaluation(int aliases, NameScore withAliases, NameScore withoutAliases) {

  /**
   * @param listed all names the sources list, since names of one source are compared with each
   *     other
   */
  public static NameEvaluation of(
      List<OpenRouterModel> catalogue, Collection<NamedRecord> listed, List<Alias> aliases) {
    List<AuditedName> truth = AuditedName.all();
    return new NameEvaluation(
        aliases.size(),
        score(truth, catalogue, listed, aliases),
        score(truth, catalogue, listed, List.of()));
  }

  /** For people. */
  public String table() {
    return withAliases.table("audited names, with the %d aliases".formatted(aliases))
        + System.lineSeparator()
        + withoutAliases.table("audited names, without any alias");
  }

  static NameScore score(
      List<AuditedName> truth,
      List<OpenRouterModel> catalogue,
      Collection<NamedRecord> listed,
      List<Alias> aliases) {
    Set<CanonicalId> onSale =
        catalogue.stream()
            .map(model -> CanonicalId.of(model.id()))
            .collect(Collectors.toUnmodifiableSet());
    return NameScore.of(truth, resolve(truth, catalogue, listed, aliases), onSale);
  }

  static Map<NamedRecord, Decision> resolve(
      List<AuditedName> truth,
      List<OpenRouterModel> catalogue,
      Collection<NamedRecord> listed,
      List<Alias> aliases) {
    List<NamedRecord> names =
        Stream.concat(listed.stream(), truth.stream().map(AuditedName::record)).toList();
    return NameResolver.over(catalogue, aliases).resolveAll(names);
  }
}
