package dev.smartspawn.ingest.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How an attempt to pull ended, ready to be published.
 *
 * @param <V> values of the topic
 */
public sealed interface PullResult<V> {

  /** HTTP requests made. */
  int requests();

  /**
   * Everything there is now.
   *
   * @param values key to value, in the source's pull
   * @param rejected entries that could not be used
   * @param validators address to entity tag or date
   */
  record Complete<V>(
      Map<String, V> values, int rejected, Map<String, String> validators, int requests)
      implements PullResult<V> {}

  /** What is held still stands. */
  record Unchanged<V>(int requests) implements PullResult<V> {}

  /** The source was not asked. */
  record Disabled<V>(String reason, int requests) implements PullResult<V> {}

  /**
   * What is held has to do.
   *
   * @param reason for a user
   * @param retryAfter how long the source asked to be left alone
   * @param standIn what is served instead while the source was never reached
   */
  record Failed<V>(
      String reason, int requests, Optional<Duration> retryAfter, Optional<StandIn<V>> standIn)
      implements PullResult<V> {

    public static <V> Failed<V> of(String reason, int requests) {
      return new Failed<>(reason, requests, Optional.empty(), Optional.empty());
    }
  }

  /**
   * The snapshot's values.
   *
   * @param asOf how old it is
   */
  record StandIn<V>(LocalDate asOf, Map<String, V> values) {}
}
