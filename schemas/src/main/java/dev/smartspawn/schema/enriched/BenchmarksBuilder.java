package dev.smartspawn.schema.enriched;

import org.jspecify.annotations.Nullable;

/** Builds benchmarks by the names of its components. */
public final class BenchmarksBuilder {

  private @Nullable Double arena;
  private @Nullable Double intelligenceIndex;
  private @Nullable Double codingIndex;
  private @Nullable Double mathIndex;
  private @Nullable Double mmluPro;
  private @Nullable Double gpqa;
  private @Nullable Double liveCodeBench;
  private @Nullable Double math500;
  private @Nullable Double ifEval;
  private @Nullable Double bbh;
  private @Nullable Double liveBenchCoding;
  private @Nullable Double liveBenchAgenticCoding;
  private @Nullable Double liveBenchReasoning;
  private @Nullable Double liveBenchMath;
  private @Nullable Double liveBenchLanguage;
  private @Nullable Double liveBenchIF;
  private @Nullable Double liveBenchDataAnalysis;

  public BenchmarksBuilder arena(@Nullable Double arena) {
    this.arena = arena;
    return this;
  }

  public BenchmarksBuilder intelligenceIndex(@Nullable Double intelligenceIndex) {
    this.intelligenceIndex = intelligenceIndex;
    return this;
  }

  public BenchmarksBuilder codingIndex(@Nullable Double codingIndex) {
    this.codingIndex = codingIndex;
    return this;
  }

  public BenchmarksBuilder mathIndex(@Nullable Double mathIndex) {
    this.mathIndex = mathIndex;
    return this;
  }

  public BenchmarksBuilder mmluPro(@Nullable Double mmluPro) {
    this.mmluPro = mmluPro;
    return this;
  }

  public BenchmarksBuilder gpqa(@Nullable Double gpqa) {
    this.gpqa = gpqa;
    return this;
  }

  public BenchmarksBuilder liveCodeBench(@Nullable Double liveCodeBench) {
    this.liveCodeBench = liveCodeBench;
    return this;
  }

  public BenchmarksBuilder math500(@Nullable Double math500) {
    this.math500 = math500;
    return this;
  }

  public BenchmarksBuilder ifEval(@Nullable Double ifEval) {
    this.ifEval = ifEval;
    return this;
  }

  public BenchmarksBuilder bbh(@Nullable Double bbh) {
    this.bbh = bbh;
    return this;
  }

  public BenchmarksBuilder liveBenchCoding(@Nullable Double liveBenchCoding) {
    this.liveBenchCoding = liveBenchCoding;
    return this;
  }

  public BenchmarksBuilder liveBenchAgenticCoding(@Nullable Double liveBenchAgenticCoding) {
    this.liveBenchAgenticCoding = liveBenchAgenticCoding;
    return this;
  }

  public BenchmarksBuilder liveBenchReasoning(@Nullable Double liveBenchReasoning) {
    this.liveBenchReasoning = liveBenchReasoning;
    return this;
  }

  public BenchmarksBuilder liveBenchMath(@Nullable Double liveBenchMath) {
    this.liveBenchMath = liveBenchMath;
    return this;
  }

  public BenchmarksBuilder liveBenchLanguage(@Nullable Double liveBenchLanguage) {
    this.liveBenchLanguage = liveBenchLanguage;
    return this;
  }

  public BenchmarksBuilder liveBenchIF(@Nullable Double liveBenchIF) {
    this.liveBenchIF = liveBenchIF;
    return this;
  }

  public BenchmarksBuilder liveBenchDataAnalysis(@Nullable Double liveBenchDataAnalysis) {
    this.liveBenchDataAnalysis = liveBenchDataAnalysis;
    return this;
  }

  public EnrichedModel.Benchmarks build() {
    return new EnrichedModel.Benchmarks(
        arena,
        intelligenceIndex,
        codingIndex,
        mathIndex,
        mmluPro,
        gpqa,
        liveCodeBench,
        math500,
        ifEval,
        bbh,
        liveBenchCoding,
        liveBenchAgenticCoding,
        liveBenchReasoning,
        liveBenchMath,
        liveBenchLanguage,
        liveBenchIF,
        liveBenchDataAnalysis);
  }
}
