package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.enrich.metric.MetricReadings;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.plausibility.FieldCheck;
import dev.smartspawn.enrich.plausibility.ValueRange;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** LiveBench: a fraction per category, whose spelling changes from release to release. */
public final class LiveBenchReading implements SourceReading<LiveBenchResult> {

  private static final Map<String, String> SYNONYMS =
      Map.of("mathematics", "math", "if", "instruction_following");

  LiveBenchReading() {}

  @Override
  public Source source() {
    return Source.LIVEBENCH;
  }

  @Override
  public Topic<String, Raw<LiveBenchResult>> topic() {
    return Topics.RAW_LIVEBENCH;
  }

  @Override
  public NameConvention nameConvention() {
    return NameConvention.BASE_MEANS_NOT_THINKING;
  }

  @Override
  public NamedRecord named(LiveBenchResult result) {
    return new NamedRecord(
        source(), nameConvention(), result.key(), result.model(), null, null, null, null);
  }

  /** The categories, which are the means of everything else it measures. */
  @Override
  public Collection<MetricReading> readings(LiveBenchResult result) {
    MetricReadings readings = new MetricReadings(source());
    byCategory(result).forEach((category, score) -> readings.add(category, score, Unit.FRACTION));
    return readings.all();
  }

  @Override
  public Map<Metric, Double> figures(LiveBenchResult result) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    result
        .categoryScores()
        .forEach(
            (spelled, value) ->
                Metric.of(source(), category(spelled))
                    .ifPresent(metric -> Figure.put(figures, metric, value)));
    if (!figures.isEmpty()) {
      double sum = figures.values().stream().mapToDouble(Double::doubleValue).sum();
      figures.put(Metric.LIVEBENCH_AVERAGE, sum / figures.size());
    }
    return figures;
  }

  @Override
  public boolean measures(LiveBenchResult result) {
    return !byCategory(result).isEmpty();
  }

  @Override
  public @Nullable LiveBenchResult plausible(LiveBenchResult result, FieldCheck check) {
    if (!check.isName("model", result.model())) {
      return null;
    }
    Map<String, Double> categories = new TreeMap<>();
    result
        .categoryScores()
        .forEach(
            (category, score) -> {
              @Nullable Double passed =
                  check.figure(category(category), score, ValueRange.FRACTION);
              if (passed != null) {
                categories.put(category, passed);
              }
            });
    return categories.size() == result.categoryScores().size()
        ? result
        : new LiveBenchResult(result.model(), result.taskScores(), categories, result.questions());
  }

  /** Fractions by the category's one name, however the source spells it. */
  public static SortedMap<String, Double> byCategory(LiveBenchResult result) {
    SortedMap<String, Double> byCategory = new TreeMap<>();
    new TreeMap<>(result.categoryScores())
        .forEach((spelled, score) -> byCategory.putIfAbsent(category(spelled), score));
    return byCategory;
  }

  private static String category(String spelled) {
    String plain = spelled.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return SYNONYMS.getOrDefault(plain, plain);
  }
}
