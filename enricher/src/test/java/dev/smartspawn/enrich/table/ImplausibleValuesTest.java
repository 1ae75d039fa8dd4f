package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.enrich.name.Catalogues;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.HourlyPrice;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One kind of implausible value each, in a catalogue of other models. */
class ImplausibleValuesTest {

  private static final String ID = "acme/odd-7";
  private static final CanonicalId ODD = CanonicalId.of(ID);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-07-02T00:00:00Z",
        "2027-07-01T00:00:00Z",
        "2031-01-01T00:00:00Z",
        "+58804-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1970-01-21T00:00:00Z",
        "1999-12-31T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void dateBeyondThePullsDayOrBeforeAnyModelIsNoDate(String created) {
    assertThat(tableWith(odd -> odd.created(created)))
        .isEqualTo(tableWith(odd -> odd.created(null)));
  }

  @Test
  void dateOfThePullsDayCounts() {
    assertThat(tableWith(odd -> odd.created("2026-07-01T23:00:00Z")).get(ODD).tags())
        .contains("new");
  }

  static Stream<Arguments> figuresOffTheirScale() {
    return Stream.of(
        Arguments.of("index in tenths", figure(in -> in.analysis(analysis("coding_index", 520.0)))),
        Arguments.of(
            "sign of an index", figure(in -> in.analysis(analysis("coding_index", -52.0)))),
        Arguments.of("index just below 0", figure(in -> in.analysis(analysis("math_index", -0.1)))),
        Arguments.of(
            "signed index below its scale",
            figure(in -> in.analysis(analysis("aa_omniscience_index", -101.0)))),
        Arguments.of(
            "infinite index",
            figure(in -> in.analysis(analysis("intelligence_index", Double.POSITIVE_INFINITY)))),
        Arguments.of("percent as fraction", figure(in -> in.analysis(analysis("gpqa", 81.0)))),
        Arguments.of("negative fraction", figure(in -> in.analysis(analysis("mmlu_pro", -0.2)))),
        Arguments.of("Elo in tenths", figure(in -> in.rating(rating(Board.TEXT, 14_500)))),
        Arguments.of("index as Elo", figure(in -> in.rating(rating(Board.TEXT, 75)))),
        Arguments.of("vision Elo", figure(in -> in.rating(rating(Board.VISION, 2_501)))),
        Arguments.of(
            "percent at LiveBench",
            figure(in -> in.liveBench(BenchmarkRows.liveBench("odd-7", Map.of("coding", 85.0))))),
        Arguments.of(
            "fraction of percent",
            figure(
                in ->
                    in.hf(
                        new HfEvaluationBuilder()
                            .evalName("odd")
                            .fullname(ID)
                            .average(4_000.0)
                            .build()))),
        Arguments.of(
            "speed in milliseconds",
            figure(
                in ->
                    in.analysis(
                        new ArtificialAnalysisModelBuilder(analysis("x", null))
                            .outputTokensPerSecond(1e9)
                            .build()))));
  }

  private static UnaryOperator<InputBuilder> figure(UnaryOperator<InputBuilder> record) {
    return record;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("figuresOffTheirScale")
  void figureOffItsScaleIsNoFigure(String kind, UnaryOperator<InputBuilder> record) {
    InputBuilder input = AuthoredTableTest.authored().listing(Listing.of(ID));
    SortedMap<CanonicalId, EnrichedModel> without = input.table();
    record.apply(input);

    assertThat(input.enrichment().refused()).isNotEmpty();
    input
        .table()
        .forEach(
            (id, model) ->
                assertThat(model.estimates()).as("%s", id).isEqualTo(without.get(id).estimates()));
  }

  @Test
  void embeddedIndexOffItsScaleIsNoFigure() {
    assertThat(tableWith(odd -> odd.embeds(5_200.0, 6_100.0)).get(ODD).estimates())
        .isEqualTo(tableWith(odd -> odd).get(ODD).estimates());
  }

  @Test
  void refusalsAreCountedBySourceAndFieldAndHaveAReason() {
    InputBuilder input =
        new InputBuilder()
            .listing(Listing.of(ID).created("2031-01-01T00:00:00Z").embeds(5_200.0, null))
            .listing(Listing.of("acme/odd-8").created("2032-01-01T00:00:00Z"))
            .rating(rating(Board.TEXT, 14_500));

    EnrichedTable table = input.enrichment();

    assertThat(table.refused())
        .containsEntry(
            Source.OPENROUTER,
            new RefusedFields(
                Map.of("created", 2, "benchmarks.artificial_analysis.intelligence_index", 1),
                List.of()))
        .containsEntry(Source.LMARENA, new RefusedFields(Map.of("text", 1), List.of()));
    assertThat(table.refusals())
        .contains(
            "openrouter: 'acme/odd-7' has created 2031-01-01T00:00:00Z: expected a date from 2015 to"
                + " the day of the pull")
        .hasSize(3);
  }

  @Test
  void manyFiguresOffTheirScaleAreReportedAsANewEdition() {
    InputBuilder tenfold = new InputBuilder();
    Catalogues.own().forEach(tenfold::listing);
    for (int i = 0; i < 20; i++) {
      tenfold.liveBench(
          BenchmarkRows.liveBench("acme-odd-" + i, Map.of("coding", i < 6 ? 1.0 * i + 2 : 0.5)));
    }

    assertThat(tenfold.enrichment().refused())
        .containsEntry(Source.LIVEBENCH, new RefusedFields(Map.of(), List.of("coding")));
    assertThat(tenfold.enrichment().refusals())
        .contains(
            "livebench: many figures of coding are off its scale: left out, as it seems to be a new"
                + " edition");
  }

  @ParameterizedTest
  @CsvSource({
    "2.5,10",
    "0.001,0",
    "0,1",
    "0.000000000001,0.000001",
    "1e300,1e300",
  })
  void priceOfAnotherUnitRefusesTheModel(String prompt, String completion) {
    SortedMap<CanonicalId, EnrichedModel> table = tableWith(odd -> odd.price(prompt, completion));

    assertThat(table).isEqualTo(AuthoredTableTest.authored().table());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(longs = {0, -1, Long.MAX_VALUE})
  void limitThatIsNoNumberOfTokensIsUnknown(Long tokens) {
    InputBuilder input = AuthoredTableTest.authored();
    input.listing(
        new OpenRouterModelBuilder(Listing.of(ID).model())
            .contextLength(tokens == null ? 0 : tokens)
            .maxCompletionTokens(tokens)
            .build());

    assertThat(input.model(ID).contextLength()).isZero();
    assertThat(input.model(ID).maxOutputTokens()).isNull();
  }

  @Test
  void hugeNameIsReplacedByTheId() {
    assertThat(tableWith(odd -> odd.name("n".repeat(5_000))).get(ODD).name()).isEqualTo(ID);
  }

  @Test
  void endInThePastCenturyIsNoEnd() {
    assertThat(tableWith(odd -> odd.expires("1970-01-01")).get(ODD).lastDay()).isNull();
    assertThat(tableWith(odd -> odd.expires("2026-07-01")).get(ODD).lastDay())
        .isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "shieldlab/warden-9b, ShieldLab: Warden 9B Moderation, text",
    "shieldlab/wild-9b, ShieldLab: WildGuard 9B, text",
    "meta-llama/llama-guard-9-12b, Meta: Llama Guard 9 12B, text",
    "nvidia/content-safety-4, NVIDIA: Content Safety 4, text",
    "nvidia/nemotron-3.5-content-safety:free, NVIDIA: Nemotron 3.5 Content Safety (free), text",
    "openai/gpt-oss-safeguard-20b, OpenAI: gpt-oss-safeguard-20b, text",
    "google/lyria-3-pro-preview, Google: Lyria 3 Pro Preview, text;audio",
    "talklab/voice-3, TalkLab: Voice 3 TTS, text",
    "vec/text-embedding-5, Vec: Text Embedding 5, text",
    "vec/rank-2, Vec: Rank 2, rerank",
    "paintlab/brush-2, PaintLab: Brush 2, image;text",
    "talklab/voice-2, TalkLab: Voice 2, text;audio",
    "filmlab/reel-1, FilmLab: Reel 1, text;video",
    "vec/dense-1, Vec: Dense 1, embeddings",
  })
  void modelThatIsNotMadeForTasksInWordsHasNoCategory(String id, String name, String outputs) {
    InputBuilder input = AuthoredTableTest.authored();
    input.listing(Listing.of(id).name(name).price("0.00001", "0.00005").writes(outputs.split(";")));

    assertThat(input.model(id).categories()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acme/vanguard-2, Acme: Vanguard 2",
    "acme/imagine-2, Acme: Imagine 2",
    "acme/guardrailed, Acme: Unguarded",
    "mistralai/voxtral-small, Mistral: Voxtral Small",
  })
  void ordinaryModelKeepsItsCategories(String id, String name) {
    InputBuilder input = AuthoredTableTest.authored();
    input.listing(Listing.of(id).name(name));

    assertThat(input.model(id).categories()).isNotEmpty();
  }

  @Test
  void modelThatTakesNoTextHasNoCategory() {
    assertThat(tableWith(odd -> odd.reads("audio")).get(ODD).categories()).isEmpty();
  }

  @Test
  void feePerRequestIsKeptAndMakesTheModelNeitherFreeNorCheap() {
    EnrichedModel model = tableWith(odd -> odd.price("0", "0").fees("0.04", null, null)).get(ODD);

    assertThat(model.pricing().fees().request()).isEqualTo(0.04);
    assertThat(model.pricing().fees().perCall()).isEqualTo(0.04);
    assertThat(model.tags()).doesNotContain("free");
    assertThat(model.categories()).extracting(Object::toString).doesNotContain("fast-cheap");
    assertThat(model.tier()).isNotEqualTo(Tier.BUDGET);
  }

  @Test
  void searchBoundsACallOnlyWhereTheModelAlwaysSearches() {
    assertThat(
            tableWith(odd -> odd.fees(null, "0.02", null).supports("web_search_options"))
                .get(ODD)
                .pricing()
                .fees()
                .perCall())
        .isEqualTo(0.02);
    EnrichedModel.Fees offered =
        tableWith(odd -> odd.fees(null, "0.02", null)).get(ODD).pricing().fees();
    assertThat(offered.search()).isEqualTo(0.02);
    assertThat(offered.perCall()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openai/o3-deep-research", "openai/gpt-9-search-preview", "acme/odd-7:online"})
  void searchBoundsACallOfAModelThatIsNamedForIt(String id) {
    InputBuilder input = AuthoredTableTest.authored();
    input.listing(Listing.of(id).fees(null, "0.02", null));

    assertThat(input.model(id).pricing().fees().perCall()).isEqualTo(0.02);
  }

  @Test
  void hiddenTokenThatCostsMoreThanAWrittenOneBoundsTheOutput() {
    assertThat(tableWith(odd -> odd.fees(null, null, "0.00002")).get(ODD).pricing().highestOutput())
        .isEqualTo(20);
    assertThat(
            tableWith(odd -> odd.fees(null, null, "0.000001")).get(ODD).pricing().highestOutput())
        .isNull();
  }

  @Test
  void hourlyPriceCountsAtTheMostExpensiveHour() {
    var pricing =
        tableWith(
                odd ->
                    odd.price("0.00000066", "0.00000198")
                        .atHours("1000-100", "0.00000066", "0.00000198")
                        .atHours("100-1000", "0.00000132", "0.00000396"))
            .get(ODD)
            .pricing();

    assertThat(pricing.prompt()).isEqualTo(1.32);
    assertThat(pricing.completion()).isEqualTo(3.96);
    assertThat(pricing.hourly())
        .containsExactly(
            new HourlyPrice("1000-100", 0.66, 1.98), new HourlyPrice("100-1000", 1.32, 3.96));
  }

  @Test
  void discountAtNightIsNotThePrice() {
    var pricing =
        tableWith(odd -> odd.price("0.000002", "0.000008").atHours("16-24", "0.000001", "0.000004"))
            .get(ODD)
            .pricing();

    assertThat(pricing.prompt()).isEqualTo(2);
    assertThat(pricing.completion()).isEqualTo(8);
  }

  @Test
  void modelIsKnownByItsDatedIdAndItsAliases() {
    InputBuilder input = AuthoredTableTest.authored();
    input
        .listing(Listing.of(ID).slug("acme/odd-7-20260601").repository("Acme/Odd-7-Instruct"))
        .listing(Listing.of(ID + ":free").slug("acme/odd-7-20260601"))
        .alias("Odd Seven", ID);

    assertThat(input.model(ID).alsoKnownAs())
        .containsExactly("acme/odd-7-20260601", "acme/odd-7-instruct", "odd seven");
    assertThat(input.model(ID + ":free").alsoKnownAs()).isEmpty();
  }

  private static SortedMap<CanonicalId, EnrichedModel> tableWith(UnaryOperator<Listing> odd) {
    return AuthoredTableTest.authored().listing(odd.apply(Listing.of(ID))).table();
  }

  private static ArtificialAnalysisModel analysis(String metric, Double figure) {
    return new ArtificialAnalysisModelBuilder()
        .id("odd")
        .name("Odd 7")
        .slug("odd-7")
        .evaluations(figure == null ? Map.of() : Map.of(metric, figure))
        .build();
  }

  private static ArenaRating rating(Board board, double elo) {
    return BenchmarkRows.rating(board, "odd-7", elo);
  }
}
