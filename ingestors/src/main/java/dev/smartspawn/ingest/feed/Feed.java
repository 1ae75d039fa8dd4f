package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.Source;

/**
 * Something that fills a compacted topic: a source, or a file kept by hand.
 *
 * @param <V> values of the topic
 */
public interface Feed<V> {

  Source source();

  Topic<?, V> topic();

  PullTiming timing();

  Reporting reporting();

  /** Whether two values say the same, whichever pull brought them. */
  boolean hasSameContent(V one, V other);

  /** Fetches everything anew. May take minutes. */
  PullResult<V> pull(PullContext pull) throws InterruptedException;

  /** When source-status hears of a pull. */
  enum Reporting {
    /** When it begins and when it has ended. */
    EVERY_PULL,
    /** When it has changed something. */
    CHANGES
  }
}
