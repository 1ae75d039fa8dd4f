package dev.smartspawn.worker.spend;

import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.CallLabels;
import java.time.LocalDate;

/**
 * By how much an event changes a row of {@code spend}.
 *
 * @param day on which the call was started
 * @param amount is added to the row
 */
record SpendChange(LocalDate day, CanonicalId model, CallLabels labels, SpendRow amount) {}
