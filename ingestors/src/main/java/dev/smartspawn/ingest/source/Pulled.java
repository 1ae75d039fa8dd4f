package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.List;
import java.util.Map;

/**
 * The result of a pull that did not fail.
 *
 * @param <T> the source's records
 */
public sealed interface Pulled<T extends RawRecord> {

  /**
   * All records of the source.
   *
   * @param records in the source's order, one per key
   * @param rejected unusable entries of the answer
   * @param refused field to the number of its values that could not be used
   * @param validators the validators of the answers, for the next pull
   */
  record Records<T extends RawRecord>(
      List<T> records, int rejected, Map<String, Integer> refused, Validators validators)
      implements Pulled<T> {
    public Records {
      records = List.copyOf(records);
      refused = Map.copyOf(refused);
    }
  }

  /** The source reported no change since the answers that the validators identify. */
  record Unchanged<T extends RawRecord>() implements Pulled<T> {}

  /** The source was not asked. */
  record Disabled<T extends RawRecord>(String reason) implements Pulled<T> {}
}
