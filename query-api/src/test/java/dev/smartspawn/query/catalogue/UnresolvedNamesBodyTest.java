package dev.smartspawn.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnresolvedNamesBodyTest {

  private final UnresolvedNames names =
      new UnresolvedNames(
          List.of(
              name(Source.HF_LEADERBOARD, "org/tune_bf16", "org/Tune"),
              name(Source.LIVEBENCH, "zeta-1", "zeta-1"),
              name(Source.LMARENA, "text/Beta", "Beta"),
              name(Source.LMARENA, "vision/alpha", "alpha"),
              name(Source.LMARENA, "text/alpha", "alpha"),
              name(Source.ARTIFICIAL_ANALYSIS, "0-0-1", "Omega 9 (high)")),
          "fingerprint");

  @Test
  void theLeaderboardsFineTunesComeLast() {
    assertThat(keys(list(null, "", 1000)))
        .containsExactly(
            "0-0-1", "text/alpha", "vision/alpha", "text/Beta", "zeta-1", "org/tune_bf16");
  }

  @Test
  void aSourceHasItsOwn() {
    UnresolvedNamesBody body = list(Source.LMARENA, "", 2);
    assertThat(keys(body)).containsExactly("text/alpha", "vision/alpha");
    assertThat(body.meta().total()).isEqualTo(6);
    assertThat(body.meta().filtered()).isEqualTo(3);
  }

  @Test
  void namesAreFoundByPartsInAnyCase() {
    assertThat(keys(list(null, "ALPHA", 10))).containsExactly("text/alpha", "vision/alpha");
    assertThat(keys(list(null, "text/", 10))).containsExactly("text/alpha", "text/Beta");
    assertThat(keys(list(null, "(high)", 10))).containsExactly("0-0-1");
    assertThat(keys(list(Source.LIVEBENCH, "alpha", 10))).isEmpty();
  }

  @Test
  void everySourceIsCounted() {
    assertThat(list(Source.LIVEBENCH, "nothing", 1).meta().bySource())
        .isEqualTo(
            Map.of(
                Source.OPENROUTER, 0,
                Source.ARTIFICIAL_ANALYSIS, 1,
                Source.HF_LEADERBOARD, 1,
                Source.LMARENA, 3,
                Source.LMARENA_DATASET, 0,
                Source.LIVEBENCH, 1));
  }

  private static UnresolvedName name(Source source, String key, String name) {
    return new UnresolvedName(source, key, name, List.of());
  }

  private static List<String> keys(UnresolvedNamesBody body) {
    return body.data().stream().map(UnresolvedName::key).toList();
  }

  private UnresolvedNamesBody list(@Nullable Source source, String part, long limit) {
    return UnresolvedNamesBody.of(names, names.find(source, part), List.of(), limit);
  }
}
