package dev.smartspawn.query.recommend;

/**
 * @param ranked the model and what placed it
 * @param reason one sentence, with the numbers that decided
 */
public record Recommendation(Ranked ranked, String reason) {}
