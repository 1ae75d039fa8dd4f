package dev.smartspawn.enrich.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolutionCacheTest {

  private static final List<OpenRouterModel> CATALOGUE =
      List.of(Listing.of("acme/sage-2").model(), Listing.of("acme/sage-3").model());

  private final ResolutionCache memory = new ResolutionCache();

  @Test
  void knownNamesAreNotResolvedAgain() {
    memory.over(CATALOGUE, List.of());
    Resolution first = memory.resolve(Source.LIVEBENCH, names("sage-2"));
    memory.over(List.copyOf(CATALOGUE), List.of());

    assertThat(memory.resolve(Source.LIVEBENCH, names("sage-2"))).isSameAs(first);
  }

  @Test
  void anotherNameAliasOrListingMakesAllOfThemUnknown() {
    memory.over(CATALOGUE, List.of());
    Resolution first = memory.resolve(Source.LIVEBENCH, names("quux"));
    assertThat(memory.resolve(Source.LIVEBENCH, names("quux", "sage-2"))).isNotSameAs(first);

    Resolution before = memory.resolve(Source.LIVEBENCH, names("quux"));
    memory.over(CATALOGUE, List.of(new Alias("Quux", CanonicalId.of("acme/sage-3"))));
    Resolution after = memory.resolve(Source.LIVEBENCH, names("quux"));
    assertThat(before.decisions()).hasOnlyElementsOfType(Decision.Unresolved.class);
    assertThat(after.decisions()).hasOnlyElementsOfType(Decision.Match.class);

    memory.over(CATALOGUE.subList(0, 1), List.of());
    assertThat(memory.resolve(Source.LIVEBENCH, names("sage-3")).decisions())
        .hasOnlyElementsOfType(Decision.Unresolved.class);
  }

  @Test
  void anotherPriceChangesNoDecision() {
    memory.over(CATALOGUE, List.of());
    Resolution first = memory.resolve(Source.LIVEBENCH, names("sage-2"));
    memory.over(
        List.of(Listing.of("acme/sage-2").price("0.000002", "0.000008").model(), CATALOGUE.get(1)),
        List.of());

    assertThat(memory.resolve(Source.LIVEBENCH, names("sage-2"))).isSameAs(first);
  }

  @Test
  void namesReadBeforeAreResolvedAlikeAgainstAnotherCatalogue() {
    memory.over(CATALOGUE.subList(0, 1), List.of());
    Resolution first = memory.resolve(Source.LIVEBENCH, names("sage-2", "sage-3 (high)"));
    memory.over(CATALOGUE, List.of());
    Resolution second = memory.resolve(Source.LIVEBENCH, names("sage-2", "sage-3 (high)"));
    ResolutionCache fresh = new ResolutionCache();
    fresh.over(CATALOGUE, List.of());

    assertThat(second).isNotEqualTo(first);
    assertThat(second).isEqualTo(fresh.resolve(Source.LIVEBENCH, names("sage-2", "sage-3 (high)")));
  }

  @Test
  void sourcesAreRememberedApart() {
    memory.over(CATALOGUE, List.of());
    Resolution first = memory.resolve(Source.LIVEBENCH, names("sage-2"));
    memory.resolve(Source.LMARENA, List.of());

    assertThat(memory.resolve(Source.LIVEBENCH, names("sage-2"))).isSameAs(first);
  }

  @Test
  void namesOfOneSourceContest() {
    memory.over(List.of(Listing.of("acme/sage-2-2026-02-03").model()), List.of());

    assertThat(decisions("sage-2")).hasOnlyElementsOfType(Decision.Match.class);
    assertThat(decisions("sage-2", "sage-2-2026-02-03"))
        .hasExactlyElementsOfTypes(Decision.Unresolved.class, Decision.Match.class);
  }

  @Test
  void whatMeansNoModelIsToldWithWhatCameNear() {
    memory.over(CATALOGUE, List.of());
    Resolution resolution = memory.resolve(Source.LIVEBENCH, names("sage-4", "sage-2"));

    assertThat(resolution.unresolved()).containsOnlyKeys("livebench/sage-4");
    UnresolvedName unresolved = resolution.unresolved().get("livebench/sage-4");
    assertThat(unresolved.source()).isEqualTo(Source.LIVEBENCH);
    assertThat(unresolved.key()).isEqualTo("sage-4");
    assertThat(unresolved.name()).isEqualTo("sage-4");
    assertThat(unresolved.nearest())
        .extracting(UnresolvedName.Refused::id)
        .containsExactlyInAnyOrder(CanonicalId.of("acme/sage-2"), CanonicalId.of("acme/sage-3"));
    assertThat(unresolved.nearest())
        .allSatisfy(refused -> assertThat(refused.why()).contains("version"));
  }

  private List<Decision> decisions(String... names) {
    return memory.resolve(Source.LIVEBENCH, names(names)).decisions();
  }

  private static List<NamedRecord> names(String... names) {
    return List.of(names).stream()
        .map(name -> SourceReadings.LIVEBENCH.named(BenchmarkRows.liveBench(name, Map.of())))
        .toList();
  }
}
