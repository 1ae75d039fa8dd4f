package dev.smartspawn.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.source.Source;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One entry of a source with one odd value. The table is the one that a plain value, no value or no
 * entry gives; so no other model changes at all. In each row: a field's path, the odd value, and
 * what it counts as: a value, {@code absent} or {@code refused} (the entry).
 */
class OddEntriesTest {

  private static final String ABSENT = "absent";
  private static final String REFUSED = "refused";

  private static OddSources sources;

  @BeforeAll
  static void serve() throws Exception {
    sources = new OddSources();
  }

  @AfterAll
  static void close() {
    sources.close();
  }

  @BeforeEach
  void reset() {
    sources.reset();
  }

  @Test
  void oddModelIsFoundInEverySource() throws Exception {
    EnrichedModel model = Objects.requireNonNull(sources.table().get(OddSources.ODD));

    assertThat(model.evidence())
        .extracting(Evidence::source)
        .contains(
            Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS, Source.HF_LEADERBOARD, Source.LMARENA);
    assertThat(model.estimates()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "created|1780272000000|1780272000",
        "created|1780272000000000|1780272000",
        "created|1780272000000000000|1780272000",
        "created|\"1780272000\"|1780272000",
        "created|1780272000.0|1780272000",
        "created|1.780272e9|1780272000",
        "created|\"2026-06-01\"|1780272000",
        "created|\"2026-06-01T00:00:00\"|1780272000",
        "created|\"2026-06-01 00:00:00\"|1780272000",
        "created|\"2026-06-01T02:00:00+02:00\"|1780272000",
        "created|20260601|1780272000",
        "created|\"1e18\"|absent",
        "created|1e18|absent",
        "created|1e300|absent",
        "created|-1|absent",
        "created|0|absent",
        "created|NaN|absent",
        "created|-Infinity|absent",
        "created|\"NaN\"|absent",
        "created|\"tomorrow\"|absent",
        "created|[1780272000]|absent",
        "created|{}|absent",
        "created|true|absent",
        "created|4102444800|absent",
        "expiration_date|\"2026-12-31T00:00:00Z\"|\"2026-12-31\"",
        "expiration_date|1798675200000|\"2026-12-31\"",
        "expiration_date|1798675200|\"2026-12-31\"",
        "expiration_date|20261231|\"2026-12-31\"",
        "expiration_date|0|absent",
        "expiration_date|\"soon\"|absent",
        "expiration_date|[]|absent",
        "context_length|\"131072\"|131072",
        "context_length|131072.0|131072",
        "context_length|1.31072e5|131072",
        "context_length|\"128k\"|65536",
        "context_length|-1|65536",
        "context_length|0|65536",
        "context_length|null|65536",
        "context_length|1e18|65536",
        "context_length|NaN|65536",
        "context_length|[131072]|65536",
        "top_provider|null|absent",
        "top_provider|[]|absent",
        "top_provider|\"none\"|absent",
        "top_provider/max_completion_tokens|-1|absent",
        "top_provider/max_completion_tokens|\"all\"|absent",
        "top_provider/max_completion_tokens|1e30|absent",
        "pricing|null|refused",
        "pricing|[]|refused",
        "pricing|\"free\"|refused",
        "pricing/prompt|0.000001|\"0.000001\"",
        "pricing/prompt|\" 1e-6 \"|\"0.000001\"",
        "pricing/prompt|\"$0.000001\"|refused",
        "pricing/prompt|\"0.000001 USD\"|refused",
        "pricing/prompt|\"0,000001\"|refused",
        "pricing/prompt|\"free\"|refused",
        "pricing/prompt|1|refused",
        "pricing/prompt|\"2.5\"|refused",
        "pricing/prompt|1e308|refused",
        "pricing/prompt|NaN|refused",
        "pricing/prompt|\"Infinity\"|refused",
        "pricing/prompt|null|refused",
        "pricing/prompt|\"\"|refused",
        "pricing/prompt|true|refused",
        "pricing/prompt|[\"0.000001\"]|refused",
        "pricing/prompt|{\"usd\": 1}|refused",
        "pricing/request|null|absent",
        "pricing/request|\"none\"|absent",
        "pricing/request|-1|refused",
        "pricing/request|\"40\"|refused",
        "architecture|null|absent",
        "architecture|\"text->text\"|absent",
        "architecture/output_modalities|null|absent",
        "architecture/output_modalities|\"text\"|absent",
        "architecture/output_modalities|{}|absent",
        "architecture/output_modalities|[null]|absent",
        "architecture/output_modalities|[\"\"]|absent",
        "architecture/output_modalities|[\"TEXT\"]|[\"text\"]",
        "architecture/output_modalities|[\" Text \", 7]|[\"text\"]",
        "architecture/input_modalities|[\"Text\",\"IMAGE\"]|[\"text\",\"image\"]",
        "supported_parameters|null|absent",
        "supported_parameters|\"tools\"|absent",
        "supported_parameters|{\"tools\": true}|absent",
        "supported_parameters|[\"TOOLS\", [\"x\"]]|[\"tools\"]",
        "reasoning|true|absent",
        "reasoning|[]|absent",
        "benchmarks|[]|absent",
        "benchmarks/artificial_analysis|[{\"coding_index\": 50}]|absent",
        "benchmarks/artificial_analysis/coding_index|\"37\"|37",
        "benchmarks/artificial_analysis/coding_index|\"37%\"|absent",
        "benchmarks/artificial_analysis/coding_index|-37|absent",
        "benchmarks/artificial_analysis/coding_index|370|absent",
        "benchmarks/artificial_analysis/coding_index|NaN|absent",
        "benchmarks/artificial_analysis/coding_index|\"Infinity\"|absent",
        "benchmarks/artificial_analysis/coding_index|1e300|absent",
        "name|null|\"odd/odd-9\"",
        "name|\"\"|\"odd/odd-9\"",
        "name|\"   \"|\"odd/odd-9\"",
        "name|[\"Odd\"]|\"odd/odd-9\"",
        "name|\"Odd:\\u0000Odd 9\"|\"Odd: Odd 9\"",
        "name|\"Odd: Odd 9 \\ud83d\"|\"Odd: Odd 9 \\ufffd\"",
        "canonical_slug|[]|absent",
        "hugging_face_id|{}|absent",
        "id|null|refused",
        "id|\"\"|refused",
        "id|9|refused",
        "id|{}|refused",
        "id|\"odd\"|refused",
        "id|\"odd/\"|refused",
        "id|\"odd/odd 9\"|refused",
        "id|\"odd/odd-9\\u200b\"|refused",
        "id|\"\\u043edd/odd-9\"|refused",
        "id|\"odd/odd\\u20119\"|refused",
      })
  void oddValueInTheCatalogue(String path, String odd, String as) throws Exception {
    assertCountsAs(sources::listings, OddSources.normalListing(), path, odd, as);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "evaluations|null|absent",
        "evaluations|[]|absent",
        "evaluations|\"none\"|absent",
        "evaluations/artificial_analysis_coding_index|\"37\"|37",
        "evaluations/artificial_analysis_coding_index|\"37%\"|absent",
        "evaluations/artificial_analysis_coding_index|NaN|absent",
        "evaluations/artificial_analysis_coding_index|\"NaN\"|absent",
        "evaluations/artificial_analysis_coding_index|Infinity|absent",
        "evaluations/artificial_analysis_coding_index|-37|absent",
        "evaluations/artificial_analysis_coding_index|370|absent",
        "evaluations/artificial_analysis_coding_index|1e308|absent",
        "evaluations/artificial_analysis_coding_index|null|absent",
        "evaluations/artificial_analysis_coding_index|{\"value\": 37}|absent",
        "evaluations/artificial_analysis_coding_index|[37]|absent",
        "evaluations/artificial_analysis_coding_index|true|absent",
        "evaluations/gpqa|49|absent",
        "evaluations/gpqa|\"49%\"|absent",
        "evaluations/gpqa|-0.49|absent",
        "evaluations/gpqa|1e-400|0",
        "release_date|\"2031-01-01\"|absent",
        "release_date|\"1970-01-01\"|absent",
        "release_date|1780272000000|\"2026-06-01\"",
        "release_date|20260601|\"2026-06-01\"",
        "release_date|\"June 2026\"|absent",
        "release_date|{}|absent",
        "model_creator|\"odd\"|absent",
        "median_output_tokens_per_second|-5|absent",
        "median_output_tokens_per_second|1e12|absent",
        "median_output_tokens_per_second|\"fast\"|absent",
        "median_time_to_first_token_seconds|1e9|absent",
        "id|null|refused",
        "id|[]|refused",
        "name|{}|absent",
        "slug|[]|absent",
      })
  void oddValueOfArtificialAnalysis(String path, String odd, String as) throws Exception {
    assertCountsAs(sources::analyses, OddSources.normalAnalysis(), path, odd, as);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IFEval|\"49\"|49",
        "IFEval|\"49%\"|absent",
        "IFEval|490|absent",
        "IFEval|-49|absent",
        "IFEval|NaN|absent",
        "IFEval|{}|absent",
        "BBH|null|absent",
        "GPQA|1e300|absent",
        "#Params (B)|\"70B\"|absent",
        "Official Providers|\"yes\"|absent",
        "fullname|null|refused",
        "fullname|[]|refused",
        "eval_name|\"\"|refused",
      })
  void oddValueOfTheHfLeaderboard(String path, String odd, String as) throws Exception {
    assertCountsAs(sources::rows, OddSources.normalRow(), path, odd, as);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"row\"", "7", "null"})
  void rowThatIsNoObjectIsRefused(String row) throws Exception {
    sources.rows("");
    SortedMap<CanonicalId, EnrichedModel> without = sources.table();
    sources.rows(row);

    assertThat(sources.table()).isEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,1,odd-9,14500,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,130.9,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,-1309,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,NaN,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,1e9,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,1309*,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,,1309,+5/-5,9000,Odd,Proprietary,,|",
        "1,1,odd-9,1309|",
        "1,1,odd-9,1309,±5,9000,Odd,Proprietary,,|1,1,odd-9,1309,,9000,Odd,Proprietary,,",
        "1,1,odd-9,1309,+5/-5,many,Odd,Proprietary,,|1,1,odd-9,1309,+5/-5,,Odd,Proprietary,,",
        "x,1,odd-9,1309,+5/-5,9000,Odd,Proprietary,,|,1,odd-9,1309,+5/-5,9000,Odd,Proprietary,,",
        "1,1,odd-9,1309,+5/-5,-5,Odd,Proprietary,,|1,1,odd-9,1309,+5/-5,,Odd,Proprietary,,",
      })
  void oddLineOfLmArena(String odd, String as) throws Exception {
    sources.board(as == null ? "" : as);
    SortedMap<CanonicalId, EnrichedModel> expected = sources.table();
    sources.board(odd);

    assertThat(sources.table()).isEqualTo(expected);
  }

  @Test
  void hugeTextsCostNothing() throws Exception {
    SortedMap<CanonicalId, EnrichedModel> expected = sources.table();
    String huge = '"' + "very long ".repeat(200_000) + '"';

    sources.listings(OddSources.with(OddSources.normalListing(), "description", huge));
    assertThat(sources.table()).isEqualTo(expected);
    assertCountsAs(sources::listings, OddSources.normalListing(), "hugging_face_id", huge, ABSENT);
    assertCountsAs(sources::listings, OddSources.normalListing(), "name", huge, "\"odd/odd-9\"");
    assertCountsAs(sources::listings, OddSources.normalListing(), "created", huge, ABSENT);
    assertCountsAs(sources::listings, OddSources.normalListing(), "id", huge, REFUSED);
    assertCountsAs(sources::analyses, OddSources.normalAnalysis(), "name", huge, ABSENT);
    assertCountsAs(sources::rows, OddSources.normalRow(), "eval_name", huge, REFUSED);
  }

  @Test
  void deepNestingAndEndlessNumbersCostTheirField() throws Exception {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    String digits = "9".repeat(20_000);
    String listing = OddSources.normalListing();

    assertCountsAs(sources::listings, listing, "description", deep, ABSENT);
    assertCountsAs(sources::listings, listing, "reasoning", deep, ABSENT);
    assertCountsAs(sources::listings, listing, "pricing", deep, REFUSED);
    assertCountsAs(sources::listings, listing, "created", digits, ABSENT);
    assertCountsAs(sources::listings, listing, "created", '"' + digits + '"', ABSENT);
    assertCountsAs(sources::listings, listing, "context_length", digits, "65536");
    assertCountsAs(sources::listings, listing, "pricing/prompt", digits, REFUSED);
  }

  @Test
  void shortFormOfModalitiesStandsInForMissingLists() throws Exception {
    String plain = OddSources.normalListing();
    String listed = OddSources.with(plain, "architecture/input_modalities", "[\"text\",\"image\"]");
    sources.listings(listed);
    SortedMap<CanonicalId, EnrichedModel> expected = sources.table();

    String brief = OddSources.with(plain, "architecture", "{\"modality\": \"text+image->text\"}");
    sources.listings(brief);

    assertThat(sources.table()).isEqualTo(expected);
  }

  @Test
  void secondEntryOfAnIdChangesNothing() throws Exception {
    String listing = OddSources.normalListing();
    SortedMap<CanonicalId, EnrichedModel> expected = sources.table();
    String moreExpensive = OddSources.with(listing, "pricing/prompt", "\"0.0001\"");

    sources.listings(listing + "," + moreExpensive);
    assertThat(sources.table()).isEqualTo(expected);
    sources.listings(OddSources.with(moreExpensive, "id", "\"ODD/Odd-9\"") + "," + listing);
    assertThat(sources.table()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"model\"", "[]", "{}", "[{\"id\": \"odd/odd-9\"}]"})
  void entryThatIsNoModelIsRefused(String entry) throws Exception {
    sources.listings("");
    SortedMap<CanonicalId, EnrichedModel> without = sources.table();
    sources.listings(entry);
    assertThat(sources.table()).isEqualTo(without);
    sources.analyses("");
    without = sources.table();
    sources.analyses(entry);
    assertThat(sources.table()).isEqualTo(without);
  }

  private static void assertCountsAs(
      Consumer<String> source, String entry, String path, String odd, String as) throws Exception {
    switch (as) {
      case REFUSED -> source.accept("");
      case ABSENT -> source.accept(OddSources.with(entry, path, null));
      default -> source.accept(OddSources.with(entry, path, as));
    }
    SortedMap<CanonicalId, EnrichedModel> expected = sources.table();
    source.accept(OddSources.with(entry, path, odd));

    assertThat(sources.table()).isEqualTo(expected);
    sources.reset();
  }
}
