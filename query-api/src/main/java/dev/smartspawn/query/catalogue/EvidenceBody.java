package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models/{id}/evidence}: every number behind a model, down to its raw record. */
public record EvidenceBody(List<Evidence> data, Meta meta) {

  /**
   * @param count entries there are
   */
  public record Meta(CanonicalId id, int count, @Nullable Attribution attribution) {}
}
