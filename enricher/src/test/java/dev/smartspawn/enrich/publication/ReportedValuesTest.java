package dev.smartspawn.enrich.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportedValuesTest {

  private static final String ID = "acme/sage-2";

  @Test
  void aCategoryKeepsItsReportedValues() {
    ReportedValues reported = values(53, 48);
    ReportedValues now = values(60, 60);

    ReportedValues kept = now.keeping(Category.CODING, reported);

    assertThat(kept.scores().get(Category.CODING)).isEqualTo(74);
    assertThat(kept.estimates().get(Category.CODING))
        .isEqualTo(reported.estimates().get(Category.CODING));
    assertThat(kept.scores().get(Category.GENERAL)).isEqualTo(80);
    assertThat(kept.estimates().get(Category.GENERAL))
        .isEqualTo(now.estimates().get(Category.GENERAL));
  }

  @Test
  void anotherPlaceInTheTopicIsNotAnotherValue() {
    assertThat(values(53, 48)).isEqualTo(values(53, 48));
  }

  @Test
  void valuesOfAnEarlierVersionStillRead() throws IOException {
    ReportedValues old =
        Json.MAPPER.readValue(
            "{\"scores\":{\"coding\":74.0},\"prompt\":1.0,\"completion\":4.0}",
            ReportedValues.class);

    assertThat(old.scores()).isEqualTo(Map.of(Category.CODING, 74.0));
    assertThat(old.estimates()).isEmpty();
    assertThat(old.capabilities()).isNull();
  }

  private static ReportedValues values(double intelligence, double coding) {
    InputBuilder given =
        new InputBuilder()
            .listing(Listing.of(ID))
            .analysis(BenchmarkRows.analysis(ID, intelligence, coding));
    return ReportedValues.of(given.table().get(CanonicalId.of(ID)));
  }
}
