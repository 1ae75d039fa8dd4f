package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.evaluation.EvaluationReport;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Finding;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Single;
import dev.smartspawn.enrich.evaluation.HoldOutTrial;
import dev.smartspawn.enrich.evaluation.RankCorrelation;
import dev.smartspawn.enrich.evaluation.RankingEvaluation;
import dev.smartspawn.enrich.evaluation.RecordedPopulation;
import dev.smartspawn.enrich.evaluation.SpecificationRanking;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** What the order is worth on real figures; skipped where the recordings are not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedRankingTest {

  private static final Set<Category> PICKED_FOR =
      Set.of(Category.CODING, Category.REASONING, Category.GENERAL);

  private static final double TOP = 0.15;

  /** A difference under this is chance. */
  private static final double NOISE = 0.03;

  private static final int HALVES = 6;

  private List<MeasuredModel> population = List.of();
  private List<MeasuredModel> judgedBefore = List.of();
  private EvaluationReport withoutDataset = new EvaluationReport(List.of());
  private EvaluationReport report = new EvaluationReport(List.of());
  private Map<String, List<Double>> onHalves = Map.of();

  @BeforeAll
  void evaluate() {
    population = RecordedPopulation.of(SourceRecordings.assumePresent());
    report = RankingEvaluation.of(population, SpecificationRanking.ordering());
    List<MeasuredModel> before =
        RecordedPopulation.withoutArenaDataset(SourceRecordings.assumePresent());
    withoutDataset = RankingEvaluation.of(before, SpecificationRanking.ordering());
    judgedBefore = before;
    onHalves = correlationsOnHalves(RankingConstants.STANDARD);
  }

  @ParameterizedTest
  @CsvSource({
    "CODING,    LIVEBENCH_AGENTIC_CODING, 0.80",
    "REASONING, LIVEBENCH_REASONING,      0.70",
    "CODING,    AA_CODING,                0.75",
  })
  void theLeftOutSourceIsForeseen(Category category, Metric truth, double target) {
    assertThat(withoutDataset.finding(category, truth).orElseThrow().spearman().value())
        .isGreaterThanOrEqualTo(target);
    assertThat(onModelsJudgedBefore(category, truth, population)).isGreaterThanOrEqualTo(target);
  }

  /**
   * LMArena's data set lets more models be judged. On the models that were judged before it, the
   * order is as good as before, or better.
   */
  @ParameterizedTest
  @CsvSource({
    "CODING,     LIVEBENCH_AGENTIC_CODING, -0.01",
    "CODING,     LIVEBENCH_CODING,          0.02",
    "CODING,     AA_CODING,                 0",
    "CODING,     EMBEDDED_CODING,           0",
    "REASONING,  LIVEBENCH_REASONING,       0",
    "REASONING,  AA_GPQA,                   0",
    "GENERAL,    LIVEBENCH_AVERAGE,         0",
    "GENERAL,    AA_INTELLIGENCE,          -0.01",
    "CREATIVE,   LIVEBENCH_LANGUAGE,        0.05",
    "CREATIVE,   ARENA_TEXT,               -0.01",
    "RESEARCH,   LIVEBENCH_DATA_ANALYSIS,   0.01",
    "RESEARCH,   AA_LONG_CONTEXT,          -0.01",
    "VISION,     ARENA_VISION,              0",
  })
  void arenaDatasetDoesNotWorsenTheOrder(Category category, Metric truth, double gain) {
    double before = onModelsJudgedBefore(category, truth, judgedBefore);
    double after = onModelsJudgedBefore(category, truth, population);
    System.out.printf("%s by %s: %.3f, with the data set %.3f%n", category, truth, before, after);

    assertThat(after - before).isGreaterThanOrEqualTo(gain);
  }

  /** The correlation of the order that is learned from {@code all} without the laboratory. */
  private double onModelsJudgedBefore(Category category, Metric truth, List<MeasuredModel> all) {
    HoldOutTrial trial =
        HoldOutTrial.ALL.stream()
            .filter(one -> one.category() == category && one.truth() == truth)
            .findFirst()
            .orElseThrow();
    List<CanonicalId> order =
        QualityRanking.of(all.stream().map(model -> model.without(trial.hidden())).toList())
            .order(category);
    List<MeasuredModel> judged =
        judgedBefore.stream()
            .filter(model -> model.isOriginal() && model.has(truth) && model.promptPrice() >= 0)
            .filter(model -> order.contains(model.id()) && trial.isMeasuredByOthers(model))
            .toList();
    return RankCorrelation.spearman(
        judged.stream().mapToDouble(model -> model.value(truth)).toArray(),
        judged.stream().mapToDouble(model -> -order.indexOf(model.id())).toArray());
  }

  @Test
  void noSingleSourceIsBetterByMoreThanTheInterval() {
    assertThat(report.findings())
        .allSatisfy(
            finding -> {
              Single single = finding.bestSingle();
              if (single != null) {
                assertThat(single.ours()).isGreaterThanOrEqualTo(single.spearman().low());
              }
            });
  }

  @Test
  void thePickAtEachBudgetIsAmongTheBest() {
    List<Finding> judged =
        report.findings().stream()
            .filter(finding -> PICKED_FOR.contains(finding.category()))
            .filter(Finding::decisive)
            .toList();
    assertThat(judged).hasSizeGreaterThan(6);
    assertThat(judged)
        .allSatisfy(
            finding ->
                assertThat(finding.picks())
                    .allSatisfy(
                        pick ->
                            assertThat(pick.standing())
                                .as("%s by %s: %s", finding.category(), finding.truth(), pick)
                                .isLessThanOrEqualTo(TOP)));
  }

  /** Learned from a random half of the models, the order of the other half is as good. */
  @Test
  void whatHalfOfTheModelsTeachHoldsForTheOtherHalf() {
    System.out.println("Spearman on the half that was not learned from: " + text(onHalves));

    assertThat(mean(onHalves.get("livebench/agentic_coding"))).isGreaterThan(0.70);
    assertThat(mean(onHalves.get("livebench/reasoning"))).isGreaterThan(0.70);
    assertThat(mean(onHalves.get("artificial-analysis/coding_index"))).isGreaterThan(0.75);
  }

  /** None of the constants was fitted: other ones do as well, on any half of the models. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "half the share of blame,       0.2, 4, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.25",
    "more of the blame,             0.7, 4, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.25",
    "half the freedom,              0.4, 2, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.25",
    "twice the freedom,             0.4, 8, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.25",
    "half the drift,                0.4, 4, 0.05, 4, 1,   0.3,  4, 0.45, 1, 0.25",
    "twice the drift,               0.4, 4, 0.2,  4, 1,   0.3,  4, 0.45, 1, 0.25",
    "half the prior's worth,        0.4, 4, 0.1,  2, 1,   0.3,  4, 0.45, 1, 0.25",
    "twice the prior's worth,       0.4, 4, 0.1,  8, 1,   0.3,  4, 0.45, 1, 0.25",
    "half the width,                0.4, 4, 0.1,  4, 0.5, 0.3,  4, 0.45, 1, 0.25",
    "half a laboratory's error,     0.4, 4, 0.1,  4, 1,   0.15, 4, 0.45, 1, 0.25",
    "twice a laboratory's error,    0.4, 4, 0.1,  4, 1,   0.6,  4, 0.45, 1, 0.25",
    "half that error's worth,       0.4, 4, 0.1,  4, 1,   0.3,  2, 0.45, 1, 0.25",
    "twice that error's worth,      0.4, 4, 0.1,  4, 1,   0.3,  8, 0.45, 1, 0.25",
    "half an unheard one's error,   0.4, 4, 0.1,  4, 1,   0.3,  4, 0.22, 1, 0.25",
    "twice an unheard one's error,  0.4, 4, 0.1,  4, 1,   0.3,  4, 0.9, 1, 0.25",
    "half its worth,                0.4, 4, 0.1,  4, 1,   0.3,  4, 0.45, 0.5, 0.25",
    "twice its worth,               0.4, 4, 0.1,  4, 1,   0.3,  4, 0.45, 2, 0.25",
    "half a stand-in's error,       0.4, 4, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.12",
    "twice a stand-in's error,      0.4, 4, 0.1,  4, 1,   0.3,  4, 0.45, 1, 0.5",
  })
  void constantsMatterLessThanChance(ArgumentsAccessor row) {
    RankingConstants others =
        new RankingConstants(
            row.getDouble(1),
            row.getDouble(2),
            row.getDouble(3),
            row.getDouble(4),
            row.getDouble(5),
            row.getDouble(6),
            row.getDouble(7),
            row.getDouble(8),
            row.getDouble(9),
            row.getDouble(10));
    Map<String, List<Double>> other = correlationsOnHalves(others);
    System.out.println(row.getString(0) + ": " + text(other));

    assertThat(mean(all(other)) - mean(all(onHalves))).isBetween(-NOISE, NOISE);
  }

  private Finding finding(Category category, Metric truth) {
    return report.finding(category, truth).orElseThrow();
  }

  private Map<String, List<Double>> correlationsOnHalves(RankingConstants constants) {
    Map<String, List<Double>> byTrial = new TreeMap<>();
    for (HoldOutTrial trial : HoldOutTrial.ALL) {
      for (int seed = 0; seed < HALVES; seed++) {
        List<MeasuredModel> shuffled = new ArrayList<>(population);
        Collections.shuffle(shuffled, new Random(seed));
        Set<MeasuredModel> learnedFrom = Set.copyOf(shuffled.subList(0, shuffled.size() / 2));
        double correlation = correlation(trial, learnedFrom, constants);
        if (Double.isFinite(correlation)) {
          byTrial.computeIfAbsent(trial.truth().id(), unused -> new ArrayList<>()).add(correlation);
        }
      }
    }
    return byTrial;
  }

  private double correlation(
      HoldOutTrial trial, Set<MeasuredModel> learnedFrom, RankingConstants constants) {
    List<MeasuredModel> judged =
        population.stream()
            .filter(trial::judges)
            .filter(trial::isMeasuredByOthers)
            .filter(model -> !learnedFrom.contains(model))
            .toList();
    if (judged.size() < RankingEvaluation.FEWEST_MODELS) {
      return Double.NaN;
    }
    CategoryRanking learned = learned(trial, learnedFrom, constants);
    return RankCorrelation.spearman(
        judged.stream().mapToDouble(model -> model.value(trial.truth())).toArray(),
        judged.stream()
            .mapToDouble(model -> learned.estimate(model.without(trial.hidden())).low())
            .toArray());
  }

  private static CategoryRanking learned(
      HoldOutTrial trial, Set<MeasuredModel> from, RankingConstants constants) {
    List<MeasuredModel> half =
        from.stream()
            .filter(MeasuredModel::isOriginal)
            .map(model -> model.without(trial.hidden()))
            .toList();
    return new CategoryRanking(
        trial.asked(),
        half,
        new Calibrations(half),
        Reputation.in(half),
        new EnumMap<>(Metric.class),
        constants);
  }

  private static List<Double> all(Map<String, List<Double>> byTrial) {
    return byTrial.values().stream().flatMap(List::stream).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static String text(Map<String, List<Double>> byTrial) {
    List<String> texts = new ArrayList<>();
    byTrial.forEach((trial, values) -> texts.add("%s %.2f".formatted(trial, mean(values))));
    return String.join(", ", texts);
  }
}
