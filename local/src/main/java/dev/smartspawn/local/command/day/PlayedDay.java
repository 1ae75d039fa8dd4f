package dev.smartspawn.local.command.day;

import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.StandardQuestion;
import java.time.LocalDate;
import java.util.Map;

/**
 * What was answered on one day.
 *
 * @param models the table
 * @param picks question to the model that was picked; questions without an answer are absent
 * @param since question to the day since when that is the answer; absent where it is not said
 * @param best question to the model with the highest lower bound
 * @param codingWithoutVotes coding estimates, 0 to 100, as if LMArena had measured nothing
 * @param reported how many changes of each kind were reported
 * @param seconds from the command to refresh until the answers had everything
 */
record PlayedDay(
    LocalDate day,
    Map<CanonicalId, DayModel> models,
    Map<StandardQuestion, CanonicalId> picks,
    Map<StandardQuestion, AnsweredSince> since,
    Map<StandardQuestion, CanonicalId> best,
    Map<CanonicalId, Double> codingWithoutVotes,
    Map<Kind, Integer> reported,
    double seconds) {

  PlayedDay with(Map<Kind, Integer> changes) {
    return new PlayedDay(day, models, picks, since, best, codingWithoutVotes, changes, seconds);
  }
}
