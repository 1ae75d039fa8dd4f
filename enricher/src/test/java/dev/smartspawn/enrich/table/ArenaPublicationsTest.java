package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArenaStanding.Rating;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** LMArena's figures reach models from its release files and from its own data set. */
class ArenaPublicationsTest {

  private static final String BOTH = "acme/sage-2";
  private static final String RELEASED_ONLY = "acme/sage-1";
  private static final String NEW = "acme/sage-3";
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-10");
  private static final LocalDate JUNE = LocalDate.parse("2026-06-25");

  private final InputBuilder given =
      new InputBuilder()
          .listing(Listing.of(BOTH))
          .listing(Listing.of(RELEASED_ONLY))
          .listing(Listing.of(NEW));

  @Test
  void newerDatasetCountsAndTheReleaseFillsItsGaps() {
    release(FEBRUARY, BOTH, 1400).release(FEBRUARY, RELEASED_ONLY, 1350);
    dataset(JUNE, BOTH, 1421.5).dataset(JUNE, NEW, 1480.5);

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(arena(NEW)).isEqualTo(1480.5);
    assertThat(arena(RELEASED_ONLY)).isEqualTo(1350.0);
    assertThat(use(Source.LMARENA_DATASET))
        .containsExactly("text: used, published 2026-06-25; the release was published 2026-02-10");
    assertThat(use(Source.LMARENA))
        .containsExactly(
            "text: used only for models that the other lacks, published 2026-02-10;"
                + " the data set was published 2026-06-25");
  }

  @Test
  void newerReleaseCountsAndTheDatasetFillsItsGaps() {
    release(JUNE, BOTH, 1400).release(JUNE, NEW, 1470);
    dataset(FEBRUARY, BOTH, 1421.5).dataset(FEBRUARY, NEW, 1480.5);
    dataset(FEBRUARY, RELEASED_ONLY, 1351.5).release(JUNE, "somebody else", 1000);
    for (int i = 0; i < 8; i++) {
      release(JUNE, "old " + i, 1000).dataset(FEBRUARY, "old " + i, 1000);
    }

    assertThat(arena(BOTH)).isEqualTo(1400.0);
    assertThat(arena(RELEASED_ONLY)).isEqualTo(1351.5);
    assertThat(use(Source.LMARENA)).first().asString().startsWith("text: used, published");
  }

  /** Releases go on although their files no longer change. */
  @Test
  void newerDateOfAReleaseWithoutTheNewModelsIsNotBelieved() {
    release(JUNE, BOTH, 1400);
    dataset(FEBRUARY, BOTH, 1421.5).dataset(FEBRUARY, NEW, 1480.5);

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(use(Source.LMARENA))
        .containsExactly(
            "text: used only for models that the other lacks, published 2026-06-25; the release is"
                + " dated 2026-06-25 but lacks 1 of the data set's models, so its figures are"
                + " older");
  }

  @Test
  void withoutTheDatasetTheReleaseIsUsed() {
    release(FEBRUARY, BOTH, 1400);

    assertThat(arena(BOTH)).isEqualTo(1400.0);
    assertThat(arena(NEW)).isNull();
    assertThat(use(Source.LMARENA))
        .containsExactly("text: used, published 2026-02-10; there is no other publication");
    assertThat(use(Source.LMARENA_DATASET)).isEmpty();
  }

  @Test
  void withoutTheReleaseTheDatasetIsUsed() {
    dataset(JUNE, BOTH, 1421.5);

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(use(Source.LMARENA_DATASET))
        .containsExactly("text: used, published 2026-06-25; there is no other publication");
    assertThat(model(BOTH).sourcesCovered()).contains(Source.LMARENA_DATASET);
  }

  @Test
  void undatedReleaseStandsBack() {
    release(null, BOTH, 1400);
    dataset(JUNE, BOTH, 1421.5);

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(use(Source.LMARENA)).first().asString().contains("on an unknown day");
  }

  @Test
  void dateInTheFutureIsNotBelieved() {
    dataset(LocalDate.parse("2099-01-01"), BOTH, 1421.5);
    release(FEBRUARY, BOTH, 1400);

    assertThat(arena(BOTH)).isEqualTo(1400.0);
    assertThat(given.enrichment().refused()).containsKey(Source.LMARENA_DATASET);
  }

  @Test
  void evidenceNamesBoardCategoryDateAndVotes() {
    standing(
        "text_style_control",
        BOTH,
        Map.of(
            "overall",
            rating(1421.5, JUNE),
            "creative_writing",
            new Rating(1433.25, 1420.0, 1446.5, 45.7, 2_100L, 7, JUNE)));
    given.rating(
        new ArenaRating(
            Board.TEXT, BOTH, 1400, 10.0, 9.0, 3_401L, 1, "Acme", "Proprietary", FEBRUARY));

    assertThat(model(BOTH).evidence())
        .extracting(
            Evidence::metric,
            Evidence::value,
            Evidence::board,
            Evidence::category,
            Evidence::published,
            Evidence::votes,
            Evidence::lower,
            Evidence::upper)
        .containsExactly(
            tuple("lmarena/text", 1400.0, "text", "overall", FEBRUARY, 3_401L, 1391.0, 1410.0),
            tuple(
                "lmarena-dataset/text/creative_writing",
                1433.25,
                "text_style_control",
                "creative_writing",
                JUNE,
                2_100L,
                1420.0,
                1446.5),
            tuple(
                "lmarena-dataset/text/overall",
                1421.5,
                "text_style_control",
                "overall",
                JUNE,
                1_000L,
                1415.5,
                1427.5));
  }

  @Test
  void figuresOfTheSameVotesAreUsedOnceTheStyleControlledOnes() {
    standing("text", BOTH, Map.of("overall", rating(1390, JUNE)));
    standing("text_style_control", BOTH, Map.of("overall", rating(1421.5, JUNE)));
    standing("webdev", BOTH, Map.of("overall", rating(1500, JUNE)));

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(model(BOTH).evidence())
        .extracting(Evidence::board)
        .containsExactly("text_style_control", "webdev");
  }

  @Test
  void boardWithoutAStyleControlledTwinIsUsedAsItIs() {
    standing("text", BOTH, Map.of("overall", rating(1390, JUNE)));

    assertThat(arena(BOTH)).isEqualTo(1390.0);
  }

  @Test
  void implausibleRatingCostsItsCategoryOnly() {
    standing(
        "text_style_control",
        BOTH,
        Map.of("overall", rating(1421.5, JUNE), "coding", rating(9_999, JUNE)));

    assertThat(arena(BOTH)).isEqualTo(1421.5);
    assertThat(model(BOTH).evidence()).extracting(Evidence::category).containsExactly("overall");
  }

  private ArenaPublicationsTest release(@Nullable LocalDate published, String name, double elo) {
    given.rating(
        new ArenaRating(Board.TEXT, name, elo, null, null, null, null, null, null, published));
    return this;
  }

  private ArenaPublicationsTest dataset(LocalDate published, String name, double elo) {
    return standing("text_style_control", name, Map.of("overall", rating(elo, published)));
  }

  private ArenaPublicationsTest standing(
      String board, String name, Map<String, Rating> categories) {
    given.standing(new ArenaStanding(board, name, "acme", "Proprietary", categories));
    return this;
  }

  private static Rating rating(double elo, LocalDate published) {
    return new Rating(elo, elo - 6, elo + 6, 9.5, 1_000L, 3, published);
  }

  private EnrichedModel model(String id) {
    return given.model(id);
  }

  private @Nullable Double arena(String id) {
    var benchmarks = model(id).benchmarks();
    return benchmarks == null ? null : benchmarks.arena();
  }

  private List<String> use(Source source) {
    var use = given.enrichment().arenaBasis().uses().get(source);
    return use == null ? List.of() : use.boards();
  }
}
