package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.view.ApiVersion;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models}, and data/models.json. */
public record ModelsBody(List<RenderedModel> data, Meta meta) {

  /**
   * @param shown the first of the models that pass a filter
   * @param filtered how many pass it
   */
  public static ModelsBody of(ModelView view, List<RenderedModel> shown, int filtered) {
    return new ModelsBody(
        shown,
        new Meta(
            view.catalogue().size(),
            filtered,
            view.freshness().lastRefresh(),
            ApiVersion.CURRENT,
            RenderedModel.attribution(shown),
            view.catalogue().awaitingOrNull()));
  }

  /**
   * @param total models there are
   * @param filtered models that pass the filters, of which {@code data} holds the first
   * @param lastRefresh when a pull was last applied; absent before the first
   * @param awaiting sources whose first pull is not in the served models yet; absent for none
   */
  public record Meta(
      int total,
      int filtered,
      @Nullable Instant lastRefresh,
      String version,
      @Nullable Attribution attribution,
      @Nullable List<Source> awaiting) {}
}
