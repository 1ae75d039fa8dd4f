package dev.smartspawn.enrich.incumbent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncumbentsTest {

  private static final Instant FIRST = Instant.parse("2026-06-18T12:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-06-19T12:00:00Z");
  private static final CanonicalId ONE = CanonicalId.of("a/one");
  private static final CanonicalId TWO = CanonicalId.of("b/two");

  private final List<Leader> before = leaders(List.of(), Set.of(), FIRST, at(ONE, 80), at(TWO, 78));

  @Test
  void theBestModelIsTheFirstLeader() {
    assertThat(before).hasSize(Budget.values().length);
    assertThat(leader(before)).isEqualTo(new Leader(Category.CODING, Budget.LOW, ONE, FIRST, null));
  }

  @Test
  void anotherModelsLeadAloneIsNoReason() {
    List<Leader> after = leaders(before, Set.of(), SECOND, at(ONE, 80), at(TWO, 90));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aLeadThatCameWithAChangeOfTheTwoIsOne() {
    Leader expected = new Leader(Category.CODING, Budget.LOW, TWO, SECOND, ONE);
    assertThat(leader(leaders(before, Set.of(TWO), SECOND, at(ONE, 80), at(TWO, 90))))
        .isEqualTo(expected);
    assertThat(leader(leaders(before, Set.of(ONE), SECOND, at(ONE, 70), at(TWO, 78))))
        .isEqualTo(expected);
  }

  @Test
  void aSmallLeadIsWithinTheError() {
    assertThat(leaders(before, Set.of(ONE, TWO), SECOND, at(ONE, 80), at(TWO, 80.01)))
        .isEqualTo(before);
  }

  @Test
  void aThirdModelThatChangedDoesNotLetAnUnchangedOneIn() {
    CanonicalId three = CanonicalId.of("c/three");
    List<Leader> after =
        leaders(before, Set.of(three), SECOND, at(ONE, 80), at(TWO, 90), at(three, 85));
    assertThat(leader(after).model()).isEqualTo(three);
  }

  @Test
  void aLeaderThatIsGoneOrTooExpensiveIsReplaced() {
    assertThat(leader(leaders(before, Set.of(), SECOND, at(TWO, 78))))
        .isEqualTo(new Leader(Category.CODING, Budget.LOW, TWO, SECOND, ONE));
    List<Leader> expensive =
        leaders(before, Set.of(ONE), SECOND, model(ONE, 80, 3, 1), at(TWO, 78));
    assertThat(leader(expensive).model()).isEqualTo(TWO);
    assertThat(expensive)
        .filteredOn(leader -> leader.budget() == Budget.MEDIUM)
        .extracting(Leader::model)
        .containsExactly(ONE);
  }

  @Test
  void theOrderOfModelsDoesNotMatter() {
    assertThat(leaders(before, Set.of(TWO), SECOND, at(TWO, 90), at(ONE, 80)))
        .isEqualTo(leaders(before, Set.of(TWO), SECOND, at(ONE, 80), at(TWO, 90)));
  }

  @Test
  void ownFiguresAreFiguresPricesAndCapabilitiesButNotSpeeds() {
    String digest = OwnFigures.digest(model(ONE, 80, 0.5, 1));
    assertThat(OwnFigures.digest(model(ONE, 90, 0.5, 1))).isEqualTo(digest);
    assertThat(OwnFigures.digest(model(ONE, 80, 0.6, 1))).isNotEqualTo(digest);
    assertThat(OwnFigures.digest(model(ONE, 80, 0.5, 2))).isNotEqualTo(digest);
    EnrichedModel slower = builder(ONE, 80, 0.5).evidence(List.of(figure(1), speed(20))).build();
    EnrichedModel faster = builder(ONE, 80, 0.5).evidence(List.of(figure(1), speed(90))).build();
    assertThat(OwnFigures.digest(slower)).isEqualTo(OwnFigures.digest(faster)).isEqualTo(digest);
  }

  private static List<Leader> leaders(
      List<Leader> before, Set<CanonicalId> changed, Instant at, EnrichedModel... models) {
    return Incumbents.after(before, List.of(models), changed::contains, at);
  }

  private static Leader leader(List<Leader> leaders) {
    return leaders.stream()
        .filter(leader -> leader.category() == Category.CODING && leader.budget() == Budget.LOW)
        .findFirst()
        .orElseThrow();
  }

  private static EnrichedModel at(CanonicalId id, double coding) {
    return model(id, coding, 0.5, 1);
  }

  private static EnrichedModel model(CanonicalId id, double coding, double price, double figure) {
    return builder(id, coding, price).evidence(List.of(figure(figure))).build();
  }

  private static EnrichedModelBuilder builder(CanonicalId id, double coding, double price) {
    return new EnrichedModelBuilder()
        .id(id)
        .name(id.value())
        .provider(id.provider())
        .pricing(new Pricing(price, price))
        .capabilities(new Capabilities(false, false, true, false, false, false))
        .categories(List.of(Category.CODING))
        .scores(Map.of())
        .costEfficiency(Map.of())
        .tier(Tier.STANDARD)
        .tags(List.of())
        .lastUpdated(FIRST)
        .sourcesCovered(List.of())
        .alsoKnownAs(List.of())
        .estimates(
            Map.of(Category.CODING, new QualityEstimate(coding, coding - 3, coding + 3, 2, 0.9)));
  }

  private static Evidence figure(double value) {
    return number("coding_index", value, "index");
  }

  private static Evidence speed(double value) {
    return number("output_tokens_per_second", value, "tokens/s");
  }

  private static Evidence number(String field, double value, String unit) {
    return new EvidenceBuilder()
        .metric("artificial-analysis/" + field)
        .value(value)
        .raw(value)
        .unit(unit)
        .source(Source.ARTIFICIAL_ANALYSIS)
        .sourceId("key")
        .sourceName("Name")
        .rule("exact-name")
        .confidence(1)
        .topic("raw-artificial-analysis")
        .partition(0)
        .offset(0)
        .build();
  }
}
