package dev.smartspawn.query.recommend;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecRankingTest {

  @Test
  void confidenceGrowsWithTheNumberOfSources() {
    assertThat(confidence(model("a/b"))).isEqualTo(SpecRanking.UNMEASURED_CONFIDENCE);
    assertThat(confidence(model("a/b").codingIndex(50, Source.OPENROUTER))).isEqualTo(0.6);
    assertThat(
            confidence(model("a/b").codingIndex(50, Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS)))
        .isEqualTo(0.6);
    assertThat(
            confidence(
                model("a/b")
                    .codingIndex(
                        50, Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS, Source.LIVEBENCH)))
        .isEqualTo(0.7);
    assertThat(confidence(model("a/b").codingIndex(50, Source.ALL.toArray(Source[]::new))))
        .isEqualTo(0.9);
  }

  @Test
  void modelsWithoutAScoreAreUnrankedInTheCategory() {
    EnrichedModel model = model("a/b").build();
    assertThat(new SpecRanking().rank(CODING, List.of(model))).isEmpty();
  }

  private static double confidence(SampleModel model) {
    return new SpecRanking()
        .rank(CODING, List.of(model.score(CODING, 50).build()))
        .get(0)
        .confidence();
  }
}
