package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;

/**
 * A call that a real run would have made.
 *
 * @param part the part of the work: {@code answer}, {@code member-1}, {@code merge}, {@code judge},
 *     {@code escalation}
 * @param worstCaseUsd the amount that would be reserved for it
 * @param reason why this model was chosen
 */
public record PlannedCall(String part, CanonicalId model, Usd worstCaseUsd, String reason) {}
