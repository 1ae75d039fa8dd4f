package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.Collection;
import java.util.List;

/** A source's latest records, in the order of their keys. */
public record SourceRecords<T extends RawRecord>(
    SourceReading<T> reading, Collection<TopicValue<Raw<T>>> records) {

  /** Those that are used. */
  public List<TopicValue<Raw<T>>> used() {
    return reading.used(records);
  }
}
