package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import java.util.Optional;

/** Checks whether a readable answer has enough records to replace the served ones. */
final class RecordCountCheck {

  /** An answer with less than this share of the previous records is refused. */
  private static final double MIN_SHARE = 0.80;

  private RecordCountCheck() {}

  /**
   * @param records the number of records in the answer
   * @param last the status with the last good answer's count; a snapshot's count is not used
   * @throws PullException when the answer is empty, or has shrunk too much
   */
  static void check(String title, int records, SourceStatus last) throws PullException {
    if (records == 0) {
      throw new PullException(
          "%s answered well-formed but without any record: expected at least one".formatted(title));
    }
    int before = last.origin() == Origin.LIVE ? last.count() : 0;
    Optional<String> shrinkage = shrinkage(title, records, before);
    if (shrinkage.isPresent()) {
      throw new PullException(shrinkage.get());
    }
  }

  /** Says how far an answer has shrunk; empty if it has not shrunk too much. */
  static Optional<String> shrinkage(String title, int records, int before) {
    return records >= MIN_SHARE * before
        ? Optional.empty()
        : Optional.of(
            "%s sent %d records where it last had %d: expected at least %.0f (%.0f %%)"
                .formatted(title, records, before, Math.ceil(MIN_SHARE * before), MIN_SHARE * 100));
  }
}
