package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.topic.Topics;

/**
 * Fetches a source's answers and reads them into records.
 *
 * @param <T> the source's records
 */
public interface SourceReader<T extends RawRecord> {

  SourceDescriptor<T> descriptor();

  default Source source() {
    return descriptor().source();
  }

  /** The name for people: {@code Artificial Analysis}. */
  default String title() {
    return descriptor().title();
  }

  /** The topic that its records are published to. */
  default Topic<String, Raw<T>> topic() {
    return Topics.raw(descriptor());
  }

  /**
   * Fetches all records of the source.
   *
   * @param known the validators of the last good answers; {@link Validators#NONE} to fetch
   *     everything in any case
   * @throws PullException when the answer is missing, incomplete or not in the source's format
   */
  Pulled<T> pull(Fetcher fetcher, Validators known) throws PullException, InterruptedException;
}
