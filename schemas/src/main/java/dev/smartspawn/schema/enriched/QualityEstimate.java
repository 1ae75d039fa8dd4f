package dev.smartspawn.schema.enriched;

/**
 * A model's estimated quality in a category, based on all measurements, with its uncertainty. On
 * the scale of {@code scores}, 0 to 100.
 *
 * @param low one standard deviation below; rankings use it, so that evidence beats reputation
 * @param high one standard deviation above
 * @param sources how many sources measured it; 0 when it is estimated from release date and price
 *     alone
 * @param confidence 0 to 1, derived from the interval's width
 */
public record QualityEstimate(
    double estimate, double low, double high, int sources, double confidence) {}
