package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.EnrichedModel;

/**
 * A model with what placed it.
 *
 * @param score 0 to 100, in the category it was ranked for
 * @param confidence 0 to 1: how much evidence the score rests on
 */
public record Ranked(EnrichedModel model, double score, double confidence) {}
