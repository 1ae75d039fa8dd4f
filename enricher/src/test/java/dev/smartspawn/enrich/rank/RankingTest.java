package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void theTruthOfAnInventedWorldIsFound() {
    World world = World.of(150, 0.7, 1);

    assertThat(agreement(world, world.models())).isGreaterThan(0.9);
  }

  @Test
  void everySourceAloneOrdersBetterThanChance() {
    World world = World.of(150, 0.7, 2);

    for (Metric kept : List.of(Metric.AA_CODING, Metric.ARENA_TEXT, Metric.EMBEDDED_CODING)) {
      Set<Metric> hidden = EnumSet.complementOf(EnumSet.of(kept));
      assertThat(agreement(world, world.modelsWithout(hidden))).as(kept.id()).isGreaterThan(0.8);
    }
  }

  @Property(tries = 10)
  void theOrderOfThePopulationDoesNotMatter(@ForAll long seed) {
    List<Measured> models = World.of(60, 0.6, 3).models();
    List<Measured> shuffled = new ArrayList<>(models);
    Collections.shuffle(shuffled, new Random(seed));

    for (Category category : Category.values()) {
      assertThat(Ranking.of(shuffled).order(category))
          .isEqualTo(Ranking.of(models).order(category));
    }
    for (Measured model : models) {
      assertThat(Ranking.of(shuffled).estimates(model.id()))
          .isEqualTo(Ranking.of(models).estimates(model.id()));
    }
  }

  @Property(tries = 60)
  void populationsOfAnySizeGiveNumbers(
      @ForAll @IntRange(min = 0, max = 25) int size,
      @ForAll @IntRange(min = 0, max = 10) int tenthsMeasured,
      @ForAll long seed) {
    List<Measured> models = World.of(size, tenthsMeasured / 10.0, seed).models();
    Ranking ranking = Ranking.of(models);

    for (Measured model : models) {
      assertThat(ranking.estimates(model.id())).hasSize(Category.values().length);
      ranking.estimates(model.id()).values().forEach(RankingTest::assertSane);
    }
  }

  @Test
  void nothingKnownAtAllGivesNumbers() {
    Measured bare = new Measured(CanonicalId.of("a/b"), null, 0, 0, false, false, Map.of());

    Ranking ranking = Ranking.of(List.of(bare));

    ranking.estimates(bare.id()).values().forEach(RankingTest::assertSane);
    assertThat(ranking.estimate(bare.id(), Category.CODING).orElseThrow().measured()).isFalse();
  }

  @Test
  void withoutAnyFigureTheNewerAndDearerIsExpectedBetter() {
    Measured old =
        new Measured(
            CanonicalId.of("a/old"),
            World.NEWEST.minus(Duration.ofDays(700)),
            1,
            1,
            true,
            true,
            Map.of());
    List<Measured> models =
        List.of(old, World.model("a/new", 1, Map.of()), World.model("a/dear", 10, Map.of()));

    assertThat(Ranking.of(models).order(Category.CODING).stream().map(CanonicalId::value))
        .containsExactly("a/dear", "a/new", "a/old");
  }

  @Test
  void anUnmeasuredPremiumModelDoesNotOutrankAMeasuredGoodOne() {
    List<Measured> models = new ArrayList<>(World.of(100, 0.7, 4).models());
    Measured good = World.model("good/measured", 1, Map.of(Metric.AA_CODING, 44.0));
    Measured premium = World.model("premium/unmeasured", 15, Map.of());
    models.addAll(List.of(good, premium));

    Ranking ranking = Ranking.of(models);

    assertThat(coding(ranking, good).low()).isGreaterThan(coding(ranking, premium).low());
    assertThat(coding(ranking, good).error()).isLessThan(coding(ranking, premium).error() / 2);
  }

  @Test
  void moreEvidenceNarrowsAndContradictionWidens() {
    List<Measured> models = new ArrayList<>(World.of(100, 0.9, 5).models());
    Measured one = World.model("a/one", Map.of(Metric.AA_CODING, 42.0));
    Measured agreed =
        World.model(
            "a/agreed", Map.of(Metric.AA_CODING, 42.0, Metric.LIVEBENCH_AGENTIC_CODING, 0.62));
    Measured contradicted =
        World.model(
            "a/contradicted", Map.of(Metric.AA_CODING, 42.0, Metric.LIVEBENCH_AGENTIC_CODING, 0.1));
    models.addAll(List.of(one, agreed, contradicted));

    Ranking ranking = Ranking.of(models);

    assertThat(coding(ranking, agreed).error()).isLessThan(coding(ranking, one).error());
    assertThat(coding(ranking, contradicted).error())
        .isGreaterThan(coding(ranking, agreed).error());
    assertThat(coding(ranking, agreed).sources()).isEqualTo(2);
    assertThat(coding(ranking, agreed).confidence())
        .isGreaterThan(coding(ranking, one).confidence());
  }

  @Test
  void twoFiguresOfOneLaboratoryAreOneSource() {
    List<Measured> models = new ArrayList<>(World.of(100, 0.9, 6).models());
    Measured both =
        World.model("a/both", Map.of(Metric.AA_CODING, 40.0, Metric.EMBEDDED_CODING, 61.0));
    models.add(both);

    assertThat(coding(Ranking.of(models), both).evidence())
        .singleElement()
        .satisfies(one -> assertThat(one.metrics()).containsExactly(Metric.AA_CODING));
  }

  @Test
  void theScaleIsTheSpecifications() {
    List<Measured> models = new ArrayList<>(World.of(100, 0.9, 7).models());
    Measured measured = World.model("a/measured", Map.of(Metric.AA_CODING, 50.0));
    models.add(measured);

    assertThat(coding(Ranking.of(models), measured).estimate()).isCloseTo(75, within(2.0));
  }

  @Test
  void anOlderModelsNumbersAreLessSure() {
    List<Measured> models = new ArrayList<>(World.of(100, 0.9, 8).models());
    Measured today = World.model("a/today", Map.of(Metric.AA_CODING, 30.0));
    Measured old =
        new Measured(
            CanonicalId.of("a/old"),
            World.NEWEST.minus(Duration.ofDays(730)),
            1,
            1,
            true,
            true,
            Map.of(Metric.AA_CODING, 30.0));
    models.addAll(List.of(today, old));

    Ranking ranking = Ranking.of(models);

    assertThat(coding(ranking, old).error()).isGreaterThan(coding(ranking, today).error());
  }

  @Test
  void aFreeVariantIsAsGoodAsItsBaseAndTeachesNothing() {
    List<Measured> models = new ArrayList<>(World.of(80, 0.7, 9).models());
    Measured base = World.model("a/base", Map.of(Metric.AA_CODING, 41.0));
    models.add(base);
    Ranking before = Ranking.of(models);
    models.add(World.model("a/base:free", 0, base.values()));
    Ranking after = Ranking.of(models);

    assertThat(after.estimate(CanonicalId.of("a/base:free"), Category.CODING))
        .isEqualTo(after.estimate(base.id(), Category.CODING));
    assertThat(after.estimates(base.id())).isEqualTo(before.estimates(base.id()));
  }

  @Test
  void fastCheapWeighsThePriceIn() {
    List<Measured> models = new ArrayList<>(World.of(80, 0.7, 10).models());
    Map<Metric, Double> figures = Map.of(Metric.AA_INTELLIGENCE, 40.0);
    models.add(World.model("a/cheap", 0.2, figures));
    models.add(World.model("a/dear", 20, figures));

    List<CanonicalId> order = Ranking.of(models).order(Category.FAST_CHEAP);

    assertThat(order.indexOf(CanonicalId.of("a/cheap")))
        .isLessThan(order.indexOf(CanonicalId.of("a/dear")));
  }

  @Test
  void aModelWithoutEyesHasNoEstimateForVision() {
    Measured blind =
        new Measured(CanonicalId.of("a/blind"), World.NEWEST, 1, 1, true, false, Map.of());

    assertThat(Ranking.of(List.of(blind)).estimate(blind.id(), Category.VISION)).isEmpty();
  }

  @Test
  void notANumberIsNoFigure() {
    Measured model = World.model("a/b", Map.of(Metric.AA_CODING, Double.NaN));

    assertThat(model.has(Metric.AA_CODING)).isFalse();
  }

  private static double agreement(World world, List<Measured> models) {
    Ranking ranking = Ranking.of(models);
    double[] low = models.stream().mapToDouble(model -> coding(ranking, model).low()).toArray();
    return RankCorrelation.spearman(world.qualities(), low);
  }

  private static Estimate coding(Ranking ranking, Measured model) {
    return ranking.estimate(model.id(), Category.CODING).orElseThrow();
  }

  private static void assertSane(Estimate estimate) {
    double[] numbers = {estimate.low(), estimate.estimate(), estimate.high(), estimate.expected()};
    assertThat(Arrays.stream(numbers).boxed().collect(Collectors.toList()))
        .allSatisfy(number -> assertThat(number).isBetween(0.0, 100.0));
    assertThat(numbers[0]).isLessThanOrEqualTo(numbers[1]);
    assertThat(numbers[1]).isLessThanOrEqualTo(numbers[2]);
    assertThat(estimate.confidence()).isBetween(0.0, 1.0);
  }
}
