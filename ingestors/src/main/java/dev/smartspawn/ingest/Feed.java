package dev.smartspawn.ingest;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.Source;

/**
 * Something that fills a compacted topic: a source, or a file kept by hand.
 *
 * @param <V> values of the topic
 */
interface Feed<V> {

  Source source();

  Topic<?, V> topic();

  Agenda agenda();

  Reporting reporting();

  /** Whether two values say the same, whichever pull brought them. */
  boolean saysTheSame(V one, V other);

  /** Fetches everything anew. May take minutes. */
  Delivery<V> pull(PullOrder order) throws InterruptedException;

  /** When source-status hears of a pull. */
  enum Reporting {
    /** When it begins and when it has ended. */
    EVERY_PULL,
    /** When it has changed something. */
    CHANGES
  }
}
