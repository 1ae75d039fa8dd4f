package dev.smartspawn.ingest.source;

import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Separates the usable entries of an answer from the others. A few bad entries are counted and
 * logged. Too many bad entries fail the whole answer.
 *
 * @param <T> the source's records
 */
public final class EntryFilter<T extends RawRecord> {

  private static final Logger log = LoggerFactory.getLogger(EntryFilter.class);

  /** Largest share of bad entries an answer may have. */
  static final double MAX_REJECTED = 0.20;

  private static final int NAMED_REJECTS = 5;

  /** Real records have a few thousand. A record of 1 MB could not be published. */
  private static final int MAX_RECORD_CHARS = 200_000;

  /** Real sources have at most 5,000 records, with 3 million characters in all. */
  static final int MAX_RECORDS = 20_000;

  static final long MAX_CHARS = 20_000_000;

  private final String server;
  private final int maxRecords;
  private final ToIntFunction<T> length;
  private final Map<String, T> kept = new LinkedHashMap<>();
  private final List<String> firstRejects = new ArrayList<>();
  private final LostFields lost = new LostFields();
  private final Map<String, Integer> refused = new TreeMap<>();
  private long rejected;
  private long chars;
  private boolean tooMany;

  /**
   * @param server the source's name, for messages
   */
  public EntryFilter(String server) {
    this(server, MAX_RECORDS, record -> record.toString().length());
  }

  /**
   * @param maxRecords the most records of an answer that is accepted
   * @param length a record's length, in characters; writing out every record would take most of the
   *     time for short ones
   */
  public EntryFilter(String server, int maxRecords, ToIntFunction<T> length) {
    this.server = server;
    this.maxRecords = maxRecords;
    this.length = length;
  }

  /**
   * Keeps the record that {@code parser} reads from an entry, or counts the entry as rejected when
   * the parser throws an {@link IllegalArgumentException}. If two entries have the same key, the
   * first one is kept.
   *
   * @param entry the entry's name in the log
   */
  public void add(String entry, EntryParser<T> parser) {
    if (tooMany) {
      return;
    }
    try {
      T record = parser.parse();
      int recordChars = length.applyAsInt(record);
      if (recordChars > MAX_RECORD_CHARS) {
        reject(entry, "it has more than %d characters".formatted(MAX_RECORD_CHARS));
        return;
      }
      chars += recordChars;
      if (kept.size() == maxRecords || chars > MAX_CHARS) {
        tooMany = true;
        kept.clear();
      } else if (kept.putIfAbsent(record.key(), record) != null) {
        reject(entry, "'%s' is listed twice".formatted(record.key()));
      }
    } catch (FieldException e) {
      refused.merge(e.field(), 1, Integer::sum);
      reject(entry, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      reject(entry, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Keeps the record that {@code parser} reads from a lenient {@code entry}, whose wrong optional
   * fields are lost and counted.
   *
   * @param label the entry's name in the log
   */
  public void add(String label, JsonEntry entry, Function<JsonEntry, T> parser) {
    LostFields ofEntry = new LostFields();
    add(label, () -> parser.apply(entry.lenient(ofEntry)));
    lost.add(ofEntry, label);
  }

  /**
   * @throws PullException when more than a fifth of the entries had to be rejected
   */
  public Pulled.Records<T> records(Validators validators) throws PullException {
    if (tooMany) {
      throw new PullException(
          "%s sent too much: expected at most %d records, with %d characters in all"
              .formatted(server, maxRecords, MAX_CHARS));
    }
    long all = kept.size() + rejected;
    if (rejected > MAX_REJECTED * all) {
      throw new PullException(
          "%s sent %d entries of which %d cannot be used: expected at most %.0f %%; the first: %s"
              .formatted(server, all, rejected, MAX_REJECTED * 100, firstRejects.get(0)));
    }
    firstRejects.forEach(reject -> log.warn("{}: rejected {}", server, reject));
    if (rejected > NAMED_REJECTS) {
      log.warn("{}: rejected {} more entries", server, rejected - NAMED_REJECTS);
    }
    logLost();
    lost.counts().forEach((field, count) -> refused.merge(field, count, Integer::sum));
    return new Pulled.Records<>(List.copyOf(kept.values()), (int) rejected, refused, validators);
  }

  private void logLost() {
    lost.firstReasons().forEach(reason -> log.warn("{}: field left out of {}", server, reason));
    int more = lost.total() - lost.firstReasons().size();
    if (more > 0) {
      log.warn("{}: left out {} more fields: {}", server, more, lost.counts());
    }
  }

  private void reject(String entry, String why) {
    rejected++;
    if (firstRejects.size() < NAMED_REJECTS) {
      firstRejects.add(entry + ": " + why);
    }
  }

  /** Reads one entry. */
  @FunctionalInterface
  public interface EntryParser<T> {
    /**
     * @throws IllegalArgumentException naming the field that is missing or wrong
     */
    T parse();
  }
}
