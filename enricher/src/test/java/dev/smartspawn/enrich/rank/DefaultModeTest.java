package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.Rule;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.Raw;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultModeTest {

  @Test
  void aModelReasonsWhenItsListingSaysSo() {
    assertThat(mode("a/b", new Reasoning(true, List.of(), null, null)))
        .isEqualTo(DefaultMode.REASONING);
    assertThat(mode("a/b", new Reasoning(false, List.of(), "medium", null)))
        .isEqualTo(DefaultMode.REASONING);
    assertThat(mode("a/b:thinking", null)).isEqualTo(DefaultMode.REASONING);
  }

  @Test
  void otherwiseItAnswersDirectly() {
    assertThat(mode("a/b", null)).isEqualTo(DefaultMode.DIRECT);
    assertThat(mode("a/b", new Reasoning(false, List.of(), null, null)))
        .isEqualTo(DefaultMode.DIRECT);
    assertThat(mode("a/b", new Reasoning(false, List.of(), "medium", false)))
        .isEqualTo(DefaultMode.DIRECT);
    assertThat(mode("a/b", new Reasoning(false, List.of(), "none", true)))
        .isEqualTo(DefaultMode.DIRECT);
  }

  @Test
  void rowsOfTheOtherModeAreAboutAnotherModel() {
    Finding<LiveBenchResult> direct = row("none");
    Finding<LiveBenchResult> high = row("high");
    Finding<LiveBenchResult> unsaid = row(null);
    List<Finding<LiveBenchResult>> all = List.of(direct, high, unsaid);

    assertThat(DefaultMode.REASONING.only(all)).containsExactly(high, unsaid);
    assertThat(DefaultMode.DIRECT.only(all)).containsExactly(direct, unsaid);
  }

  private static Finding<LiveBenchResult> row(@Nullable String effort) {
    LiveBenchResult result = new LiveBenchResult("m-" + effort, Map.of(), Map.of(), 0);
    return new Finding<>(
        new Held<>(new Raw<>("pull", Instant.EPOCH, result), 0),
        new Decision.Match(CanonicalId.of("a/b"), Rule.EXACT_NAME, 1, effort));
  }

  private static DefaultMode mode(String id, @Nullable Reasoning reasoning) {
    OpenRouterModel listing =
        new OpenRouterModel(
            id,
            null,
            null,
            "B",
            Instant.EPOCH,
            null,
            1000,
            null,
            List.of("text"),
            List.of("text"),
            List.of(),
            new OpenRouterModel.Pricing(
                BigDecimal.ONE, BigDecimal.ONE, null, null, null, List.of()),
            reasoning,
            null,
            null);
    return DefaultMode.of(new CatalogueEntry(CanonicalId.of(id), listing, Instant.EPOCH));
  }
}
