package dev.smartspawn.schema.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.RefreshCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @Test
  void everyPulledSourceHasItsDescriptor() {
    assertThat(Sources.ALL)
        .extracting(descriptor -> (Object) descriptor.source())
        .isEqualTo(Source.PULLED);
  }

  @Test
  void statusFieldIsTheIdInCamelCase() {
    assertThat(Source.ALL)
        .extracting(Source::statusField)
        .containsExactly(
            "openrouter",
            "artificialAnalysis",
            "hfLeaderboard",
            "lmarena",
            "lmarenaDataset",
            "livebench",
            "aliases",
            "overrides");
  }

  @Test
  void sourcesAreOrderedAsListedAndUnlistedOnesComeLast() {
    Source added = new Source("a-toy");

    assertThat(new TreeSet<>(List.of(added, Source.ALIASES, Source.LMARENA, Source.OPENROUTER)))
        .containsExactly(Source.OPENROUTER, Source.LMARENA, Source.ALIASES, added);
  }

  @Test
  void recordAboutAnUnlistedSourceCanBeRead() throws Exception {
    EnrichmentRun run =
        new EnrichmentRun(
            Instant.EPOCH,
            1,
            "f",
            Map.of(new Source("a-toy"), "a-toy@1"),
            Instant.EPOCH,
            Map.of(),
            null,
            Map.of(),
            null);

    assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(run), EnrichmentRun.class))
        .isEqualTo(run);
  }

  @Test
  void commandForAnUnlistedSourceIsRefused() {
    assertThatThrownBy(
            () -> Json.STRICT.readValue("{\"sources\":[\"a-toy\"]}", RefreshCommand.class))
        .hasMessageContaining("unknown source 'a-toy': expected one of openrouter,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lmarena", "hf_leaderboard", "-a", "a--b", "a b"})
  void malformedIdIsRefused(String id) {
    assertThatThrownBy(() -> new Source(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
