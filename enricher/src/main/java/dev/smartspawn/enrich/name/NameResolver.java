package dev.smartspawn.enrich.name;

import dev.smartspawn.schema.Source;
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
 * <p>What the sources themselves say decides first (ids, Hugging Face ids, canonical slugs, alias
 * targets), then data/aliases.yaml, then the name. Where it could mean two models it means none.
 */
public final class NameResolver {

  private final Catalogue catalogue;
  private final AliasTable aliases;
  private final NearMisses nearMisses;
  private final NameMatch names;

  private NameResolver(Catalogue catalogue, AliasTable aliases) {
    this.catalogue = catalogue;
    this.aliases = aliases;
    this.nearMisses = new NearMisses(catalogue);
    this.names = new NameMatch(catalogue, nearMisses);
  }

  public static NameResolver over(
      Collection<OpenRouterModel> catalogue, Collection<Alias> aliases) {
    return new NameResolver(new Catalogue(catalogue), new AliasTable(aliases));
  }

  /**
   * Decides about all names of the sources together, which is surer than one by one: a name does
   * not get a model that another name of its source means more exactly. The order of the records
   * makes no difference to any decision.
   */
  public Map<NamedRecord, Decision> resolveAll(Collection<NamedRecord> records) {
    return Contest.among(records.stream().distinct().map(this::judge).toList(), nearMisses);
  }

  /** Decides about a name without knowing what else its source lists. */
  public Decision resolve(NamedRecord record) {
    return judge(record).decision();
  }

  private Judgement judge(NamedRecord record) {
    List<Asked> readings = Asked.readings(record);
    Asked last = readings.get(readings.size() - 1);
    Decision.@Nullable Match given = given(record, last.name().effort());
    if (given != null) {
      return new Judgement(record, given, last, null);
    }
    @Nullable CanonicalId alias = aliases.find(record, last.name());
    if (alias == null) {
      return names.judge(record, readings);
    }
    @Nullable CanonicalId aliased = catalogue.onSale(alias);
    return aliased == null
        ? new Judgement(record, nearMisses.unresolved(last, List.of(missing(alias))), last, null)
        : new Judgement(record, match(aliased, Rule.ALIAS, last.name().effort()), last, null);
  }

  /** What the sources' own ids say. */
  private Decision.@Nullable Match given(NamedRecord record, @Nullable String effort) {
    if (record.source() == Source.OPENROUTER) {
      return catalogued(record);
    }
    @Nullable CatalogueModel published = catalogue.byRepository(record.name());
    if (published != null) {
      return match(published.id(), Rule.HUGGING_FACE_ID, effort);
    }
    if (record.source() == Source.HF_LEADERBOARD) {
      return null;
    }
    @Nullable CanonicalId id = catalogue.byId(record.name());
    return id == null ? bySlug(record.name()) : match(id, Rule.CANONICAL_ID, effort);
  }

  /** The catalogue's own entries: a variant shares its base's evidence, an alias its target's. */
  private Decision.@Nullable Match catalogued(NamedRecord record) {
    @Nullable CanonicalId id = catalogue.byId(record.name());
    if (id == null) {
      return bySlug(record.name());
    }
    if (!id.isAlias()) {
      return match(catalogue.has(id.base()) ? id.base() : id, Rule.CANONICAL_ID, null);
    }
    @Nullable String target = record.slug();
    if (target == null) {
      return null;
    }
    @Nullable CanonicalId named = catalogue.byId(target);
    if (named == null || named.equals(id)) {
      Decision.@Nullable Match dated = bySlug(target);
      return dated == null ? null : match(dated.id(), Rule.ALIAS_TARGET, null);
    }
    return match(named, Rule.ALIAS_TARGET, null);
  }

  private Decision.@Nullable Match bySlug(String name) {
    @Nullable CatalogueModel dated = catalogue.bySlug(name);
    return dated == null ? null : match(dated.id(), Rule.CANONICAL_SLUG, null);
  }

  private static Decision.Match match(CanonicalId id, Rule rule, @Nullable String effort) {
    return new Decision.Match(id, rule, rule.confidence(), effort);
  }

  private static Decision.Refused missing(CanonicalId alias) {
    return new Decision.Refused(alias, "an alias names it, but it is not in the catalogue");
  }
}
