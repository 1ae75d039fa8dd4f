package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.raw.HfEvaluation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the HF Open LLM Leaderboard measured of one model. */
record HfFigures(@Nullable HfEvaluation evaluation) {

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

  private @Nullable Double figure(Function<HfEvaluation, @Nullable Double> metric) {
    return evaluation == null ? null : Figure.plain(metric.apply(evaluation));
  }
}
