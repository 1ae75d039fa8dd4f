package dev.smartspawn.schema.raw;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an evaluation by the names of its components. */
public final class HfEvaluationBuilder {

  private @Nullable String evalName;
  private @Nullable String fullname;
  private @Nullable String precision;
  private @Nullable String type;
  private @Nullable String sha;
  private @Nullable Double paramsBillions;
  private @Nullable Boolean officialProvider;
  private @Nullable Boolean flagged;
  private @Nullable Boolean merged;
  private @Nullable String baseModel;
  private @Nullable Double average;
  private @Nullable Double ifEval;
  private @Nullable Double bbh;
  private @Nullable Double mathLvl5;
  private @Nullable Double gpqa;
  private @Nullable Double musr;
  private @Nullable Double mmluPro;

  /** Begins with nothing. */
  public HfEvaluationBuilder() {}

  /** Begins with a row. */
  public HfEvaluationBuilder(HfEvaluation row) {
    evalName = row.evalName();
    fullname = row.fullname();
    precision = row.precision();
    type = row.type();
    sha = row.sha();
    paramsBillions = row.paramsBillions();
    officialProvider = row.officialProvider();
    flagged = row.flagged();
    merged = row.merged();
    baseModel = row.baseModel();
    average = row.average();
    ifEval = row.ifEval();
    bbh = row.bbh();
    mathLvl5 = row.mathLvl5();
    gpqa = row.gpqa();
    musr = row.musr();
    mmluPro = row.mmluPro();
  }

  public HfEvaluationBuilder evalName(String evalName) {
    this.evalName = evalName;
    return this;
  }

  public HfEvaluationBuilder fullname(String fullname) {
    this.fullname = fullname;
    return this;
  }

  public HfEvaluationBuilder precision(@Nullable String precision) {
    this.precision = precision;
    return this;
  }

  public HfEvaluationBuilder type(@Nullable String type) {
    this.type = type;
    return this;
  }

  public HfEvaluationBuilder sha(@Nullable String sha) {
    this.sha = sha;
    return this;
  }

  public HfEvaluationBuilder paramsBillions(@Nullable Double paramsBillions) {
    this.paramsBillions = paramsBillions;
    return this;
  }

  public HfEvaluationBuilder officialProvider(@Nullable Boolean officialProvider) {
    this.officialProvider = officialProvider;
    return this;
  }

  public HfEvaluationBuilder flagged(@Nullable Boolean flagged) {
    this.flagged = flagged;
    return this;
  }

  public HfEvaluationBuilder merged(@Nullable Boolean merged) {
    this.merged = merged;
    return this;
  }

  public HfEvaluationBuilder baseModel(@Nullable String baseModel) {
    this.baseModel = baseModel;
    return this;
  }

  public HfEvaluationBuilder average(@Nullable Double average) {
    this.average = average;
    return this;
  }

  public HfEvaluationBuilder ifEval(@Nullable Double ifEval) {
    this.ifEval = ifEval;
    return this;
  }

  public HfEvaluationBuilder bbh(@Nullable Double bbh) {
    this.bbh = bbh;
    return this;
  }

  public HfEvaluationBuilder mathLvl5(@Nullable Double mathLvl5) {
    this.mathLvl5 = mathLvl5;
    return this;
  }

  public HfEvaluationBuilder gpqa(@Nullable Double gpqa) {
    this.gpqa = gpqa;
    return this;
  }

  public HfEvaluationBuilder musr(@Nullable Double musr) {
    this.musr = musr;
    return this;
  }

  public HfEvaluationBuilder mmluPro(@Nullable Double mmluPro) {
    this.mmluPro = mmluPro;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public HfEvaluation build() {
    return new HfEvaluation(
        Objects.requireNonNull(evalName, "evalName"),
        Objects.requireNonNull(fullname, "fullname"),
        precision,
        type,
        sha,
        paramsBillions,
        officialProvider,
        flagged,
        merged,
        baseModel,
        average,
        ifEval,
        bbh,
        mathLvl5,
        gpqa,
        musr,
        mmluPro);
  }
}
