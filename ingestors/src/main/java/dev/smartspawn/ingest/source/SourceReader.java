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
 * Fetches the answers of a source and reads them into records.
 *
 * @param <T> the source's records
 */
public interface SourceReader<T extends RawRecord> {

  SourceDescriptor<T> descriptor();

  default Source source() {
    return descriptor().source();
  }

  /** What people call it: {@code Artificial Analysis}. */
  default String title() {
    return descriptor().title();
  }

  /** The topic that its records are published to. */
  default Topic<String, Raw<T>> topic() {
    return Topics.raw(descriptor());
  }

  /**
   * Asks for everything the source holds.
   *
   * @param known what the last good answers can be recognised by; {@link Validators#NONE} to be
   *     told everything in any case
   * @throws PullException when the answer is missing, incomplete or not what the source sends
   */
  Pulled<T> pull(Fetcher fetcher, Validators known) throws PullException, InterruptedException;
}
