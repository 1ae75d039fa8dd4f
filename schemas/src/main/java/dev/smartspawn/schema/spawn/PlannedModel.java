package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * A model chosen for a part of the work.
 *
 * @param reason why it was chosen, as whoever chose it says
 */
public record PlannedModel(CanonicalId model, ModelPrice price, String reason) {}
