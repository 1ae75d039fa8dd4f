package dev.smartspawn.query.body;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models}, and data/models.json. */
public record ModelsBody(List<RenderedModel> data, Meta meta) {

  /**
   * @param total models there are
   * @param filtered models that pass the filters, of which {@code data} holds the first
   * @param lastRefresh when a pull was last applied; absent before the first
   */
  public record Meta(
      int total,
      int filtered,
      @Nullable Instant lastRefresh,
      String version,
      @Nullable Attribution attribution) {}
}
