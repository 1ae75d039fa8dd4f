package dev.smartspawn.worker.plan;

/**
 * Where models and their prices are looked up.
 *
 * @param fallback used while the advisor cannot be reached
 * @param prices override the advisor's prices
 */
public record ModelDirectory(Advisor advisor, FallbackModels fallback, OperatorPrices prices) {}
