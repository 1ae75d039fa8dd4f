package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * The text that one model wrote.
 *
 * @param part the part of the work that it was written for, such as {@code member-1}
 * @param cut whether the end is missing because the text did not fit into a record
 */
public record ModelOutput(String part, CanonicalId model, String text, boolean cut) {}
