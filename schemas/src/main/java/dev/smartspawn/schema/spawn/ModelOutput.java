package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * What one model wrote.
 *
 * @param part of the work it wrote it for, as {@code member-1}
 * @param cut whether it was longer than a record takes, and its end is missing
 */
public record ModelOutput(String part, CanonicalId model, String text, boolean cut) {}
