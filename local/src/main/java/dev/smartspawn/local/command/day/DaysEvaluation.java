package dev.smartspawn.local.command.day;

import dev.smartspawn.enrich.evaluation.RankCorrelation;
import dev.smartspawn.local.command.day.DaysReport.Day;
import dev.smartspawn.local.command.day.DaysReport.Movement;
import dev.smartspawn.local.command.day.DaysReport.PickChange;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.StandardQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares each day with the day before and with the last one. Pure. */
final class DaysEvaluation {

  /** Half a point: a smaller step is not counted. */
  private static final double STEP = 0.5;

  private static final int WEEK = 7;
  private static final int FEWEST_MODELS = 10;
  private static final double PERCENT = 100;

  private final List<PlayedDay> days;

  private DaysEvaluation(List<PlayedDay> days) {
    this.days = days;
  }

  /**
   * @param days in order, at least one
   */
  static DaysReport of(List<PlayedDay> days) {
    DaysEvaluation evaluation = new DaysEvaluation(days);
    List<PickChange> changes = evaluation.pickChanges(PlayedDay::picks);
    List<PickChange> unsteady = evaluation.pickChanges(PlayedDay::best);
    List<Movement> movements = new ArrayList<>();
    for (Category category : Category.values()) {
      movements.add(evaluation.movement(category));
    }
    return new DaysReport(
        StandardQuestion.ALL.size(),
        movements,
        evaluation.meanLoss(),
        changes,
        unsteady,
        evaluation.rows(changes));
  }

  /** The steps of one category from one day to the next. */
  private record Steps(int count, int uncaused, double largest) {

    static Steps between(PlayedDay before, PlayedDay after, Category category) {
      int count = 0;
      int uncaused = 0;
      double largest = 0;
      for (Map.Entry<CanonicalId, DayModel> row : after.models().entrySet()) {
        @Nullable DayModel old = before.models().get(row.getKey());
        @Nullable QualityEstimate to = row.getValue().estimates().get(category);
        @Nullable QualityEstimate from = old == null ? null : old.estimates().get(category);
        if (old == null || from == null || to == null) {
          continue;
        }
        count++;
        double size = Math.abs(to.estimate() - from.estimate());
        if (old.isSame(row.getValue())) {
          largest = Math.max(largest, size);
          uncaused += size > STEP ? 1 : 0;
        }
      }
      return new Steps(count, uncaused, largest);
    }

    private double share() {
      return count == 0 ? 0 : PERCENT * uncaused / count;
    }
  }

  private Movement movement(Category category) {
    int steps = 0;
    int uncaused = 0;
    double largest = 0;
    double worst = 0;
    @Nullable LocalDate worstDay = null;
    for (int day = 1; day < days.size(); day++) {
      Steps found = Steps.between(days.get(day - 1), days.get(day), category);
      steps += found.count();
      uncaused += found.uncaused();
      largest = Math.max(largest, found.largest());
      if (found.share() > worst) {
        worst = found.share();
        worstDay = days.get(day).day();
      }
    }
    double share = steps == 0 ? 0 : PERCENT * uncaused / steps;
    return new Movement(category, steps, uncaused, share, largest, worstDay, worst);
  }

  private double meanLoss() {
    return days.stream()
        .flatMap(
            day ->
                day.picks().keySet().stream()
                    .filter(day.best()::containsKey)
                    .map(question -> loss(day, question)))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static double loss(PlayedDay day, StandardQuestion question) {
    return low(day, question, day.best()) - low(day, question, day.picks());
  }

  private static double low(
      PlayedDay day, StandardQuestion question, Map<StandardQuestion, CanonicalId> answers) {
    @Nullable DayModel model = day.models().get(answers.get(question));
    @Nullable QualityEstimate estimate =
        model == null ? null : model.estimates().get(question.category());
    return estimate == null ? 0 : estimate.low();
  }

  private List<PickChange> pickChanges(
      Function<PlayedDay, Map<StandardQuestion, CanonicalId>> answers) {
    List<PickChange> changes = new ArrayList<>();
    for (int day = 1; day < days.size(); day++) {
      for (StandardQuestion question : StandardQuestion.ALL) {
        pickChange(day, question, answers).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private Optional<PickChange> pickChange(
      int day,
      StandardQuestion question,
      Function<PlayedDay, Map<StandardQuestion, CanonicalId>> answers) {
    PlayedDay before = days.get(day - 1);
    PlayedDay after = days.get(day);
    @Nullable CanonicalId from = answers.apply(before).get(question);
    @Nullable CanonicalId to = answers.apply(after).get(question);
    if (from == null || to == null || from.equals(to)) {
      return Optional.empty();
    }
    boolean back =
        days.subList(0, day).stream()
            .filter(earlier -> !earlier.day().isBefore(after.day().minusDays(WEEK)))
            .anyMatch(earlier -> to.equals(answers.apply(earlier).get(question)));
    PickCause cause = PickCause.of(question, before.models(), from, after.models(), to);
    return Optional.of(new PickChange(after.day(), question, from, to, cause, back));
  }

  private List<Day> rows(List<PickChange> changes) {
    List<Day> rows = new ArrayList<>();
    for (int number = 0; number < days.size(); number++) {
      PlayedDay day = days.get(number);
      Map<Category, Double> uncaused = new EnumMap<>(Category.class);
      Map<Category, Double> correlation = new EnumMap<>(Category.class);
      for (Category category : Category.values()) {
        if (number > 0) {
          uncaused.put(category, Steps.between(days.get(number - 1), day, category).share());
        }
        correlation(day, category, last -> estimate(last, category))
            .ifPresent(found -> correlation.put(category, found));
      }
      OptionalDouble byVotes = correlation(day, Category.CODING, DayModel::votes);
      OptionalDouble withoutVotes = correlation(day.codingWithoutVotes()::get, DayModel::votes);
      rows.add(
          new Day(
              day.day(),
              day.models().size(),
              (int) changes.stream().filter(change -> change.day().equals(day.day())).count(),
              day.reported(),
              uncaused,
              correlation,
              byVotes.isPresent() ? byVotes.getAsDouble() : null,
              withoutVotes.isPresent() ? withoutVotes.getAsDouble() : null,
              day.seconds()));
    }
    return rows;
  }

  /** Of a day's estimates with a value of the last day, over the models that have both. */
  private OptionalDouble correlation(
      PlayedDay day, Category category, Function<DayModel, @Nullable Double> ofLastDay) {
    return correlation(
        id -> {
          @Nullable DayModel now = day.models().get(id);
          return now == null ? null : estimate(now, category);
        },
        ofLastDay);
  }

  private OptionalDouble correlation(
      Function<CanonicalId, @Nullable Double> ofTheDay,
      Function<DayModel, @Nullable Double> ofLastDay) {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    days.get(days.size() - 1)
        .models()
        .forEach(
            (id, last) -> {
              @Nullable Double estimate = ofTheDay.apply(id);
              @Nullable Double known = ofLastDay.apply(last);
              if (estimate != null && known != null) {
                ours.add(estimate);
                theirs.add(known);
              }
            });
    return ours.size() < FEWEST_MODELS
        ? OptionalDouble.empty()
        : OptionalDouble.of(RankCorrelation.spearman(array(ours), array(theirs)));
  }

  private static @Nullable Double estimate(DayModel model, Category category) {
    @Nullable QualityEstimate estimate = model.estimates().get(category);
    return estimate == null ? null : estimate.estimate();
  }

  private static double[] array(List<Double> values) {
    return IntStream.range(0, values.size()).mapToDouble(values::get).toArray();
  }
}
