package dev.smartspawn.query.body;

import org.jspecify.annotations.Nullable;

/** {@code GET /models/{id}}. */
public record ModelBody(RenderedModel data, Meta meta) {

  public record Meta(String version, @Nullable Attribution attribution) {}
}
