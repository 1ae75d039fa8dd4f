package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.question.StandardQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to estimates and picks over recorded days.
 *
 * @param questions how many were asked every day
 * @param movements by category
 * @param meanLoss what the pick's lower bound lacks of the highest one, over all questions and
 *     days, points
 * @param pickChanges in the order of the days
 * @param unsteadyChanges those of answers that are always the highest lower bound
 * @param days in order
 */
record DaysReport(
    int questions,
    List<Movement> movements,
    double meanLoss,
    List<PickChange> pickChanges,
    List<PickChange> unsteadyChanges,
    List<Day> days) {

  /**
   * How estimates of a category moved from one day to the next.
   *
   * @param steps models with an estimate on both days, over all days
   * @param uncaused steps of more than half a point although nothing of the model's own changed
   * @param share {@code uncaused} of {@code steps}, percent
   * @param largest of the steps without a cause, points
   * @param worstDay the day with the largest share; absent if no step was uncaused
   * @param worstShare on that day, percent
   */
  record Movement(
      Category category,
      int steps,
      int uncaused,
      double share,
      double largest,
      @Nullable LocalDate worstDay,
      double worstShare) {}

  /**
   * @param back whether the question was answered by {@code to} at most seven days earlier
   */
  record PickChange(
      LocalDate day,
      StandardQuestion question,
      CanonicalId from,
      CanonicalId to,
      PickCause cause,
      boolean back) {}

  /**
   * One day.
   *
   * @param picksChanged since the day before
   * @param reported changes by kind
   * @param uncaused by category, the share of steps without a cause, percent
   * @param correlation by category, of the day's estimates with the last day's (Spearman)
   * @param codingByVotes of the day's coding estimates with the last day's ratings of web
   *     development, which are not evidence, although other votes of the same laboratory are;
   *     absent if too few models have one
   * @param codingByVotesLeftOut the same, where LMArena is left out of the evidence: its votes
   *     judge and do not help
   * @param seconds from the command to refresh until it was in the answers
   */
  record Day(
      LocalDate day,
      int models,
      int picksChanged,
      Map<Kind, Integer> reported,
      Map<Category, Double> uncaused,
      Map<Category, Double> correlation,
      @Nullable Double codingByVotes,
      @Nullable Double codingByVotesLeftOut,
      double seconds) {}

  /** For machines. */
  String json() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain records did not become JSON", e);
    }
  }
}
