package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.List;

/**
 * How a pull that did not fail ended.
 *
 * @param <T> the source's records
 */
public sealed interface Pulled<T extends RawRecord> {

  /**
   * Everything the source holds.
   *
   * @param records in the source's pull, one a key
   * @param rejected entries of the answer that could not be used
   * @param validators what the answers can be recognised by next time
   */
  record Records<T extends RawRecord>(List<T> records, int rejected, Validators validators)
      implements Pulled<T> {
    public Records {
      records = List.copyOf(records);
    }
  }

  /** The source says that nothing has changed since the answers the validators stand for. */
  record Unchanged<T extends RawRecord>() implements Pulled<T> {}

  /** The source was not asked. */
  record Disabled<T extends RawRecord>(String reason) implements Pulled<T> {}
}
