package dev.smartspawn.query.view;

import dev.smartspawn.query.body.ApiVersion;
import dev.smartspawn.query.body.Body;
import dev.smartspawn.query.body.ModelsBody;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.recommend.RankingMethod;
import java.nio.ByteBuffer;
import java.util.List;

/** Everything that is served at one moment. Never changed, only replaced. */
public final class ModelView {

  /** Before anything was read. */
  public static final ModelView EMPTY =
      new ModelView(
          new Catalogue(List.of(), "empty", RankingMethod.SPEC),
          Freshness.NONE,
          UnresolvedNames.NONE);

  private final Catalogue catalogue;
  private final Freshness freshness;
  private final UnresolvedNames names;
  private final byte[] status;
  private final String listTag;
  private final String statusTag;

  public ModelView(Catalogue catalogue, Freshness freshness, UnresolvedNames names) {
    this.catalogue = catalogue;
    this.freshness = freshness;
    this.names = names;
    this.status = Body.bytes(StatusReport.of(catalogue.size(), freshness));
    this.listTag = EntityTag.of(catalogue.entityTag(), String.valueOf(freshness.lastRefresh()));
    this.statusTag = EntityTag.of(status);
  }

  private ModelView(ModelView before, UnresolvedNames names) {
    this.catalogue = before.catalogue;
    this.freshness = before.freshness;
    this.names = names;
    this.status = before.status;
    this.listTag = before.listTag;
    this.statusTag = before.statusTag;
  }

  /** The same models with other names. */
  ModelView with(UnresolvedNames others) {
    return new ModelView(this, others);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Freshness freshness() {
    return freshness;
  }

  /** A part of its own: names change seldom, and there are more of them than models. */
  public UnresolvedNames names() {
    return names;
  }

  /** The body of {@code GET /status}. */
  public ByteBuffer status() {
    return ByteBuffer.wrap(status).asReadOnlyBuffer();
  }

  /** Entity tag of {@link #status}. */
  public String statusTag() {
    return statusTag;
  }

  /** Entity tag of {@link #list}. */
  public String listTag() {
    return listTag;
  }

  /**
   * @param shown the first of the models that pass a filter
   * @param filtered how many pass it
   */
  public ModelsBody list(List<RenderedModel> shown, int filtered) {
    return new ModelsBody(
        shown,
        new ModelsBody.Meta(
            catalogue.size(),
            filtered,
            freshness.lastRefresh(),
            ApiVersion.CURRENT,
            RenderedModel.attribution(shown)));
  }
}
