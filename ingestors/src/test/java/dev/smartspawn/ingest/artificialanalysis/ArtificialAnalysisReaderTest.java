package dev.smartspawn.ingest.artificialanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.StubHost;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceContract;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtificialAnalysisReaderTest extends SourceContract<ArtificialAnalysisModel> {

  private static final String OLD = "/api/v2/data/llms/models";
  private static final String NEW = "/api/v2/language/models/free";

  private static final String KNOWN =
      """
      {"id": "id-1", "name": "Big 1 (high)", "slug": "big-1-high", "release_date": "2026-01-05",
       "model_creator": {"id": "c", "name": "Maker", "slug": "maker"},
       "evaluations": {"artificial_analysis_intelligence_index": 51.4,
                       "artificial_analysis_coding_index": 0, "artificial_analysis_math_index": 93.4,
                       "mmlu_pro": 0.808, "gpqa": 0.782, "math_500": null},
       "pricing": {"price_1m_blended_3_to_1": 1, "price_1m_input_tokens": 0.15,
                   "price_1m_output_tokens": 0.6},
       "median_output_tokens_per_second": 352.6, "median_time_to_first_token_seconds": 0.5}
      """;

  private static final String UNKNOWN =
      """
      {"id": "id-2", "name": "Old 1", "slug": "old-1", "release_date": null, "model_creator": null,
       "evaluations": {}, "pricing": {"price_1m_input_tokens": 0, "price_1m_output_tokens": 0},
       "median_output_tokens_per_second": 0, "median_time_to_first_token_seconds": 0}
      """;

  @Override
  protected SourceReader<ArtificialAnalysisModel> reader(URI address) {
    return new ArtificialAnalysisReader(address, ApiKey.of("s3cret"));
  }

  @Override
  protected void serve() {
    host.route(OLD, Reply.json("{\"data\": [" + KNOWN + "," + UNKNOWN + "]}"));
  }

  @Override
  protected void serveNoRecords() {
    host.route(OLD, Reply.json("{\"data\": []}"));
  }

  @Override
  protected List<String> keys() {
    return List.of("id-1", "id-2");
  }

  @Override
  protected int requestsOfAPull() {
    return 1;
  }

  @Test
  void everyFieldIsRead() throws Exception {
    ArtificialAnalysisModel model = records().get(0);

    assertThat(model.name()).isEqualTo("Big 1 (high)");
    assertThat(model.slug()).isEqualTo("big-1-high");
    assertThat(model.releaseDate()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(model.creatorName()).isEqualTo("Maker");
    assertThat(model.creatorSlug()).isEqualTo("maker");
    assertThat(model.promptPrice()).isEqualTo(0.15);
    assertThat(model.completionPrice()).isEqualTo(0.6);
    assertThat(model.outputTokensPerSecond()).isEqualTo(352.6);
    assertThat(model.timeToFirstTokenSeconds()).isEqualTo(0.5);
    assertThat(model.indexVersion()).isNull();
  }

  @Test
  void metricsLoseTheirPrefixAndNothingElse() throws Exception {
    assertThat(records().get(0).evaluations())
        .containsOnlyKeys("intelligence_index", "coding_index", "math_index", "mmlu_pro", "gpqa")
        .containsEntry("intelligence_index", 51.4)
        .containsEntry("coding_index", 0.0)
        .containsEntry("mmlu_pro", 0.808);
  }

  @Test
  void zeroMeansMissingForPricesAndSpeeds() throws Exception {
    ArtificialAnalysisModel model = records().get(1);

    assertThat(model.promptPrice()).isNull();
    assertThat(model.completionPrice()).isNull();
    assertThat(model.outputTokensPerSecond()).isNull();
    assertThat(model.timeToFirstTokenSeconds()).isNull();
  }

  @Test
  void keyIsSentInItsHeader() throws Exception {
    pull();

    assertThat(host.requests().get(0).headers()).containsEntry("x-api-key", "s3cret");
  }

  @Test
  void withoutKeyNoRequestIsMade() throws Exception {
    Pulled<ArtificialAnalysisModel> pulled =
        new ArtificialAnalysisReader(host.address(), null).pull(fetcher(), Validators.NONE);

    assertThat(pulled)
        .isInstanceOfSatisfying(
            Pulled.Disabled.class,
            disabled -> assertThat(disabled.reason()).contains("ARTIFICIAL_ANALYSIS_API_KEY"));
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void invalidKeyIsNotPrinted() throws Exception {
    Pulled<ArtificialAnalysisModel> pulled =
        new ArtificialAnalysisReader(host.address(), ApiKey.of("s3cret\nx"))
            .pull(fetcher(), Validators.NONE);

    assertThat(pulled)
        .isInstanceOfSatisfying(
            Pulled.Disabled.class,
            disabled -> assertThat(disabled.reason()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusedKeyIsReported(int status) {
    host.route(OLD, Reply.status(status));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("refused the key")
        .hasMessageContaining("answered " + status)
        .hasMessageContaining("check ARTIFICIAL_ANALYSIS_API_KEY")
        .message()
        .doesNotContain("s3cret");
    assertThat(host.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void successorIsReadWhenTheOldAddressIsGone(int status) throws Exception {
    host.route(OLD, Reply.status(status));
    host.route(NEW, pages(450, 200));

    List<ArtificialAnalysisModel> models = records();

    assertThat(models).hasSize(450);
    assertThat(host.requests()).hasSize(1 + 3);
    assertThat(host.requests()).allMatch(r -> "s3cret".equals(r.headers().get("x-api-key")));
    ArtificialAnalysisModel model = models.get(0);
    assertThat(model.indexVersion()).isEqualTo("4.1");
    assertThat(model.outputTokensPerSecond()).isEqualTo(99.5);
    assertThat(model.timeToFirstTokenSeconds()).isEqualTo(0.7);
    assertThat(model.evaluations())
        .containsOnlyKeys("intelligence_index", "gpqa")
        .containsEntry("gpqa", 0.5);
  }

  @Test
  void pageThatFailsFailsThePull() {
    host.route(OLD, Reply.status(410));
    host.route(NEW, r -> r.parameter("page") == 2 ? Reply.status(500) : page(r, 450, 200));

    assertThatThrownBy(this::pull).hasMessageContaining("page=2").hasMessageContaining("500");
  }

  @Test
  void endBeforeTheAnnouncedTotalFailsThePull() {
    host.route(OLD, Reply.status(410));
    host.route(
        NEW,
        Reply.json(
            """
            {"pagination": {"has_more": false, "total_count": 3}, "data": [%s]}
            """
                .formatted(row(1))));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("the end after 1: expected 3 models in all");
  }

  @Test
  void samePageAgainFailsThePull() {
    host.route(OLD, Reply.status(410));
    host.route(
        NEW,
        Reply.json("{\"pagination\": {\"has_more\": true}, \"data\": [%s]}".formatted(row(1))));

    assertThatThrownBy(this::pull)
        .hasMessageContaining("'id-1', which an earlier page held")
        .hasMessageContaining("every model on one page only");
  }

  @Test
  void pageWithoutPaginationFailsThePull() {
    host.route(OLD, Reply.status(410));
    host.route(NEW, Reply.json("{\"data\": [%s]}".formatted(row(1))));

    assertThatThrownBy(this::pull).hasMessageContaining("'pagination.has_more'");
  }

  private static Function<StubHost.Request, Reply> pages(int total, int size) {
    return request -> page(request, total, size);
  }

  private static Reply page(StubHost.Request request, int total, int size) {
    assertThat(request.parameter("page_size")).isEqualTo(size);
    int page = request.parameter("page");
    String rows =
        IntStream.range((page - 1) * size, Math.min(total, page * size))
            .mapToObj(ArtificialAnalysisReaderTest::row)
            .collect(Collectors.joining(","));
    return Reply.json(
        """
        {"intelligence_index_version": 4.1,
         "pagination": {"page": %d, "has_more": %b, "total_count": %d}, "data": [%s]}
        """
            .formatted(page, page * size < total, total, rows));
  }

  private static String row(int number) {
    return """
        {"id": "id-%d", "name": "Model %d", "slug": "model-%d",
         "evaluations": {"artificial_analysis_intelligence_index": 40, "gpqa_diamond": 0.5},
         "performance": {"median_output_tokens_per_second": 99.5,
                         "median_time_to_first_token_seconds": 0.7}}
        """
        .formatted(number, number, number);
  }
}
