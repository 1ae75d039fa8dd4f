package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;

/**
 * A call a dry run would have made.
 *
 * @param part of the work: {@code answer}, {@code member-1}, {@code merge}, {@code judge}, {@code
 *     escalation}
 * @param worstCaseUsd what would be reserved for it
 * @param reason why this model
 */
public record PlannedCall(String part, CanonicalId model, Usd worstCaseUsd, String reason) {}
