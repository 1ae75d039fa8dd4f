package dev.smartspawn.query.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostsEndpointTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-07-22T12:00:00Z"), ZoneOffset.UTC);

  private final CostTables tables = new CostTables();
  private final CostsEndpoint endpoint = new CostsEndpoint(tables, Usd.of("10"), NOON);

  @BeforeEach
  void fill() {
    put("2026-07-21 default maker/a coding cascade answer 0", "0.1");
    put("2026-07-21 default maker/a coding cascade answer 3", "0.2");
    put("2026-07-22 default maker/b coding cascade judge 0", "0.00000001");
    put("2026-07-22 work maker/b - single answer 1", "0.4");
    tables.complete();
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "model", "category", "mode", "profile", "purpose", "day,model"})
  void everyGroupingHasTheSameSum(String by) {
    JsonNode answer = json("by=" + by);

    Usd sum =
        Usd.sum(
            answer.path("data").findValues("costUsd").stream()
                .map(cost -> Usd.of(cost.asText()))
                .toList());
    assertThat(sum).isEqualTo(Usd.of("0.70000001"));
    assertThat(answer.at("/meta/total/costUsd").decimalValue()).isEqualByComparingTo("0.70000001");
  }

  @Test
  void groupsAreNamedByWhatIsAskedFor() {
    JsonNode data = json("by=model,category").path("data");

    assertThat(data.findValuesAsText("model")).containsExactly("maker/a", "maker/b", "maker/b");
    assertThat(data.findValuesAsText("category")).containsExactly("coding", "coding", "unknown");
    assertThat(data.get(0).has("day")).isFalse();
  }

  @Test
  void daysAndProfileNarrowThem() {
    assertThat(json("from=2026-07-22&profile=default").at("/meta/total/calls").asInt())
        .isEqualTo(1);
    assertThat(json("to=2026-07-21").at("/meta/total/calls").asInt()).isEqualTo(2);
  }

  @Test
  void ceilingIsOfTodayWhateverIsAskedFor() {
    JsonNode ceiling = json("to=2026-07-21").at("/meta/ceiling");

    assertThat(ceiling.path("costUsd").decimalValue()).isEqualByComparingTo("0.40000001");
    assertThat(ceiling.path("limitUsd").asInt()).isEqualTo(10);
  }

  @Test
  void csvForThoseWhoAcceptIt() {
    Response response = endpoint.answer(new QueryRequest("by=mode", "", "text/csv"));

    assertThat(response.contentType()).startsWith("text/csv");
    assertThat(text(response).lines())
        .containsExactly(
            "mode,costUsd,ambiguousUsd,calls,ambiguousCalls,estimatedCalls,failedCalls,unpricedCalls,promptTokens,completionTokens",
            "cascade,0.30000001,0.00000000,3,0,0,0,0,30,60",
            "single,0.40000000,0.00000000,1,0,0,0,0,10,20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv|text/csv",
        "text/csv;q=0.5, application/json|application/json",
        "text/html, text/*;q=0.9, */*;q=0.1|text/csv",
        "*/*|application/json",
        "image/png|application/json"
      })
  void typeIsTheOneThatIsPreferred(String accept, String expected) {
    Response response = endpoint.answer(new QueryRequest("", "", accept));

    assertThat(response.contentType()).startsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=colour", "from=yesterday", "to=2026-02-30", "from=2026-07-23"})
  void whatCannotBeReadIsRefused(String query) {
    assertThatThrownBy(() -> endpoint.answer(new QueryRequest(query, "")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void nothingIsAnsweredBeforeAllRowsAreRead() {
    CostsEndpoint early = new CostsEndpoint(new CostTables(), Usd.of("10"), NOON);

    assertThatThrownBy(() -> early.answer(new QueryRequest("", "")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("being read");
  }

  private void put(String key, String cost) {
    tables
        .spend()
        .put(
            SpendKey.parse(key),
            new SpendRow(
                Usd.of(cost), Usd.ZERO, 1, 0, 0, 0, 0, new TokenUsage(10, 20), 1, 20, 400));
  }

  private JsonNode json(String query) {
    try {
      return Json.MAPPER.readTree(text(endpoint.answer(new QueryRequest(query, ""))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Response response) {
    return StandardCharsets.UTF_8.decode(response.body().duplicate()).toString();
  }
}
