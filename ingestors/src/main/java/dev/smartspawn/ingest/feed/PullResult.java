package dev.smartspawn.ingest.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an attempt to pull, ready to be published.
 *
 * @param <V> values of the topic
 */
public sealed interface PullResult<V> {

  /** The number of HTTP requests made. */
  int requests();

  /**
   * The complete new content.
   *
   * @param values key to value, in the source's order
   * @param rejected unusable entries
   * @param refused field to the number of its values that could not be used
   * @param validators address to entity tag or date
   */
  record Complete<V>(
      Map<String, V> values,
      int rejected,
      Map<String, Integer> refused,
      Map<String, String> validators,
      int requests)
      implements PullResult<V> {}

  /** The held records are still current. */
  record Unchanged<V>(int requests) implements PullResult<V> {}

  /** The source was not asked. */
  record Disabled<V>(String reason, int requests) implements PullResult<V> {}

  /**
   * The pull failed, so the held records stay.
   *
   * @param reason for a user
   * @param retryAfter how long the source asked to wait
   * @param standIn the values to serve instead while the source has never been reached
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
   * @param asOf the date of the snapshot
   */
  record StandIn<V>(LocalDate asOf, Map<String, V> values) {}
}
