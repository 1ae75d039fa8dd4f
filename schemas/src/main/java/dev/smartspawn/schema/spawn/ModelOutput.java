package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import org.jspecify.annotations.Nullable;

/**
 * The text that one model wrote.
 *
 * @param part the part of the work that it was written for, such as {@code member-1}
 * @param thinking what the model thought before it, shortened if it was long; absent if it showed
 *     none
 * @param cut whether the end is missing because the text did not fit into a record
 */
public record ModelOutput(
    String part, CanonicalId model, String text, @Nullable String thinking, boolean cut) {}
