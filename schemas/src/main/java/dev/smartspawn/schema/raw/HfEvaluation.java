package dev.smartspawn.schema.raw;

import org.jspecify.annotations.Nullable;

/**
 * A row of the (retired, frozen) HF Open LLM Leaderboard. Figures are from 0 to 100; random
 * guessing scores 0.
 *
 * @param evalName unique; consists of full name, precision and revision
 * @param fullname Hugging Face repository; several rows may share one
 * @param type the board's own class, such as {@code chatmodels} or {@code pretrained}
 * @param paramsBillions parameters, in billions
 * @param officialProvider whether the board considers the uploader to be the maker
 */
public record HfEvaluation(
    String evalName,
    String fullname,
    @Nullable String precision,
    @Nullable String type,
    @Nullable String sha,
    @Nullable Double paramsBillions,
    @Nullable Boolean officialProvider,
    @Nullable Boolean flagged,
    @Nullable Boolean merged,
    @Nullable String baseModel,
    @Nullable Double average,
    @Nullable Double ifEval,
    @Nullable Double bbh,
    @Nullable Double mathLvl5,
    @Nullable Double gpqa,
    @Nullable Double musr,
    @Nullable Double mmluPro)
    implements RawRecord {

  public HfEvaluation {
    Required.text("evalName", evalName);
    Required.text("fullname", fullname);
  }

  @Override
  public String key() {
    return evalName;
  }
}
