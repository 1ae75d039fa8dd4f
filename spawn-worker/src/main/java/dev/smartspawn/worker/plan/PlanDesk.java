package dev.smartspawn.worker.plan;

/**
 * Who is asked for models.
 *
 * @param fallback for while the advisor cannot be reached
 * @param prices hold before the advisor's
 */
public record PlanDesk(Advisor advisor, FallbackModels fallback, PriceLines prices) {}
