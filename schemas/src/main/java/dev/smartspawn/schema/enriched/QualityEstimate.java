package dev.smartspawn.schema.enriched;

/**
 * How good a model is in a category by all that was measured, and how sure that is. On the scale of
 * {@code scores}, 0 to 100.
 *
 * @param low one standard deviation below: rankings go by it, so that evidence beats reputation
 * @param high one standard deviation above
 * @param sources how many sources measured it; 0 where it is placed by release date and price alone
 * @param confidence 0 to 1, from the interval's width
 */
public record QualityEstimate(
    double estimate, double low, double high, int sources, double confidence) {}
