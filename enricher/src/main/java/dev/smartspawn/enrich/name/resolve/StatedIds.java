package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.facet.CatalogueModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import org.jspecify.annotations.Nullable;

/** Matches by ids that the sources state. They are more certain than any reading of names. */
final class StatedIds {

  private final NameIndex catalogue;

  StatedIds(NameIndex catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param effort what the record's name says about it
   * @return null where the record names no id
   */
  Decision.@Nullable Match find(NamedRecord record, @Nullable String effort) {
    return switch (record.convention()) {
      case CATALOGUE_ID -> catalogued(record);
      case REPOSITORY -> published(record.name(), effort);
      case BASE_MEANS_NOT_THINKING, PLAIN -> named(record.name(), effort);
    };
  }

  private Decision.@Nullable Match named(String name, @Nullable String effort) {
    @Nullable CanonicalId id = catalogue.byId(name);
    if (id != null) {
      return Decision.Match.by(MatchRule.CANONICAL_ID, id, effort);
    }
    Decision.@Nullable Match published = published(name, effort);
    return published == null ? dated(name, MatchRule.CANONICAL_SLUG) : published;
  }

  private Decision.@Nullable Match published(String name, @Nullable String effort) {
    @Nullable CatalogueModel model = catalogue.byRepository(name);
    return model == null ? null : Decision.Match.by(MatchRule.HUGGING_FACE_ID, model.id(), effort);
  }

  /** A variant shares its base's evidence, an alias its target's. */
  private Decision.@Nullable Match catalogued(NamedRecord record) {
    @Nullable CanonicalId id = catalogue.byId(record.name());
    if (id == null) {
      return dated(record.name(), MatchRule.CANONICAL_SLUG);
    }
    if (id.isAlias()) {
      return record.slug() == null ? null : target(id, record.slug());
    }
    return Decision.Match.by(
        MatchRule.CANONICAL_ID, catalogue.has(id.base()) ? id.base() : id, null);
  }

  private Decision.@Nullable Match target(CanonicalId alias, String slug) {
    @Nullable CanonicalId id = catalogue.byId(slug);
    return id == null || id.equals(alias)
        ? dated(slug, MatchRule.ALIAS_TARGET)
        : Decision.Match.by(MatchRule.ALIAS_TARGET, id, null);
  }

  private Decision.@Nullable Match dated(String slug, MatchRule rule) {
    @Nullable CatalogueModel model = catalogue.bySlug(slug);
    return model == null ? null : Decision.Match.by(rule, model.id(), null);
  }
}
