package dev.smartspawn.query.http;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Optional;

/** Reads ids in parameters. */
final class ModelIds {

  static final String EXPECTED = "model ids as anthropic/claude-opus-4.6, separated by commas";

  private ModelIds() {}

  static Optional<CanonicalId> find(String text) {
    try {
      return Optional.of(CanonicalId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
