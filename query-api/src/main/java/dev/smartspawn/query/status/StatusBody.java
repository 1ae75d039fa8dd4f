package dev.smartspawn.query.status;

import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /status}. */
public record StatusBody(Status data) {

  /**
   * @param status {@code ok}; {@code degraded} when a source is not; {@code starting} until a whole
   *     table is served
   * @param lastRefresh when a pull was last applied and visible; absent before the first
   * @param lastClosed when a refresh was last closed: every pull it began had ended, and answers
   *     may have changed; absent before the first
   * @param awaiting the sources whose first pull is not in the served models yet
   * @param sources the pulled sources, by {@link dev.smartspawn.schema.source.Source#statusField()}
   * @param reference the two files, likewise
   */
  public record Status(
      String status,
      @Nullable Instant lastRefresh,
      @Nullable Instant lastClosed,
      int modelCount,
      List<Source> awaiting,
      Map<String, SourceBody> sources,
      Map<String, SourceBody> reference,
      String version) {}

  /**
   * @param lastPull when the pull began whose records are served
   * @param count records served
   * @param reason why the status is not ok
   * @param origin live, or the authored snapshot
   * @param lastAttempt when the source was last pulled, successfully or not
   * @param nextPull when the schedule pulls it next
   * @param refreshing a pull is running
   * @param applied the served models have this pull in them
   * @param rejected entries of the last answer that could not be used
   * @param refused field to the number of its values that were left out because they cannot be read
   *     or cannot be true
   * @param newEditions metrics that are left out because many of their figures are off their scale:
   *     a sign that the source has begun a new edition
   * @param use a sentence per board: what is used of it and why. Empty unless another source
   *     publishes the same figures
   * @param attribution the publisher to name where the source's figures are shown
   */
  public record SourceBody(
      Outcome status,
      @Nullable Instant lastPull,
      int count,
      @Nullable String reason,
      @Nullable Origin origin,
      @Nullable Instant lastAttempt,
      @Nullable Instant nextPull,
      boolean refreshing,
      boolean applied,
      int rejected,
      Map<String, Integer> refused,
      List<String> newEditions,
      List<String> use,
      @Nullable Attribution attribution) {}
}
