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
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    serve(FULL, SPARE, ALIAS, entry("x/4", "\"0.1\""), entry("x/5", "\"free\""));

    Pulled.Records<OpenRouterModel> pulled = (Pulled.Records<OpenRouterModel>) pull();

    assertThat(pulled.records()).hasSize(4);
    assertThat(pulled.rejected()).isEqualTo(1);
  }

  @Test
  void manyBadEntriesFailThePull() {
    serve(FULL, entry("x/5", "\"free\""));

    assertThatThrownBy(this::pull)
        .isInstanceOf(PullException.class)
        .hasMessageContaining("'x/5': 'prompt' is \"free\": expected a number");
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
