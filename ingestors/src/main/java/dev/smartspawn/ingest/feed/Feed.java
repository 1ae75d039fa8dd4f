package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.Source;

/**
 * Fills a compacted topic from a source or from a file maintained by hand.
 *
 * @param <V> values of the topic
 */
public interface Feed<V> {

  Source source();

  Topic<?, V> topic();

  PullTiming timing();

  Reporting reporting();

  /** Whether a later value has the same content as a held one, regardless of their pulls. */
  boolean hasSameContent(V held, V later);

  /** Fetches everything again. May take minutes. */
  PullResult<V> pull(PullContext pull) throws InterruptedException;

  /** When a pull writes to source-status. */
  enum Reporting {
    /** At the beginning and the end of a pull. */
    EVERY_PULL,
    /** At the end of a pull that changed something. */
    CHANGES
  }
}
