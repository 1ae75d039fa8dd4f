package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.enrich.evaluation.RankCorrelation;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
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

class QualityRankingTest {

  /** Intervals of a model's quality, without how a laboratory that nobody has heard errs. */
  private static final RankingConstants WITHOUT_UNHEARD =
      new RankingConstants(0.4, 4, 0.1, 4, 1, 0.3, 4, 0, 1e9, 0);

  @Test
  void theTruthOfAnInventedWorldIsFound() {
    SyntheticPopulation world = SyntheticPopulation.of(150, 0.7, 1);

    assertThat(agreement(world, world.models())).isGreaterThan(0.9);
  }

  @Test
  void everySourceAloneOrdersBetterThanChance() {
    SyntheticPopulation world = SyntheticPopulation.of(150, 0.7, 2);

    for (Metric kept : List.of(Metric.AA_CODING, Metric.ARENA_TEXT, Metric.EMBEDDED_CODING)) {
      Set<Metric> hidden = EnumSet.complementOf(EnumSet.of(kept));
      assertThat(agreement(world, world.modelsWithout(hidden))).as(kept.id()).isGreaterThan(0.8);
    }
  }

  @Property(tries = 10)
  void theOrderOfThePopulationDoesNotMatter(@ForAll long seed) {
    List<MeasuredModel> models = SyntheticPopulation.of(60, 0.6, 3).models();
    List<MeasuredModel> shuffled = new ArrayList<>(models);
    Collections.shuffle(shuffled, new Random(seed));

    for (Category category : Category.values()) {
      assertThat(QualityRanking.of(shuffled).order(category))
          .isEqualTo(QualityRanking.of(models).order(category));
    }
    for (MeasuredModel model : models) {
      assertThat(QualityRanking.of(shuffled).estimates(model.id()))
          .isEqualTo(QualityRanking.of(models).estimates(model.id()));
    }
  }

  @Property(tries = 60)
  void populationsOfAnySizeGiveNumbers(
      @ForAll @IntRange(min = 0, max = 25) int size,
      @ForAll @IntRange(min = 0, max = 10) int tenthsMeasured,
      @ForAll long seed) {
    List<MeasuredModel> models = SyntheticPopulation.of(size, tenthsMeasured / 10.0, seed).models();
    QualityRanking ranking = QualityRanking.of(models);

    for (MeasuredModel model : models) {
      assertThat(ranking.estimates(model.id())).hasSize(Category.values().length);
      ranking.estimates(model.id()).values().forEach(QualityRankingTest::assertSane);
    }
  }

  @Test
  void nothingKnownAtAllGivesNumbers() {
    MeasuredModel bare =
        new MeasuredModel(CanonicalId.of("a/b"), null, 0, 0, false, false, Map.of());

    QualityRanking ranking = QualityRanking.of(List.of(bare));

    ranking.estimates(bare.id()).values().forEach(QualityRankingTest::assertSane);
    assertThat(ranking.estimate(bare.id(), Category.CODING).orElseThrow().measured()).isFalse();
  }

  @Test
  void withoutAnyFigureTheNewerAndDearerIsExpectedBetter() {
    MeasuredModel old =
        new MeasuredModel(
            CanonicalId.of("a/old"),
            SyntheticPopulation.NEWEST.minus(Duration.ofDays(700)),
            1,
            1,
            true,
            true,
            Map.of());
    List<MeasuredModel> models =
        List.of(
            old,
            SyntheticPopulation.model("a/new", 1, Map.of()),
            SyntheticPopulation.model("a/dear", 10, Map.of()));

    assertThat(QualityRanking.of(models).order(Category.CODING).stream().map(CanonicalId::value))
        .containsExactly("a/dear", "a/new", "a/old");
  }

  @Test
  void anUnmeasuredPremiumModelDoesNotOutrankAMeasuredGoodOne() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(100, 0.7, 4).models());
    MeasuredModel good =
        SyntheticPopulation.model("good/measured", 1, Map.of(Metric.AA_CODING, 44.0));
    MeasuredModel premium = SyntheticPopulation.model("premium/unmeasured", 15, Map.of());
    models.addAll(List.of(good, premium));

    QualityRanking ranking = QualityRanking.of(models);

    assertThat(coding(ranking, good).low()).isGreaterThan(coding(ranking, premium).low());
    assertThat(coding(ranking, good).error()).isLessThan(coding(ranking, premium).error());
    QualityRanking ofQuality = QualityRanking.of(models, WITHOUT_UNHEARD);
    assertThat(coding(ofQuality, good).error()).isLessThan(coding(ofQuality, premium).error() / 2);
  }

  @Test
  void moreEvidenceNarrowsAndContradictionWidens() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(100, 0.9, 5).models());
    MeasuredModel one = SyntheticPopulation.model("a/one", Map.of(Metric.AA_CODING, 42.0));
    MeasuredModel agreed =
        SyntheticPopulation.model(
            "a/agreed", Map.of(Metric.AA_CODING, 42.0, Metric.LIVEBENCH_AGENTIC_CODING, 0.62));
    MeasuredModel contradicted =
        SyntheticPopulation.model(
            "a/contradicted", Map.of(Metric.AA_CODING, 42.0, Metric.LIVEBENCH_AGENTIC_CODING, 0.1));
    models.addAll(List.of(one, agreed, contradicted));

    QualityRanking ranking = QualityRanking.of(models);

    assertThat(coding(ranking, agreed).error()).isLessThan(coding(ranking, one).error());
    assertThat(coding(ranking, contradicted).error())
        .isGreaterThan(coding(ranking, agreed).error());
    assertThat(coding(ranking, agreed).sources()).isEqualTo(2);
    assertThat(coding(ranking, agreed).confidence())
        .isGreaterThan(coding(ranking, one).confidence());
  }

  /** The catalogue passes on what the laboratory measured: no second opinion. */
  @Test
  void aLaboratoryDoesNotConfirmItself() {
    List<MeasuredModel> models = SyntheticPopulation.of(100, 0.9, 6).models();
    List<MeasuredModel> echoed = models.stream().map(QualityRankingTest::echoing).toList();
    CanonicalId one = models.get(0).id();

    Estimate alone = QualityRanking.of(models).estimate(one, Category.CODING).orElseThrow();
    Estimate echo = QualityRanking.of(echoed).estimate(one, Category.CODING).orElseThrow();

    assertThat(echo.error()).isCloseTo(alone.error(), within(1e-9));
  }

  @Test
  void theIntervalIsOfALaboratoryNobodyHeard() {
    SyntheticPopulation world = SyntheticPopulation.of(150, 0.7, 11);
    QualityRanking ranking = QualityRanking.of(world.models());
    QualityRanking ofQuality = QualityRanking.of(world.models(), WITHOUT_UNHEARD);

    for (MeasuredModel model : world.models()) {
      assertThat(coding(ranking, model).error()).isGreaterThan(coding(ofQuality, model).error());
      assertThat(coding(ranking, model).estimate())
          .isCloseTo(coding(ofQuality, model).estimate(), within(1e-9));
    }
    assertThat(ranking.order(Category.CODING)).isEqualTo(ofQuality.order(Category.CODING));
  }

  @Test
  void twoFiguresOfOneLaboratoryAreOneSource() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(100, 0.9, 6).models());
    MeasuredModel both =
        SyntheticPopulation.model(
            "a/both", Map.of(Metric.AA_CODING, 40.0, Metric.EMBEDDED_CODING, 61.0));
    models.add(both);

    assertThat(coding(QualityRanking.of(models), both).evidence())
        .singleElement()
        .satisfies(one -> assertThat(one.metrics()).containsExactly(Metric.AA_CODING));
  }

  @Test
  void theScaleIsTheSpecifications() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(100, 0.9, 7).models());
    MeasuredModel measured =
        SyntheticPopulation.model("a/measured", Map.of(Metric.AA_CODING, 50.0));
    models.add(measured);

    assertThat(coding(QualityRanking.of(models), measured).estimate()).isCloseTo(75, within(2.0));
  }

  @Test
  void anOlderModelsNumbersAreLessSure() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(100, 0.9, 8).models());
    MeasuredModel today = SyntheticPopulation.model("a/today", Map.of(Metric.AA_CODING, 30.0));
    MeasuredModel old =
        new MeasuredModel(
            CanonicalId.of("a/old"),
            SyntheticPopulation.NEWEST.minus(Duration.ofDays(730)),
            1,
            1,
            true,
            true,
            Map.of(Metric.AA_CODING, 30.0));
    models.addAll(List.of(today, old));

    QualityRanking ranking = QualityRanking.of(models);

    assertThat(coding(ranking, old).error()).isGreaterThan(coding(ranking, today).error());
  }

  @Test
  void aFreeVariantIsAsGoodAsItsBaseAndTeachesNothing() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(80, 0.7, 9).models());
    MeasuredModel base = SyntheticPopulation.model("a/base", Map.of(Metric.AA_CODING, 41.0));
    models.add(base);
    QualityRanking before = QualityRanking.of(models);
    models.add(SyntheticPopulation.model("a/base:free", 0, base.values()));
    QualityRanking after = QualityRanking.of(models);

    assertThat(after.estimate(CanonicalId.of("a/base:free"), Category.CODING))
        .isEqualTo(after.estimate(base.id(), Category.CODING));
    assertThat(after.estimates(base.id())).isEqualTo(before.estimates(base.id()));
  }

  @Test
  void fastCheapWeighsThePriceIn() {
    List<MeasuredModel> models = new ArrayList<>(SyntheticPopulation.of(80, 0.7, 10).models());
    Map<Metric, Double> figures = Map.of(Metric.AA_INTELLIGENCE, 40.0);
    models.add(SyntheticPopulation.model("a/cheap", 0.2, figures));
    models.add(SyntheticPopulation.model("a/dear", 20, figures));

    List<CanonicalId> order = QualityRanking.of(models).order(Category.FAST_CHEAP);

    assertThat(order.indexOf(CanonicalId.of("a/cheap")))
        .isLessThan(order.indexOf(CanonicalId.of("a/dear")));
  }

  @Test
  void aModelWithoutEyesHasNoEstimateForVision() {
    MeasuredModel blind =
        new MeasuredModel(
            CanonicalId.of("a/blind"), SyntheticPopulation.NEWEST, 1, 1, true, false, Map.of());

    assertThat(QualityRanking.of(List.of(blind)).estimate(blind.id(), Category.VISION)).isEmpty();
  }

  @Test
  void notANumberIsNoFigure() {
    MeasuredModel model = SyntheticPopulation.model("a/b", Map.of(Metric.AA_CODING, Double.NaN));

    assertThat(model.has(Metric.AA_CODING)).isFalse();
  }

  /** With the embedded coding index an exact copy of the laboratory's own. */
  private static MeasuredModel echoing(MeasuredModel model) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.putAll(model.values());
    values.remove(Metric.EMBEDDED_CODING);
    if (model.has(Metric.AA_CODING)) {
      values.put(Metric.EMBEDDED_CODING, model.value(Metric.AA_CODING));
    }
    return new MeasuredModel(
        model.id(),
        model.created(),
        model.promptPrice(),
        model.completionPrice(),
        model.reasoning(),
        model.vision(),
        values);
  }

  private static double agreement(SyntheticPopulation world, List<MeasuredModel> models) {
    QualityRanking ranking = QualityRanking.of(models);
    double[] low = models.stream().mapToDouble(model -> coding(ranking, model).low()).toArray();
    return RankCorrelation.spearman(world.qualities(), low);
  }

  private static Estimate coding(QualityRanking ranking, MeasuredModel model) {
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
