package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /**
   * A source that is published as several files, each with its own outcome.
   *
   * @param parts part to its outcome; the keys of a part's records begin with the part and a slash
   * @param validators the validators of the answers that were read or are still current
   */
  record Parts<T extends RawRecord>(Map<String, Part<T>> parts, Validators validators)
      implements Pulled<T> {
    public Parts {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }

  /** The outcome of one part. */
  sealed interface Part<T extends RawRecord> {

    /** All of the part's records. */
    record Read<T extends RawRecord>(List<T> records, int rejected) implements Part<T> {
      public Read {
        records = List.copyOf(records);
      }
    }

    /** The held records are still current. */
    record Current<T extends RawRecord>() implements Part<T> {}

    /** The source has no such part, so there are no records of it. */
    record Missing<T extends RawRecord>() implements Part<T> {}

    /** The part could not be read; the held records stay. */
    record Lost<T extends RawRecord>(String reason) implements Part<T> {

      private static final int NAMED = 2;

      /** The reasons of several lost parts as one text of limited length. */
      public static String summary(List<String> reasons) {
        String named = String.join("; ", reasons.subList(0, Math.min(NAMED, reasons.size())));
        return reasons.size() <= NAMED
            ? named
            : "%s; and %d more".formatted(named, reasons.size() - NAMED);
      }
    }
  }

  /** The source reported no change since the answers that the validators identify. */
  record Unchanged<T extends RawRecord>() implements Pulled<T> {}

  /** The source was not asked. */
  record Disabled<T extends RawRecord>(String reason) implements Pulled<T> {}
}
