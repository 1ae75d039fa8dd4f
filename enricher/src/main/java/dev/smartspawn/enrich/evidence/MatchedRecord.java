package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;

/**
 * A source's record, and why it is about the model it was found for.
 *
 * @param held the record as it stands in its raw topic
 */
public record MatchedRecord<T extends RawRecord>(TopicValue<Raw<T>> held, Decision.Match match) {

  public T record() {
    return held.value().record();
  }
}
