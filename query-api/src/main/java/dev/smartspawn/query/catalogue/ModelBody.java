package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.schema.enriched.EnrichedModel;
import org.jspecify.annotations.Nullable;

/** {@code GET /models/{id}}: everything known about one model, its evidence included. */
public record ModelBody(EnrichedModel data, Meta meta) {

  public record Meta(String version, @Nullable Attribution attribution) {}
}
