package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;

/** Everything that is served at one moment. Never changed, only replaced. */
public final class ModelView {

  /** Before anything was read. */
  public static final ModelView EMPTY =
      new ModelView(
          new ServedCatalogue(List.of(), "empty", RankingSetting.SPEC, Source.ALL),
          Freshness.NONE,
          UnresolvedNames.NONE,
          Instant.MAX);

  private final ServedCatalogue catalogue;
  private final Freshness freshness;
  private final UnresolvedNames names;
  private final String listTag;
  private final Instant wholeFrom;

  /** A whole table. */
  public ModelView(ServedCatalogue catalogue, Freshness freshness, UnresolvedNames names) {
    this(catalogue, freshness, names, Instant.MIN);
  }

  /**
   * @param wholeFrom from when on the table counts as whole
   */
  public ModelView(
      ServedCatalogue catalogue, Freshness freshness, UnresolvedNames names, Instant wholeFrom) {
    this.wholeFrom = wholeFrom;
    this.catalogue = catalogue;
    this.freshness = freshness;
    this.names = names;
    this.listTag = EntityTag.of(catalogue.entityTag(), String.valueOf(freshness.lastRefresh()));
  }

  private ModelView(ModelView before, UnresolvedNames names) {
    this.catalogue = before.catalogue;
    this.freshness = before.freshness;
    this.names = names;
    this.listTag = before.listTag;
    this.wholeFrom = before.wholeFrom;
  }

  /** The same models with other names. */
  public ModelView with(UnresolvedNames others) {
    return new ModelView(this, others);
  }

  /**
   * Whether questions may be answered from it: every source is in it, or the missing ones were
   * awaited long enough.
   */
  public boolean isWhole(Instant now) {
    return !now.isBefore(wholeFrom);
  }

  public ServedCatalogue catalogue() {
    return catalogue;
  }

  public Freshness freshness() {
    return freshness;
  }

  /** A part of its own: names change seldom, and there are more of them than models. */
  public UnresolvedNames names() {
    return names;
  }

  /** Entity tag of lists of models. */
  public String listTag() {
    return listTag;
  }
}
