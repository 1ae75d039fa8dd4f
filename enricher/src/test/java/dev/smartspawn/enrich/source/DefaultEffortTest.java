package dev.smartspawn.enrich.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.MatchRule;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.Raw;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultEffortTest {

  private static final String UNSAID = "-";

  /** Rows are named by their effort, - for none said. */
  @ParameterizedTest(name = "mandatory {0}, by default {1} at {2}, of {3}: {4}")
  @CsvSource({
    // A model that does not reason by default
    "     ,      ,        , none high -,          none",
    "     ,      ,        , high low,             low",
    "     ,      ,        , high -,               -",
    "false,      ,        , reasoning none,       none",
    "false, false, medium , medium none,          none",
    // One that does, and how hard
    "false,      , medium , none max,             max",
    "false, true , high   , low high xhigh none,  high",
    "false, true , high   , low xhigh none -,     -",
    "false, true , high   , low xhigh none,       xhigh",
    "false, true , none   , none high,            none",
    "true ,      , medium , minimal xhigh,        minimal",
    "true ,      , medium , low high,             high",
    // and how hard it does not say
    "true ,      ,        , none high reasoning,  reasoning",
    "false, true ,        , none xhigh medium,    medium",
    "false, true ,        , reasoning -,          reasoning"
  })
  void rowOfTheDefaultEffortSpeaks(
      Boolean mandatory, Boolean byDefault, String effort, String rows, String chosen) {
    Listing listing = Listing.of("acme/sage");
    if (mandatory != null) {
      listing.reasons(mandatory, byDefault, effort);
    }
    assertThat(choose(listing, rows)).isEqualTo(chosen);
  }

  @Test
  void thinkingVariantReasonsWhateverItsListingSays() {
    assertThat(choose(Listing.of("acme/sage:thinking"), "none reasoning")).isEqualTo("reasoning");
    assertThat(
            choose(Listing.of("acme/sage:thinking").reasons(false, null, null), "none reasoning"))
        .isEqualTo("reasoning");
  }

  @Test
  void thinkingVariantReasonsThoughItsBaseDoesNotByDefault() {
    Listing listing = Listing.of("acme/sage:thinking").reasons(false, true, "none");
    assertThat(choose(listing, "none high")).isEqualTo("high");
  }

  /** Measured in the other mode, the same model may score half. */
  @ParameterizedTest(name = "mandatory {0}, by default {1} at {2}: {3}")
  @CsvSource({
    "true ,       ,        , high -",
    "false,       , medium , high -",
    "false,       ,        , none -",
    "false, false , medium , none -",
    "false, true  , none   , none -",
    "false,       , none   , none -",
    "     ,       ,        , none -",
  })
  void rowsOfTheOtherModeAreAboutAnotherModel(
      Boolean mandatory, Boolean byDefault, String effort, String sharing) {
    Listing listing = Listing.of("acme/sage");
    if (mandatory != null) {
      listing.reasons(mandatory, byDefault, effort);
    }
    assertThat(
            DefaultEffort.of(entry(listing), Set.of()).sharingMode(findings("none high -")).stream()
                .map(finding -> finding.record().name()))
        .containsExactly(sharing.split(" "));
  }

  /** An older catalogue says no more than that a model can reason. */
  @ParameterizedTest(name = "measured at {0}: {1}")
  @CsvSource({
    "minimal low medium high, medium",
    "minimal high,            high",
    "reasoning minimal,       reasoning",
    "none medium high,        none",
    "minimal high -,          -",
  })
  void unstatedModelReasonsIfNobodyMeasuredItWithout(String rows, String chosen) {
    ListedModel entry = entry(Listing.of("acme/sage").supports("reasoning"));

    assertThat(chosenByRows(entry, rows)).isEqualTo(chosen);
  }

  @Test
  void unstatedModelThatCannotReasonDoesNot() {
    assertThat(chosenByRows(entry(Listing.of("acme/sage")), "minimal xhigh")).isEqualTo("minimal");
    assertThat(
            DefaultEffort.of(entry(Listing.of("acme/sage")), Set.of("minimal"))
                .sharingMode(findings("minimal")))
        .isEmpty();
  }

  private static String chosenByRows(ListedModel entry, String rows) {
    Set<String> measured = new HashSet<>(List.of(rows.split(" ")));
    measured.remove(UNSAID);
    return DefaultEffort.of(entry, measured).nearest(findings(rows)).orElseThrow().record().name();
  }

  @Test
  void surerMatchWinsAmongEquals() {
    ListedModel entry = entry(Listing.of("acme/sage"));
    var sure = finding("b", null, 1.0);
    var unsure = finding("a", null, 0.7);

    assertThat(DefaultEffort.of(entry, Set.of()).nearest(List.of(unsure, sure))).contains(sure);
  }

  private static String choose(Listing listing, String rows) {
    return DefaultEffort.of(entry(listing), Set.of())
        .nearest(findings(rows))
        .orElseThrow()
        .record()
        .name();
  }

  private static List<MatchedRecord<ArtificialAnalysisModel>> findings(String rows) {
    return Arrays.stream(rows.strip().split(" "))
        .map(row -> finding(row, row.equals(UNSAID) ? null : row, 0.9))
        .toList();
  }

  private static ListedModel entry(Listing listing) {
    return ModelCatalogue.of(
            List.of(new TopicValue<>(new Raw<>("p", Instant.EPOCH, listing.model()), 0)))
        .entries()
        .iterator()
        .next();
  }

  private static MatchedRecord<ArtificialAnalysisModel> finding(
      String name, String effort, double confidence) {
    return new MatchedRecord<>(
        new TopicValue<>(new Raw<>("p", Instant.EPOCH, BenchmarkRows.analysis(name, 1, 1)), 0),
        new Decision.Match(CanonicalId.of("acme/sage"), MatchRule.EXACT_NAME, confidence, effort));
  }
}
