package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.evaluation.RecordedPopulation;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one source says about one model moves no other model by much. Every row of a recording and
 * of three days is taken away with -Dremoved.rows=all, otherwise a fixed sample.
 */
class RemovedRowTest {

  private static final String ROWS = System.getProperty("removed.rows", "40");

  /** Score points, or a part of the stated error, whichever is larger. */
  private static final double POINTS = 0.3;

  private static final double PART_OF_ERROR = 0.25;

  /** One of a model's sources. */
  private record Row(CanonicalId model, Source source) {}

  @Test
  void movesNoOtherModel() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    List<LocalDate> days = recordings.days();
    Stream.concat(
            Stream.of(recordings),
            Stream.of(0, days.size() / 2, days.size() - 1)
                .filter(day -> day >= 0 && day < days.size())
                .map(day -> recordings.on(days.get(day))))
        .forEach(RemovedRowTest::removeRows);
  }

  private static void removeRows(SourceRecordings recordings) {
    List<MeasuredModel> population = RecordedPopulation.of(recordings);
    QualityRanking all = QualityRanking.of(population);
    List<Row> rows = rows(population);
    int sample = ROWS.equals("all") ? rows.size() : Math.min(rows.size(), Integer.parseInt(ROWS));
    for (int number = 0; number < sample; number++) {
      Row row = rows.get((int) ((long) number * rows.size() / sample));
      QualityRanking without = QualityRanking.of(without(row, population));
      for (MeasuredModel model : population) {
        if (!model.id().base().equals(row.model())) {
          compare(row, model.id(), all.estimates(model.id()), without.estimates(model.id()));
        }
      }
    }
  }

  private static void compare(
      Row row, CanonicalId id, Map<Category, Estimate> estimates, Map<Category, Estimate> others) {
    estimates.forEach(
        (category, estimate) ->
            assertThat(Math.abs(others.get(category).estimate() - estimate.estimate()))
                .as("%s of %s without %s", category, id, row)
                .isLessThanOrEqualTo(Math.max(POINTS, PART_OF_ERROR * estimate.error())));
  }

  /** What a source says of a model; for the catalogue, the model itself. */
  private static List<Row> rows(List<MeasuredModel> population) {
    List<Row> rows = new ArrayList<>();
    for (MeasuredModel model : population) {
      if (model.isOriginal()) {
        Set<Source> sources =
            model.values().keySet().stream()
                .map(Metric::source)
                .collect(Collectors.toCollection(TreeSet::new));
        sources.add(Source.OPENROUTER);
        sources.forEach(source -> rows.add(new Row(model.id(), source)));
      }
    }
    return rows;
  }

  private static List<MeasuredModel> without(Row row, List<MeasuredModel> population) {
    return population.stream()
        .filter(
            model ->
                !row.source().equals(Source.OPENROUTER) || !model.id().base().equals(row.model()))
        .map(model -> model.id().base().equals(row.model()) ? without(row.source(), model) : model)
        .toList();
  }

  private static MeasuredModel without(Source source, MeasuredModel model) {
    return model.without(
        model.values().keySet().stream()
            .filter(metric -> metric.source().equals(source))
            .collect(Collectors.toSet()));
  }
}
