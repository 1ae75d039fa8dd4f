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
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HF Open LLM Leaderboard: evaluations of repositories, one row per upload and precision. */
public final class HfLeaderboardReading implements SourceReading<HfEvaluation> {

  private static final List<String> PRECISIONS = List.of("bfloat16", "float16");

  /**
   * The maker's own upload, unflagged and unmerged, in bfloat16 before float16 before anything
   * smaller; then the most certain match, the highest average, the first key.
   */
  private static final Comparator<MatchedRecord<HfEvaluation>> REPRESENTATIVE_FIRST =
      Comparator.comparing(
              (MatchedRecord<HfEvaluation> one) -> !isTrue(one.record().officialProvider()))
          .thenComparing(one -> isTrue(one.record().flagged()))
          .thenComparing(one -> isTrue(one.record().merged()))
          .thenComparingInt(one -> precision(one.record()))
          .thenComparing(one -> one.match().confidence(), Comparator.reverseOrder())
          .thenComparing(one -> finiteAverage(one.record()), Comparator.reverseOrder())
          .thenComparing(one -> one.record().key());

  /** The maker's own upload, then the highest average. */
  private static final Comparator<MatchedRecord<HfEvaluation>> RANKED_FIRST =
      Comparator.comparing(
              (MatchedRecord<HfEvaluation> one) -> !isTrue(one.record().officialProvider()))
          .thenComparing(
              one -> Objects.requireNonNullElse(one.record().average(), Double.NEGATIVE_INFINITY),
              Comparator.reverseOrder())
          .thenComparing(one -> one.record().key());

  HfLeaderboardReading() {}

  @Override
  public Source source() {
    return Source.HF_LEADERBOARD;
  }

  @Override
  public Topic<String, Raw<HfEvaluation>> topic() {
    return Topics.RAW_HF_LEADERBOARD;
  }

  @Override
  public NameConvention nameConvention() {
    return NameConvention.REPOSITORY;
  }

  @Override
  public NamedRecord named(HfEvaluation row) {
    return new NamedRecord(
        source(),
        nameConvention(),
        row.key(),
        row.fullname(),
        null,
        null,
        null,
        row.officialProvider());
  }

  @Override
  public Collection<MetricReading> readings(HfEvaluation row) {
    MetricReadings readings = new MetricReadings(source());
    readings.add("average", row.average(), Unit.PERCENT);
    readings.add("ifeval", row.ifEval(), Unit.PERCENT);
    readings.add("bbh", row.bbh(), Unit.PERCENT);
    readings.add("math_lvl_5", row.mathLvl5(), Unit.PERCENT);
    readings.add("gpqa", row.gpqa(), Unit.PERCENT);
    readings.add("musr", row.musr(), Unit.PERCENT);
    readings.add("mmlu_pro", row.mmluPro(), Unit.PERCENT);
    return readings.all();
  }

  @Override
  public Map<Metric, Double> figures(HfEvaluation row) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    Figure.put(figures, Metric.HF_AVERAGE, row.average());
    Figure.put(figures, Metric.HF_IF_EVAL, row.ifEval());
    Figure.put(figures, Metric.HF_BBH, row.bbh());
    Figure.put(figures, Metric.HF_MATH, row.mathLvl5());
    Figure.put(figures, Metric.HF_GPQA, row.gpqa());
    Figure.put(figures, Metric.HF_MUSR, row.musr());
    Figure.put(figures, Metric.HF_MMLU_PRO, row.mmluPro());
    return figures;
  }

  @Override
  public @Nullable HfEvaluation plausible(HfEvaluation row, FieldCheck check) {
    if (!check.isName("fullname", row.fullname())) {
      return null;
    }
    HfEvaluation checked =
        new HfEvaluationBuilder(row)
            .average(check.figure("average", row.average(), ValueRange.PERCENT))
            .ifEval(check.figure("ifeval", row.ifEval(), ValueRange.PERCENT))
            .bbh(check.figure("bbh", row.bbh(), ValueRange.PERCENT))
            .mathLvl5(check.figure("math_lvl_5", row.mathLvl5(), ValueRange.PERCENT))
            .gpqa(check.figure("gpqa", row.gpqa(), ValueRange.PERCENT))
            .musr(check.figure("musr", row.musr(), ValueRange.PERCENT))
            .mmluPro(check.figure("mmlu_pro", row.mmluPro(), ValueRange.PERCENT))
            .build();
    return checked.equals(row) ? row : checked;
  }

  /** A row counts even if it measures nothing that is shown. */
  @Override
  public boolean measures(HfEvaluation row) {
    return true;
  }

  /** Every row is measured without reasoning, so the effort decides nothing. */
  @Override
  public Optional<MatchedRecord<HfEvaluation>> representative(
      List<MatchedRecord<HfEvaluation>> records, DefaultEffort effort) {
    return records.stream().min(REPRESENTATIVE_FIRST);
  }

  @Override
  public Optional<MatchedRecord<HfEvaluation>> ranked(
      List<MatchedRecord<HfEvaluation>> records, DefaultEffort effort) {
    return records.stream().min(RANKED_FIRST);
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private static int precision(HfEvaluation evaluation) {
    int rank = PRECISIONS.indexOf(Objects.requireNonNullElse(evaluation.precision(), ""));
    return rank < 0 ? PRECISIONS.size() : rank;
  }

  private static double finiteAverage(HfEvaluation evaluation) {
    @Nullable Double average = Figure.plain(evaluation.average());
    return average == null ? Double.NEGATIVE_INFINITY : average;
  }
}
