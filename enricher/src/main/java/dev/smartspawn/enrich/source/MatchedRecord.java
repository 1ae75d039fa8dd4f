package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.time.Instant;

/**
 * A source's record, and why it is about a model.
 *
 * @param stored the record in its raw topic
 */
public record MatchedRecord<T extends RawRecord>(TopicValue<Raw<T>> stored, Decision.Match match) {

  public T record() {
    return stored.value().record();
  }

  public Instant pulledAt() {
    return stored.value().pulledAt();
  }
}
