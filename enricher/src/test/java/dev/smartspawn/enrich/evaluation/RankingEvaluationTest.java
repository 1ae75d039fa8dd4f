package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Finding;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.SyntheticPopulation;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingEvaluationTest {

  private static final EvaluationReport REPORT =
      RankingEvaluation.of(
          SyntheticPopulation.of(120, 0.8, 12).models(), SpecificationRanking.ordering());

  @Test
  void aForeseeableLaboratoryIsForeseen() {
    Finding coding = REPORT.finding(Category.CODING, Metric.LIVEBENCH_AGENTIC_CODING).orElseThrow();

    assertThat(coding.spearman().value()).isGreaterThan(0.85);
    assertThat(coding.spearman().low()).isLessThan(coding.spearman().value());
    assertThat(coding.spearman().high()).isGreaterThan(coding.spearman().value());
    assertThat(coding.kendall().value()).isLessThan(coding.spearman().value());
    assertThat(coding.everyone()).isGreaterThan(coding.models());
    assertThat(coding.bestSingle()).isNotNull();
    assertThat(coding.picks())
        .extracting(EvaluationReport.Pick::budget)
        .containsExactly("low", "medium", "high", "any");
  }

  @Test
  void withArtificialAnalysisGoesWhatTheCatalogueEmbedsOfIt() {
    HoldOutTrial trial =
        HoldOutTrial.ALL.stream()
            .filter(one -> one.truth() == Metric.AA_CODING)
            .findFirst()
            .orElseThrow();

    assertThat(trial.hidden())
        .contains(Metric.AA_CODING, Metric.AA_GPQA, Metric.EMBEDDED_CODING)
        .doesNotContain(Metric.LIVEBENCH_CODING, Metric.ARENA_TEXT);
  }

  /** An order that peeks at what was left out would be perfect if it were let. */
  @Test
  void noOrderSeesWhatIsLeftOut() {
    RankingMethod peeking =
        population ->
            (model, category) -> model.values().getOrDefault(Metric.LIVEBENCH_AGENTIC_CODING, 0.0);
    List<MeasuredModel> models = SyntheticPopulation.of(60, 0.9, 13).models();

    Finding finding =
        RankingEvaluation.of(models, peeking, SpecificationRanking.ordering())
            .finding(Category.CODING, Metric.LIVEBENCH_AGENTIC_CODING)
            .orElseThrow();

    assertThat(finding.spearman().value()).isNaN();
  }

  @Test
  void theSameReportEveryTime() {
    assertThat(
            RankingEvaluation.of(
                SyntheticPopulation.of(120, 0.8, 12).models(), SpecificationRanking.ordering()))
        .isEqualTo(REPORT);
  }

  @Test
  void tooFewModelsMakeNoFinding() {
    assertThat(
            RankingEvaluation.of(
                    SyntheticPopulation.of(9, 1, 14).models(), SpecificationRanking.ordering())
                .findings())
        .isEmpty();
    assertThat(RankingEvaluation.of(List.of(), SpecificationRanking.ordering()).findings())
        .isEmpty();
  }

  @Test
  void itIsReadByPeopleAndMachines() throws Exception {
    JsonNode json = Json.MAPPER.valueToTree(REPORT);

    assertThat(json.get("findings")).hasSize(REPORT.findings().size());
    assertThat(json.at("/findings/0/spearman/value").isNumber()).isTrue();
    assertThat(REPORT.table())
        .contains("livebench/agentic_coding", "artificial-analysis/coding_index", "budget");
  }
}
