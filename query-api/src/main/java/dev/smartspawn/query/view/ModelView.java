package dev.smartspawn.query.view;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.recommend.RankingSetting;
import java.util.List;

/** Everything that is served at one moment. Never changed, only replaced. */
public final class ModelView {

  /** Before anything was read. */
  public static final ModelView EMPTY =
      new ModelView(
          new ServedCatalogue(List.of(), "empty", RankingSetting.SPEC),
          Freshness.NONE,
          UnresolvedNames.NONE);

  private final ServedCatalogue catalogue;
  private final Freshness freshness;
  private final UnresolvedNames names;
  private final String listTag;

  public ModelView(ServedCatalogue catalogue, Freshness freshness, UnresolvedNames names) {
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
  }

  /** The same models with other names. */
  public ModelView with(UnresolvedNames others) {
    return new ModelView(this, others);
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
