package dev.smartspawn.enrich.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.benchmark.IndexBasis.Kind;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexBasisTest {

  @ParameterizedTest(name = "{0} models, {1} apart in intelligence, {2} in coding: {3}")
  @CsvSource({
    "5, 3,   3,   OWN_THEN_EMBEDDED",
    "5, 0,   -3,  OWN_THEN_EMBEDDED",
    "4, 0,   0,   OWN",
    "5, 3.1, 0,   OWN",
    "5, 0,   3.1, OWN",
    "5, 0,  -3.1, OWN",
    "90, 0, 17,   OWN"
  })
  void embeddedIndicesAreUsedWhereTheyAreSeenToAgree(
      int models, double intelligence, double coding, Kind kind) {
    List<SelectedRecords> both =
        IntStream.range(0, models)
            .mapToObj(i -> speakers(10.0 + i, 20.0 + i, 10 + i + intelligence, 20 + i + coding))
            .toList();

    assertThat(IndexBasis.of(both).kind()).isEqualTo(kind);
  }

  @Test
  void halfOfTheModelsMayDiffer() {
    List<SelectedRecords> both = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      both.add(speakers(10.0, 20.0, i < 2 ? 40 : 11, i < 2 ? 60 : 21));
    }

    assertThat(IndexBasis.of(both).kind()).isEqualTo(Kind.OWN_THEN_EMBEDDED);
  }

  @Test
  void withoutOwnIndicesTheEmbeddedOnesAreAllThereIs() {
    assertThat(IndexBasis.of(List.of(speakers(null, null, 50, 60))).kind())
        .isEqualTo(Kind.EMBEDDED);
    assertThat(IndexBasis.of(List.of()).kind()).isEqualTo(Kind.EMBEDDED);
  }

  @Test
  void oneOwnIndexIsEnoughNotToMix() {
    List<SelectedRecords> models =
        List.of(speakers(null, 20.0, 50, 20), speakers(null, null, 50, 60));

    assertThat(IndexBasis.of(models).kind()).isEqualTo(Kind.OWN);
    assertThat(IndexBasis.of(models))
        .hasToString(
            "own rows only; median difference in coding 0.0 points over 1 models, in intelligence"
                + " no model in common");
  }

  private static SelectedRecords speakers(
      @Nullable Double intelligence,
      @Nullable Double coding,
      double embeddedIntelligence,
      double embeddedCoding) {
    Map<String, Double> own = new HashMap<>();
    if (intelligence != null) {
      own.put("intelligence_index", intelligence);
    }
    if (coding != null) {
      own.put("coding_index", coding);
    }
    return new SelectedRecords(
        BenchmarkRows.analysis("row", null, own),
        new EmbeddedIndices(embeddedIntelligence, embeddedCoding, null),
        Map.of());
  }
}
