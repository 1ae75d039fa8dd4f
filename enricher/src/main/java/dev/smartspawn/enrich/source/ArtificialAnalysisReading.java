package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.enrich.metric.MetricReadings;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.plausibility.FieldCheck;
import dev.smartspawn.enrich.plausibility.ValueRange;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Artificial Analysis: indices, evaluations and speed, one row per model and effort. */
public final class ArtificialAnalysisReading implements SourceReading<ArtificialAnalysisModel> {

  /** The source's second address renamed one of its evaluations. */
  private static final String GPQA_DIAMOND = "gpqa_diamond";

  private static final String GPQA = "gpqa";
  private static final String INDEX_SUFFIX = "_index";

  ArtificialAnalysisReading() {}

  @Override
  public Source source() {
    return Source.ARTIFICIAL_ANALYSIS;
  }

  @Override
  public Topic<String, Raw<ArtificialAnalysisModel>> topic() {
    return Topics.RAW_ARTIFICIAL_ANALYSIS;
  }

  @Override
  public NamedRecord named(ArtificialAnalysisModel row) {
    return new NamedRecord(
        source(),
        nameConvention(),
        row.key(),
        row.name(),
        row.slug(),
        row.creatorSlug(),
        row.releaseDate(),
        null);
  }

  @Override
  public Collection<MetricReading> readings(ArtificialAnalysisModel row) {
    MetricReadings readings = new MetricReadings(source());
    new TreeMap<>(row.evaluations())
        .forEach(
            (field, figure) ->
                readings.add(
                    metric(field),
                    figure,
                    field.endsWith(INDEX_SUFFIX) ? Unit.INDEX : Unit.FRACTION));
    readings.add(
        "output_tokens_per_second",
        Figure.positive(row.outputTokensPerSecond()),
        Unit.TOKENS_PER_SECOND);
    readings.add(
        "time_to_first_token", Figure.positive(row.timeToFirstTokenSeconds()), Unit.SECONDS);
    return readings.all();
  }

  @Override
  public Map<Metric, Double> figures(ArtificialAnalysisModel row) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    row.evaluations()
        .forEach(
            (field, value) ->
                Metric.of(source(), metric(field))
                    .ifPresent(metric -> Figure.put(figures, metric, value)));
    return figures;
  }

  /** A row counts even if it measures nothing that is shown. */
  @Override
  public boolean measures(ArtificialAnalysisModel row) {
    return true;
  }

  @Override
  public @Nullable ArtificialAnalysisModel plausible(
      ArtificialAnalysisModel row, FieldCheck check) {
    if (!check.isName("name", row.name()) || !check.isName("slug", row.slug())) {
      return null;
    }
    Map<String, Double> evaluations = new TreeMap<>();
    row.evaluations()
        .forEach(
            (field, figure) -> {
              @Nullable Double passed = check.figure(field, figure, range(field));
              if (passed != null) {
                evaluations.put(field, passed);
              }
            });
    ArtificialAnalysisModel checked =
        new ArtificialAnalysisModelBuilder(row)
            .releaseDate(check.past("release_date", row.releaseDate()))
            .evaluations(evaluations)
            .outputTokensPerSecond(
                check.figure(
                    "output_tokens_per_second",
                    row.outputTokensPerSecond(),
                    ValueRange.TOKENS_PER_SECOND))
            .timeToFirstTokenSeconds(
                check.figure(
                    "time_to_first_token",
                    row.timeToFirstTokenSeconds(),
                    ValueRange.WAITING_SECONDS))
            .build();
    return checked.equals(row) ? row : checked;
  }

  /**
   * An index without a metric may subtract wrong answers from right ones, as Omniscience does. It
   * counts in no estimate, so a wrong sign moves none.
   */
  private ValueRange range(String field) {
    if (!field.endsWith(INDEX_SUFFIX)) {
      return ValueRange.FRACTION;
    }
    return Metric.of(source(), field).isPresent() ? ValueRange.INDEX : ValueRange.SIGNED_INDEX;
  }

  private static String metric(String field) {
    return field.equals(GPQA_DIAMOND) ? GPQA : field;
  }
}
