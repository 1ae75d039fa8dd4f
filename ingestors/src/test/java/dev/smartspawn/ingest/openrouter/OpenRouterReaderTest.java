package dev.smartspawn.ingest.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.OtherPrices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterReaderTest extends SourceContract<OpenRouterModel> {

  private static final String FULL =
      """
      {"id": "maker/big-1", "canonical_slug": "maker/big-1-20260105", "hugging_face_id": "Maker/Big-1",
       "name": "Maker: Big 1", "created": 1767600000, "expiration_date": "2026-12-31",
       "context_length": 200000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000025", "completion": "0.00001", "request": "0.01",
                   "input_cache_read": "0.00000025", "input_cache_write": "0.000003",
                   "overrides": [
                     {"min_prompt_tokens": 128000, "prompt": "0.000005", "completion": "0.00002"},
                     {"utc_start": "16:30", "utc_end": "00:30", "prompt": "0.000001"}]},
       "supported_parameters": ["tools", "reasoning"],
       "top_provider": {"max_completion_tokens": 64000},
       "reasoning": {"mandatory": false, "supported_efforts": ["high", "low"],
                     "default_effort": "low", "default_enabled": true},
       "benchmarks": {"artificial_analysis":
                       {"intelligence_index": 51.5, "coding_index": null, "agentic_index": 40}},
       "something_new": {"a": [1, 2]}}
      """;

  private static final String SPARE =
      """
      {"id": "openrouter/auto", "hugging_face_id": "", "name": "Auto", "expiration_date": "2098-12-31",
       "pricing": {"prompt": "-1", "completion": "-1"}, "reasoning": null, "benchmarks": null}
      """;

  private static final String ALIAS =
      """
      {"id": "~maker/big-latest", "name": "Maker: newest Big", "context_length": 200000,
       "pricing": {"prompt": "0.0000025", "completion": "0.00001"},
       "alias_target": {"name": "Maker: Big 1", "slug": "maker/big-1-20260105"},
       "benchmarks": {"artificial_analysis": {"intelligence_index": null}}}
      """;

  @Override
  protected SourceReader<OpenRouterModel> reader(URI address) {
    return new OpenRouterReader(address);
  }

  @Override
  protected void serve() {
    serve(FULL, SPARE, ALIAS);
  }

  @Override
  protected void serveNoRecords() {
    serve(new String[0]);
  }

  @Override
  protected List<String> keys() {
    return List.of("maker/big-1", "openrouter/auto", "~maker/big-latest");
  }

  @Override
  protected int requestsOfAPull() {
    return 1;
  }

  @Test
  void everyFieldIsRead() throws Exception {
    OpenRouterModel model = records().get(0);

    assertThat(model.canonicalSlug()).isEqualTo("maker/big-1-20260105");
    assertThat(model.huggingFaceId()).isEqualTo("Maker/Big-1");
    assertThat(model.created()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
    assertThat(model.expirationDate()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(model.contextLength()).isEqualTo(200_000);
    assertThat(model.maxCompletionTokens()).isEqualTo(64_000);
    assertThat(model.inputModalities()).containsExactly("text", "image");
    assertThat(model.outputModalities()).containsExactly("text");
    assertThat(model.supportedParameters()).containsExactly("tools", "reasoning");
    assertThat(model.reasoning())
        .isEqualTo(new Reasoning(false, List.of("high", "low"), "low", true));
    assertThat(model.aliasTarget()).isNull();
    assertThat(model.artificialAnalysis()).isEqualTo(new EmbeddedIndices(51.5, null, 40.0));
  }

  @Test
  void pricesAreExactDecimals() throws Exception {
    var pricing = records().get(0).pricing();

    assertThat(pricing.prompt()).isEqualTo(new BigDecimal("0.0000025"));
    assertThat(pricing.completion()).isEqualTo(new BigDecimal("0.00001"));
    assertThat(pricing.request()).isEqualTo(new BigDecimal("0.01"));
    assertThat(pricing.inputCacheRead()).isEqualTo(new BigDecimal("0.00000025"));
    assertThat(pricing.inputCacheWrite()).isEqualTo(new BigDecimal("0.000003"));
    assertThat(pricing.overrides())
        .containsExactly(
            new PriceOverride(
                128_000L, null, new BigDecimal("0.000005"), new BigDecimal("0.00002")),
            new PriceOverride(null, "16:30-00:30", new BigDecimal("0.000001"), null));
  }

  @Test
  void emptyFieldIsAbsent() throws Exception {
    OpenRouterModel router = records().get(1);

    assertThat(router.huggingFaceId()).isNull();
    assertThat(router.expirationDate()).isNull();
    assertThat(router.reasoning()).isNull();
    assertThat(router.artificialAnalysis()).isNull();
    assertThat(router.pricing().isRouter()).isTrue();
  }

  @Test
  void aliasNamesItsTarget() throws Exception {
    OpenRouterModel alias = records().get(2);

    assertThat(alias.aliasTarget())
        .isEqualTo(new AliasTarget("Maker: Big 1", "maker/big-1-20260105"));
    assertThat(alias.artificialAnalysis()).isNull();
  }

  @Test
  void onlyTheBadEntryIsRejected() throws Exception {
    serve(FULL, SPARE, ALIAS, entry("x/4", "\"0.0000001\""), entry("x/5", "\"free\""));

    Pulled.Records<OpenRouterModel> pulled = (Pulled.Records<OpenRouterModel>) pull();

    assertThat(pulled.records()).hasSize(4);
    assertThat(pulled.rejected()).isEqualTo(1);
  }

  @Test
  void manyBadEntriesFailThePull() {
    serve(FULL, entry("x/5", "\"free\""));

    assertThatThrownBy(this::pull)
        .isInstanceOf(PullException.class)
        .hasMessageContaining("'x/5': 'pricing.prompt' is \"free\": expected a number");
  }

  @Test
  void unchangedCatalogueIsNotReadAgain() throws Exception {
    host.route(
        "/api/v1/models",
        asked ->
            asked.headers().containsKey("If-None-Match")
                ? Reply.status(304)
                : Reply.json("{\"data\": [" + FULL + "]}").with("ETag", "W/\"7\""));
    Pulled.Records<OpenRouterModel> first = (Pulled.Records<OpenRouterModel>) pull();

    assertThat(reader(host.address()).pull(fetcher(), first.validators()))
        .isInstanceOf(Pulled.Unchanged.class);
    assertThat(reader(host.address()).pull(fetcher(), Validators.NONE))
        .isInstanceOf(Pulled.Records.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1793491200|2026-11-01T00:00:00Z",
        "1793491200000|2026-11-01T00:00:00Z",
        "\"1793491200000\"|2026-11-01T00:00:00Z",
        "1793491200000000|2026-11-01T00:00:00Z",
        "1793491200000000000|2026-11-01T00:00:00Z",
        "\"2026-11-01\"|2026-11-01T00:00:00Z",
        "\"2026-11-01T02:00:00+02:00\"|2026-11-01T00:00:00Z",
      })
  void dateInAnotherUnitIsReadInThatUnit(String created, Instant meant) throws Exception {
    serve(with("\"created\": " + created));

    assertThat(records().get(0).created()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"created\": \"last week\"",
        "\"created\": {\"year\": 2026}",
        "\"created\": 1e300",
        "\"created\": true",
        "\"expiration_date\": 20261131",
        "\"expiration_date\": \"soon\"",
        "\"canonical_slug\": [\"a/b\"]",
        "\"hugging_face_id\": {\"id\": 1}",
        "\"context_length\": \"long\"",
        "\"context_length\": 1.5",
        "\"architecture\": \"text->text\"",
        "\"architecture\": {\"input_modalities\": \"text\"}",
        "\"supported_parameters\": {\"tools\": true}",
        "\"supported_parameters\": [\"tools\", 7]",
        "\"top_provider\": []",
        "\"top_provider\": {\"max_completion_tokens\": \"all\"}",
        "\"reasoning\": true",
        "\"reasoning\": {\"mandatory\": \"yes\"}",
        "\"alias_target\": \"maker/big-1\"",
        "\"benchmarks\": \"none\"",
        "\"benchmarks\": {\"artificial_analysis\": [{\"metric\": \"intelligence_index\"}]}",
        "\"benchmarks\": {\"artificial_analysis\": {\"coding_index\": \"high\"}}",
      })
  void optionalFieldOfAnotherTypeCostsTheFieldAndNotTheModel(String field) throws Exception {
    serve(with(field), with(field).replace("x/1", "x/2"));

    Pulled.Records<OpenRouterModel> pulled = (Pulled.Records<OpenRouterModel>) pull();

    assertThat(pulled.records()).extracting(OpenRouterModel::key).containsExactly("x/1", "x/2");
    assertThat(pulled.rejected()).isZero();
    assertThat(pulled.refused()).hasSize(1).containsValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"name\": null", "\"name\": \"\"", "\"name\": {\"en\": \"N\"}"})
  void modelWithoutANameIsNamedByItsId(String field) throws Exception {
    serve(with(field));

    assertThat(records().get(0).name()).isEqualTo("x/1");
  }

  @Test
  void hugeTextIsLost() throws Exception {
    serve(with("\"name\": \"" + "n".repeat(100_000) + "\""));

    assertThat(records().get(0).name()).isEqualTo("x/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt\": \"2.5\", \"completion\": \"10\"",
        "\"prompt\": \"0.001\", \"completion\": \"0\"",
        "\"prompt\": \"0\", \"completion\": \"0.6\"",
        "\"prompt\": \"-0.000001\", \"completion\": \"-2\", \"request\": \"15\"",
        "\"prompt\": \"0.0000000000025\", \"completion\": \"0.00001\"",
        "\"prompt\": \"0.000001\", \"completion\": \"0.00001\", \"request\": \"40\"",
        "\"prompt\": \"0.000001\", \"completion\": \"0.00001\", \"internal_reasoning\": \"15\"",
        "\"prompt\": \"1e-6\", \"completion\": \"1e-5\","
            + " \"overrides\": [{\"min_prompt_tokens\": 1000, \"prompt\": \"2\"}]",
        "\"prompt\": \"1e999999999\", \"completion\": \"1e-5\"",
      })
  void priceOfAnotherUnitRefusesTheModel(String prices) throws Exception {
    String refused = with("\"pricing\": {" + prices + "}");
    serve(refused, FULL, ALIAS, SPARE, entry("x/2", "\"0\""));

    Pulled.Records<OpenRouterModel> pulled = (Pulled.Records<OpenRouterModel>) pull();

    assertThat(pulled.records()).extracting(OpenRouterModel::key).doesNotContain("x/1").hasSize(4);
    assertThat(pulled.rejected()).isEqualTo(1);
    assertThat(pulled.refused()).hasSize(1);
  }

  @Test
  void feesAreKept() throws Exception {
    serve(
        with(
            """
            "pricing": {"prompt": "0", "completion": "0", "request": "0.04", "image": "0.001",
                        "web_search": "0.02", "internal_reasoning": "0.000003"}
            """));

    var pricing = records().get(0).pricing();

    assertThat(pricing.request()).isEqualTo("0.04");
    assertThat(pricing.others())
        .isEqualTo(
            new OtherPrices(
                new BigDecimal("0.001"),
                new BigDecimal("0.02"),
                new BigDecimal("0.000003"),
                null,
                null));
  }

  @ParameterizedTest
  @CsvSource({"null,200000,200000", "0,200000,200000", "-1,64000,64000", "8192,200000,8192"})
  void contextThatOnlyTheTopProviderStatesIsTaken(String top, long nested, long taken)
      throws Exception {
    serve(
        with(
            "\"context_length\": %s, \"top_provider\": {\"context_length\": %d}"
                .formatted(top, nested)));

    assertThat(records().get(0).contextLength()).isEqualTo(taken);
  }

  private static String with(String field) {
    String rest =
        Stream.of("\"name\": \"N\"", "\"pricing\": {\"prompt\": \"0\", \"completion\": \"0\"}")
            .filter(each -> !each.startsWith(field.substring(0, field.indexOf(':'))))
            .collect(Collectors.joining(", "));
    return "{\"id\": \"x/1\", %s, %s}".formatted(rest, field);
  }

  private void serve(String... entries) {
    host.route("/api/v1/models", Reply.json("{\"data\": [" + String.join(",", entries) + "]}"));
  }

  private static String entry(String id, String price) {
    return """
        {"id": "%s", "name": "N", "pricing": {"prompt": %s, "completion": "0"}}
        """
        .formatted(id, price);
  }
}
