package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.PickConfidence;

/**
 * @param ranked the model and what placed it
 * @param reason one sentence, with the numbers that decided
 * @param confidence 0 to 1; of a model with an estimate, the probability that no other candidate is
 *     better by more than {@link PickConfidence#MARGIN} points
 */
public record Recommendation(Ranked ranked, String reason, double confidence) {}
