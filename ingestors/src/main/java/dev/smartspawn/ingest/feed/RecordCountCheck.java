package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;

/** Whether an answer that reads well may replace what is served. */
final class RecordCountCheck {

  /** A source that suddenly holds less than this share of what it held is not believed. */
  private static final double MIN_SHARE = 0.80;

  private RecordCountCheck() {}

  /**
   * @param records how many the answer has
   * @param last how many the last good answer had; a snapshot is no measure
   * @throws PullException when the answer is empty, or has shrunk beyond belief
   */
  static void check(String title, int records, SourceStatus last) throws PullException {
    if (records == 0) {
      throw new PullException(
          "%s answered well-formed but without any record: expected at least one".formatted(title));
    }
    int before = last.origin() == Origin.LIVE ? last.count() : 0;
    if (records < MIN_SHARE * before) {
      throw new PullException(
          "%s sent %d records where it last had %d: expected at least %.0f (%.0f %%)"
              .formatted(title, records, before, Math.ceil(MIN_SHARE * before), MIN_SHARE * 100));
    }
  }
}
