package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.enrich.rank.EvaluationReport.Finding;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final EvaluationReport REPORT =
      Evaluation.of(World.of(120, 0.8, 12).models(), SpecOrder.ordering());

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
    Trial trial =
        Trial.ALL.stream().filter(one -> one.truth() == Metric.AA_CODING).findFirst().orElseThrow();

    assertThat(trial.hidden())
        .contains(Metric.AA_CODING, Metric.AA_GPQA, Metric.EMBEDDED_CODING)
        .doesNotContain(Metric.LIVEBENCH_CODING, Metric.ARENA_TEXT);
  }

  /** An order that peeks at what was left out would be perfect if it were let. */
  @Test
  void noOrderSeesWhatIsLeftOut() {
    Ordering peeking =
        population ->
            (model, category) -> model.values().getOrDefault(Metric.LIVEBENCH_AGENTIC_CODING, 0.0);
    List<Measured> models = World.of(60, 0.9, 13).models();

    Finding finding =
        Evaluation.of(models, peeking, SpecOrder.ordering())
            .finding(Category.CODING, Metric.LIVEBENCH_AGENTIC_CODING)
            .orElseThrow();

    assertThat(finding.spearman().value()).isNaN();
  }

  @Test
  void theSameReportEveryTime() {
    assertThat(Evaluation.of(World.of(120, 0.8, 12).models(), SpecOrder.ordering()))
        .isEqualTo(REPORT);
  }

  @Test
  void tooFewModelsMakeNoFinding() {
    assertThat(Evaluation.of(World.of(9, 1, 14).models(), SpecOrder.ordering()).findings())
        .isEmpty();
    assertThat(Evaluation.of(List.of(), SpecOrder.ordering()).findings()).isEmpty();
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
