package dev.smartspawn.enrich.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceFiguresTest {

  @Test
  void evaluationsAreReadUnderEitherAddresssNames() {
    assertThat(
            SourceReadings.ARTIFICIAL_ANALYSIS.figures(
                analysis(Map.of("coding_index", 40.0, "gpqa", 0.8, "new_bench", 0.5))))
        .isEqualTo(Map.of(Metric.AA_CODING, 40.0, Metric.AA_GPQA, 0.8));
    assertThat(SourceReadings.ARTIFICIAL_ANALYSIS.figures(analysis(Map.of("gpqa_diamond", 0.7))))
        .isEqualTo(Map.of(Metric.AA_GPQA, 0.7));
  }

  @Test
  void liveBenchHasAnAverageOfWhatIsKnown() {
    LiveBenchResult result =
        new LiveBenchResult(
            "m", Map.of(), Map.of("agentic_coding", 0.5, "Mathematics", 0.7, "poetry", 0.1), 60);

    assertThat(SourceReadings.LIVEBENCH.figures(result))
        .containsEntry(Metric.LIVEBENCH_AGENTIC_CODING, 0.5)
        .containsEntry(Metric.LIVEBENCH_MATH, 0.7)
        .containsEntry(Metric.LIVEBENCH_AVERAGE, 0.6)
        .hasSize(3);
  }

  @Test
  void boardsDoNotMix() {
    ArenaRating rating =
        new ArenaRating(
            ArenaRating.Board.VISION, "m", 1250, null, null, null, null, null, null, null);

    assertThat(SourceReadings.LMARENA.figures(rating))
        .isEqualTo(Map.of(Metric.ARENA_VISION, 1250.0));
  }

  private static ArtificialAnalysisModel analysis(Map<String, Double> evaluations) {
    return new ArtificialAnalysisModelBuilder()
        .id("id")
        .name("Name")
        .slug("slug")
        .evaluations(evaluations)
        .build();
  }
}
