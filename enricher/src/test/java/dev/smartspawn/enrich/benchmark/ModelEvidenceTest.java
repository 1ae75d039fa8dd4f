package dev.smartspawn.enrich.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelEvidenceTest {

  private static final String ID = "acme/sage-2";

  private final InputBuilder given = new InputBuilder();

  @Test
  void everyFieldOfAnEntryIsTheRecordsOwn() {
    given
        .listing(Listing.of(ID))
        .analysis(BenchmarkRows.analysis("acme/nobody", 1, 1))
        .analysis(BenchmarkRows.analysis("Sage 2 (high)", null, Map.of("scicode", 0.38875)));

    assertThat(given.model(ID).evidence())
        .filteredOn(number -> number.metric().endsWith("scicode"))
        .containsExactly(
            new EvidenceBuilder()
                .metric("artificial-analysis/scicode")
                .value(38.875)
                .raw(0.38875)
                .unit("fraction")
                .source(Source.ARTIFICIAL_ANALYSIS)
                .sourceId("aa-Sage 2 (high)")
                .sourceName("Sage 2 (high)")
                .effort("high")
                .pulledAt(Instant.parse("2026-07-01T00:00:03Z"))
                .rule("exact-name")
                .confidence(0.99)
                .topic("raw-artificial-analysis")
                .partition(0)
                .offset(1)
                .build());
  }

  @Test
  void everyNumberOfEverySourceIsThereInOrder() {
    given
        .listing(Listing.of(ID).repository(ID).embeds(50.1, 69.2))
        .liveBench(
            BenchmarkRows.liveBench(
                ID, Map.of("Data Analysis", 0.5, "Mathematics", 0.25, "IF", 0.1)))
        .rating(BenchmarkRows.rating(Board.VISION, ID, 1200))
        .rating(BenchmarkRows.rating(Board.TEXT, ID, 1500))
        .hf(BenchmarkRows.evaluation(ID, "bfloat16", true, 45))
        .analysis(
            BenchmarkRows.analysis(
                ID, null, Map.of("intelligence_index", 53.0, "aime", 0.9, "gpqa_diamond", 0.7)));

    assertThat(given.model(ID).evidence())
        .extracting(Evidence::metric, Evidence::value, Evidence::raw, Evidence::unit)
        .containsExactly(
            tuple("openrouter/coding_index", 69.2, 69.2, "index"),
            tuple("openrouter/intelligence_index", 50.1, 50.1, "index"),
            tuple("artificial-analysis/aime", 90.0, 0.9, "fraction"),
            tuple("artificial-analysis/gpqa", 70.0, 0.7, "fraction"),
            tuple("artificial-analysis/intelligence_index", 53.0, 53.0, "index"),
            tuple("artificial-analysis/output_tokens_per_second", 120.5, 120.5, "tokens/s"),
            tuple("artificial-analysis/time_to_first_token", 0.7, 0.7, "s"),
            tuple("hf-leaderboard/average", 45.0, 45.0, "percent"),
            tuple("hf-leaderboard/bbh", 42.25, 42.25, "percent"),
            tuple("hf-leaderboard/gpqa", 12.125, 12.125, "percent"),
            tuple("hf-leaderboard/ifeval", 61.5, 61.5, "percent"),
            tuple("hf-leaderboard/mmlu_pro", 45.0, 45.0, "percent"),
            tuple("lmarena/text", 1500.0, 1500.0, "elo"),
            tuple("lmarena/vision", 1200.0, 1200.0, "elo"),
            tuple("livebench/data_analysis", 50.0, 0.5, "fraction"),
            tuple("livebench/instruction_following", 10.0, 0.1, "fraction"),
            tuple("livebench/math", 25.0, 0.25, "fraction"));
  }

  @Test
  void rowsThatWereNotChosenStayWithTheirEffort() {
    given
        .listing(Listing.of(ID).reasons(false, true, "medium"))
        .analysis(BenchmarkRows.analysis("Sage 2 (high)", 60, 61))
        .analysis(BenchmarkRows.analysis("Sage 2 (medium)", 50, 51))
        .analysis(BenchmarkRows.analysis("Sage 2 (Non-reasoning)", 30, 31));

    assertThat(given.model(ID).benchmarks().codingIndex()).isEqualTo(51.0);
    assertThat(given.model(ID).evidence())
        .filteredOn(number -> number.metric().equals("artificial-analysis/coding_index"))
        .extracting(Evidence::effort, Evidence::value)
        .containsExactlyInAnyOrder(tuple("high", 61.0), tuple("medium", 51.0), tuple("none", 31.0));
  }

  @Test
  void embeddedIndexIsTheListingsOwn() {
    given.listing(Listing.of("acme/first")).listing(Listing.of(ID).embeds(50.1, null));

    assertThat(given.model(ID).evidence())
        .containsExactly(
            new EvidenceBuilder()
                .metric("openrouter/intelligence_index")
                .value(50.1)
                .raw(50.1)
                .unit("index")
                .source(Source.OPENROUTER)
                .sourceId(ID)
                .sourceName("Maker: sage-2")
                .pulledAt(Instant.parse("2026-07-01T00:00:02Z"))
                .rule("embedded")
                .confidence(1)
                .topic("raw-openrouter")
                .partition(0)
                .offset(1)
                .build());
  }

  @Test
  void scoreSetByHandLeadsToItsLine() {
    given
        .listing(Listing.of(ID))
        .listing(Listing.of(ID + ":free"))
        .rating(BenchmarkRows.rating(Board.TEXT, ID, 1500))
        .override(new ModelOverride(CanonicalId.of(ID), null, Map.of(Category.CODING, 91.5)));

    assertThat(given.model(ID).evidence())
        .last()
        .isEqualTo(
            new EvidenceBuilder()
                .metric("overrides/coding")
                .value(91.5)
                .raw(91.5)
                .unit("score")
                .source(Source.OVERRIDES)
                .sourceId(ID)
                .sourceName(ID)
                .rule("override")
                .confidence(1)
                .topic("reference-overrides")
                .partition(0)
                .offset(0)
                .build());
    assertThat(rules(ID + ":free")).doesNotContain("override");
  }

  @Test
  void sharedEvidenceNamesWhoseItIs() {
    given
        .listing(Listing.of(ID).embeds(50.1, null))
        .listing(Listing.of(ID + ":free"))
        .listing(Listing.of("~acme/sage-latest").standsFor(ID))
        .rating(BenchmarkRows.rating(Board.TEXT, ID, 1500));

    assertThat(rules(ID)).containsExactly("embedded", "canonical-id");
    for (String sharing : List.of(ID + ":free", "~acme/sage-latest")) {
      assertThat(rules(sharing)).containsExactly("embedded via " + ID, "canonical-id via " + ID);
      assertThat(given.model(sharing).evidence())
          .extracting(Evidence::value)
          .containsExactly(50.1, 1500.0);
    }
  }

  @Test
  void gapsAreNoEvidence() {
    given
        .listing(Listing.of(ID))
        .analysis(BenchmarkRows.analysis(ID, null, Map.of("mmlu_pro", 7.0, "gpqa", Double.NaN)));

    assertThat(given.model(ID).evidence())
        .extracting(Evidence::metric)
        .containsExactly(
            "artificial-analysis/output_tokens_per_second",
            "artificial-analysis/time_to_first_token");
  }

  private List<String> rules(String id) {
    return given.model(id).evidence().stream().map(Evidence::rule).toList();
  }
}
