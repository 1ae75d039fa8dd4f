package dev.smartspawn.enrich;

import dev.smartspawn.enrich.publication.TableBefore;
import dev.smartspawn.schema.stage.StateHistory;
import java.util.function.Supplier;

/**
 * What a start is compared with.
 *
 * @param history what Kafka knows of the stage's state
 * @param published what the topics hold
 * @param implausible what becomes of a first table that differs too much from the last one
 */
public record EnrichmentPast(
    StateHistory history, Supplier<TableBefore> published, ImplausibleTable implausible) {

  /** Of the first start on a cluster. */
  static final EnrichmentPast NONE =
      new EnrichmentPast(StateHistory.NONE, () -> TableBefore.NONE, ImplausibleTable.REFUSE);
}
