package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.facet.NameReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which model a name means: a pure function of the catalogue, the aliases and the names.
 *
 * <p>Ids that the sources state decide first (ids, Hugging Face ids, canonical slugs, alias
 * targets), then data/aliases.yaml, then the name. A name that fits two models equally means none.
 */
public final class NameResolver {

  private record ReadName(NamedRecord record, List<NameReading> readings) {}

  private final NameIndex catalogue;
  private final StatedIds givenIds;
  private final AliasTable aliases;
  private final NearMisses nearMisses;
  private final NameMatcher names;
  private final ReadNames read;

  private NameResolver(NameIndex catalogue, AliasTable aliases, ReadNames read) {
    this.read = read;
    this.catalogue = catalogue;
    this.givenIds = new StatedIds(catalogue);
    this.aliases = aliases;
    this.nearMisses = new NearMisses(catalogue);
    this.names = new NameMatcher(catalogue, nearMisses);
  }

  public static NameResolver over(
      Collection<OpenRouterModel> catalogue, Collection<Alias> aliases) {
    return over(catalogue, aliases, new ReadNames());
  }

  /**
   * @param read names that were read before, for another catalogue
   */
  public static NameResolver over(
      Collection<OpenRouterModel> catalogue, Collection<Alias> aliases, ReadNames read) {
    return new NameResolver(new NameIndex(catalogue), new AliasTable(aliases), read);
  }

  /**
   * Decides about all names together, which is more certain than one by one: a name does not match
   * a model that another name of its source matches more exactly. The order of the records does not
   * matter.
   */
  public Map<NamedRecord, Decision> resolveAll(Collection<NamedRecord> records) {
    List<ReadName> names =
        records.stream().distinct().map(record -> new ReadName(record, read.of(record))).toList();
    // Each is judged for itself, thousands of them at the end of a refresh, when only this thread
    // has work.
    List<Judgement> judgements =
        names.parallelStream().map(name -> judge(name.record, name.readings)).toList();
    return NameContest.among(judgements, nearMisses);
  }

  /** Decides about a name without the other names of its source. */
  public Decision resolve(NamedRecord record) {
    return judge(record, read.of(record)).decision();
  }

  /** Runs on several threads at once. */
  private Judgement judge(NamedRecord record, List<NameReading> readings) {
    NameReading last = readings.get(readings.size() - 1);
    @Nullable String effort = last.name().effort();
    Decision.@Nullable Match given = givenIds.find(record, effort);
    if (given != null) {
      return new Judgement(record, given, last, null);
    }
    @Nullable CanonicalId alias = aliases.find(record, last.name());
    return alias == null
        ? names.judge(record, readings)
        : new Judgement(record, aliased(alias, last), last, null);
  }

  private Decision aliased(CanonicalId alias, NameReading asked) {
    @Nullable CanonicalId onSale = catalogue.onSale(alias);
    if (onSale != null) {
      return Decision.Match.by(MatchRule.ALIAS, onSale, asked.name().effort());
    }
    String why = "an alias names it, but it is not in the catalogue";
    return nearMisses.unresolved(asked, List.of(new Decision.Refused(alias, why)));
  }
}
