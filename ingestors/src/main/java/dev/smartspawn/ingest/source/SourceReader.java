package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;

/**
 * Fetches what a source says and reads it into records.
 *
 * @param <T> the source's records
 */
public interface SourceReader<T extends RawRecord> {

  Source source();

  /** What a person calls it: {@code Artificial Analysis}. */
  String title();

  /** Where its records belong. */
  Topic<String, Raw<T>> topic();

  Class<T> recordType();

  /**
   * Asks for everything the source holds.
   *
   * @param known what the last good answers can be recognised by; {@link Validators#NONE} to be
   *     told everything in any case
   * @throws PullException when the answer is missing, incomplete or not what the source sends
   */
  Pulled<T> pull(Fetcher fetcher, Validators known) throws PullException, InterruptedException;
}
