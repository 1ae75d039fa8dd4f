package dev.smartspawn.enrich.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportedValuesTest {

  private static final String ID = "acme/sage-2";
  private static final String OTHER = "acme/sage-3";

  private final InputBuilder given =
      new InputBuilder()
          .listing(Listing.of(ID))
          .listing(Listing.of(OTHER))
          .analysis(BenchmarkRows.analysis(ID, 53, 48))
          .analysis(BenchmarkRows.analysis(OTHER, 20, 20));

  @Test
  void evidenceDiffersWhereAModelsOwnNumbersDo() {
    ReportedValues before = standing(ID);
    ReportedValues othersBefore = standing(OTHER);
    given.rating(BenchmarkRows.rating(Board.TEXT, ID, 1500));

    ReportedValues now = standing(ID);
    assertThat(now.evidence()).isNotEqualTo(before.evidence());
    assertThat(standing(OTHER).evidence()).isEqualTo(othersBefore.evidence());
  }

  @Test
  void anotherPlaceInTheTopicIsNoOtherNumber() {
    ReportedValues before = standing(ID);
    given.analysis(BenchmarkRows.analysis(ID, 53, 48));

    assertThat(model(ID).evidence()).isNotEmpty().allMatch(number -> number.offset() == 2);
    assertThat(standing(ID)).isEqualTo(before);
  }

  @Test
  void standingFromBeforeThereWasEvidenceStillReads() throws IOException {
    ReportedValues old =
        Json.MAPPER.readValue(
            "{\"scores\":{\"coding\":74.0},\"prompt\":1.0,\"completion\":4.0}",
            ReportedValues.class);

    assertThat(old.scores()).isEqualTo(Map.of(Category.CODING, 74.0));
    assertThat(old.evidence()).isNull();
    assertThat(old.estimates()).isEmpty();
  }

  private ReportedValues standing(String id) {
    return ReportedValues.of(model(id));
  }

  private EnrichedModel model(String id) {
    return given.table().get(CanonicalId.of(id));
  }
}
