package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.MatchedRecord;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.raw.HfEvaluation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the HF Open LLM Leaderboard measured of one model. Of several evaluations the maker's own
 * upload counts, unflagged and unmerged, in bfloat16 before float16 before anything smaller; then
 * the most certainly matched, the one with the highest average, the first by key.
 */
record HfFigures(@Nullable HfEvaluation evaluation) {

  private static final List<String> PRECISIONS = List.of("bfloat16", "float16");

  private static final Comparator<MatchedRecord<HfEvaluation>> BEST_FIRST =
      Comparator.comparing(
              (MatchedRecord<HfEvaluation> f) -> !isTrue(f.record().officialProvider()))
          .thenComparing(f -> isTrue(f.record().flagged()))
          .thenComparing(f -> isTrue(f.record().merged()))
          .thenComparingInt(f -> precision(f.record()))
          .thenComparing(f -> f.match().confidence(), Comparator.reverseOrder())
          .thenComparing(f -> average(f.record()), Comparator.reverseOrder())
          .thenComparing(f -> f.record().key());

  /** The evaluation that counts. */
  static Optional<MatchedRecord<HfEvaluation>> best(List<MatchedRecord<HfEvaluation>> findings) {
    return findings.stream().min(BEST_FIRST);
  }

  @Nullable Double mmluPro() {
    return figure(HfEvaluation::mmluPro);
  }

  @Nullable Double gpqa() {
    return figure(HfEvaluation::gpqa);
  }

  @Nullable Double ifEval() {
    return figure(HfEvaluation::ifEval);
  }

  @Nullable Double bbh() {
    return figure(HfEvaluation::bbh);
  }

  boolean isPresent() {
    return evaluation != null;
  }

  private @Nullable Double figure(Function<HfEvaluation, @Nullable Double> metric) {
    return evaluation == null ? null : Figure.plain(metric.apply(evaluation));
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private static int precision(HfEvaluation evaluation) {
    int rank = PRECISIONS.indexOf(Objects.requireNonNullElse(evaluation.precision(), ""));
    return rank < 0 ? PRECISIONS.size() : rank;
  }

  private static double average(HfEvaluation evaluation) {
    @Nullable Double average = Figure.plain(evaluation.average());
    return average == null ? Double.NEGATIVE_INFINITY : average;
  }
}
