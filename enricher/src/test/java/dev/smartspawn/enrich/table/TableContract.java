package dev.smartspawn.enrich.table;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.RawNumber;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every table of enriched models, whatever it was computed from. */
abstract class TableContract {

  /** Where a figure of {@code benchmarks} may come from, first choice first. */
  private static final Map<String, List<String>> METRICS =
      Map.ofEntries(
          entry("arena", List.of("lmarena/text")),
          entry(
              "intelligenceIndex",
              List.of("artificial-analysis/intelligence_index", "openrouter/intelligence_index")),
          entry(
              "codingIndex",
              List.of("artificial-analysis/coding_index", "openrouter/coding_index")),
          entry("mathIndex", List.of("artificial-analysis/math_index")),
          entry("mmluPro", List.of("artificial-analysis/mmlu_pro", "hf-leaderboard/mmlu_pro")),
          entry("gpqa", List.of("artificial-analysis/gpqa", "hf-leaderboard/gpqa")),
          entry("liveCodeBench", List.of("artificial-analysis/livecodebench")),
          entry("math500", List.of("artificial-analysis/math_500")),
          entry("ifEval", List.of("hf-leaderboard/ifeval")),
          entry("bbh", List.of("hf-leaderboard/bbh")),
          entry("liveBenchCoding", List.of("livebench/coding")),
          entry("liveBenchAgenticCoding", List.of("livebench/agentic_coding")),
          entry("liveBenchReasoning", List.of("livebench/reasoning")),
          entry("liveBenchMath", List.of("livebench/math")),
          entry("liveBenchLanguage", List.of("livebench/language")),
          entry("liveBenchIF", List.of("livebench/instruction_following")),
          entry("liveBenchDataAnalysis", List.of("livebench/data_analysis")));

  /** The records the table is computed from. */
  abstract InputBuilder given();

  abstract SortedMap<CanonicalId, EnrichedModel> table();

  @Test
  void everyModelHasAScoreForEachOfItsCategories() {
    assertThat(table().values())
        .allSatisfy(
            model -> {
              assertThat(model.scores().keySet())
                  .containsExactlyInAnyOrderElementsOf(model.categories());
              assertThat(model.scores().values()).allMatch(score -> score >= 0 && score <= 100);
            });
  }

  @Test
  void everyBenchmarkIsFoundInTheModelsEvidence() {
    int figures = 0;
    for (EnrichedModel model : table().values()) {
      for (Map.Entry<String, Double> figure : benchmarks(model).entrySet()) {
        assertThat(model.evidence())
            .as("%s of %s", figure.getKey(), model.id())
            .anySatisfy(
                number -> {
                  assertThat(number.metric()).isIn(METRICS.get(figure.getKey()));
                  assertThat(number.value()).isEqualTo(figure.getValue());
                });
        figures++;
      }
    }
    assertThat(figures).isGreaterThan(100);
  }

  @Test
  void everyNumberStandsInTheRecordItsEvidenceNames() {
    Set<String> metrics = new TreeSet<>();
    for (EnrichedModel model : table().values()) {
      for (Evidence number : model.evidence()) {
        RawRecord record = given().record(number.topic(), number.offset());
        assertThat(record.key()).isEqualTo(number.sourceId());
        assertThat(RawNumber.in(record, number.metric())).as("%s", number).isEqualTo(number.raw());
        metrics.add(number.metric());
      }
    }
    assertThat(metrics).contains("artificial-analysis/intelligence_index", "lmarena/vision");
  }

  @Test
  void everyCategoryOfEveryModelCanBeRanked() {
    assertThat(table().values())
        .filteredOn(model -> !model.isRouter())
        .allSatisfy(
            model ->
                assertThat(model.estimates().keySet())
                    .containsExactlyElementsOf(model.categories()));
  }

  /** By name; what is absent is left out. */
  static Map<String, Double> benchmarks(EnrichedModel model) {
    Map<String, Double> figures = new TreeMap<>();
    if (model.benchmarks() != null) {
      JsonNode tree = Json.MAPPER.valueToTree(model.benchmarks());
      tree.properties()
          .forEach(figure -> figures.put(figure.getKey(), figure.getValue().asDouble()));
    }
    return figures;
  }
}
