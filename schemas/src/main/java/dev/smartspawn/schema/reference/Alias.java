package dev.smartspawn.schema.reference;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * One name of data/aliases.yaml.
 *
 * @param name the name as a source writes it
 * @param canonicalId the model it means
 */
public record Alias(String name, CanonicalId canonicalId) {

  public Alias {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("'name' is missing or blank");
    }
    if (canonicalId == null) {
      throw new IllegalArgumentException("'canonicalId' is missing");
    }
  }
}
