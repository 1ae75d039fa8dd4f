package dev.smartspawn.ingest.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * @param kept keys of held records that belong to the new content unchanged
   * @param rejected unusable entries
   * @param refused field to the number of its values that could not be used
   * @param shortfall what could not be read, for a user; empty if everything was read
   * @param validators address to entity tag or date
   */
  record Complete<V>(
      Map<String, V> values,
      Set<String> kept,
      int rejected,
      Map<String, Integer> refused,
      Optional<String> shortfall,
      Map<String, String> validators,
      int requests)
      implements PullResult<V> {

    public Complete {
      kept = Set.copyOf(kept);
    }

    /** Everything was read. */
    public static <V> Complete<V> of(
        Map<String, V> values,
        int rejected,
        Map<String, Integer> refused,
        Map<String, String> validators,
        int requests) {
      return new Complete<>(
          values, Set.of(), rejected, refused, Optional.empty(), validators, requests);
    }

    /**
     * The whole new content.
     *
     * @param held the topic's content
     */
    public Map<String, V> with(Map<String, V> held) {
      Map<String, V> whole = new LinkedHashMap<>(values);
      held.forEach(
          (key, value) -> {
            if (kept.contains(key)) {
              whole.putIfAbsent(key, value);
            }
          });
      return whole;
    }
  }

  /** The held records are still current. */
  record Unchanged<V>(int requests) implements PullResult<V> {}

  /** The source has nothing, and nothing of it is held. */
  record Absent<V>(String reason, int requests) implements PullResult<V> {}

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
