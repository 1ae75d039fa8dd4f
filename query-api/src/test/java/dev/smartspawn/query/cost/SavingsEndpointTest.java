package dev.smartspawn.query.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
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

class SavingsEndpointTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-07-22T12:00:00Z"), ZoneOffset.UTC);

  private final CostTables tables = new CostTables();

  @BeforeEach
  void fill() {
    ended("coding single answered - -", 3, "0.3", "0", "0", "0");
    ended("coding single answered best maker/expensive", 2, "0.2", "1.0", "0.5", "2.0");
    ended("coding cascade goodEnough - -", 3, "0.3", "0", "0", "0");
    ended("coding cascade goodEnough noCascade maker/strong", 3, "0.3", "0.9", "0.6", "1.2");
    ended("coding cascade escalated - -", 1, "1.5", "0", "0", "0");
    ended("coding cascade escalated noCascade maker/strong", 1, "1.5", "1.0", "1.0", "1.0");
    ended("coding cascade escalated best maker/other", 1, "1.5", "1.2", "1.1", "1.3");
    ended("general cascade kept - -", 1, "0.1", "0", "0", "0");
    ended("general single failed - -", 2, "0.7", "0", "0", "0");
    spend("coding cascade judge", "0.2");
    spend("coding cascade answer", "1.6");
    tables.complete();
  }

  @Test
  void savingsAreSignedAndEachHasItsOwnFigure() {
    JsonNode data = json(PeriodEndpoint.savings(tables, NOON), "").path("data");

    assertThat(data.findValuesAsText("baseline")).containsExactly("best", "noCascade");
    assertThat(data.get(0).path("savedUsd").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(data.get(0).path("leastSavedUsd").decimalValue()).isEqualByComparingTo("-0.1");
    assertThat(data.get(0).path("mostSavedUsd").decimalValue()).isEqualByComparingTo("1.6");
    assertThat(data.get(0).path("models").findValuesAsText("model"))
        .containsExactly("maker/expensive", "maker/other");
    assertThat(data.get(0).at("/models/1/savedUsd").decimalValue()).isEqualByComparingTo("-0.3");
    assertThat(data.get(1).path("savedUsd").decimalValue()).isEqualByComparingTo("0.1");
  }

  @Test
  void whatCannotBeComparedIsCountedBeside() {
    JsonNode answer = json(PeriodEndpoint.savings(tables, NOON), "");

    assertThat(answer.at("/data/0/uncompared/spawns").asInt()).isEqualTo(5);
    assertThat(answer.at("/data/0/uncompared/costUsd").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(answer.at("/data/1/uncompared/spawns").asInt()).isEqualTo(1);
    assertThat(answer.at("/meta/answered/spawns").asInt()).isEqualTo(8);
    assertThat(answer.at("/meta/unanswered/spawns").asInt()).isEqualTo(2);
    assertThat(answer.at("/meta/unanswered/costUsd").decimalValue()).isEqualByComparingTo("0.7");
  }

  @Test
  void hitRateIsOfTheCascadesThatEndedWithAnAnswer() {
    JsonNode answer = json(PeriodEndpoint.cascade(tables, NOON), "");
    JsonNode coding = answer.at("/data/0");

    assertThat(answer.path("data").findValuesAsText("category"))
        .containsExactly("coding", "general");
    assertThat(coding.path("hitRate").asDouble()).isEqualTo(0.75);
    assertThat(coding.path("judgesUsd").decimalValue()).isEqualByComparingTo("0.2");
    assertThat(coding.at("/savings/savedUsd").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(answer.at("/meta/total/hitRate").asDouble()).isEqualTo(0.6);
    assertThat(answer.at("/meta/total/kept").asInt()).isEqualTo(1);
  }

  @Test
  void digestEndsYesterday() {
    JsonNode digest = json(new DigestEndpoint(tables, NOON), "period=week");

    assertThat(digest.at("/data/from").asText()).isEqualTo("2026-07-15");
    assertThat(digest.at("/data/to").asText()).isEqualTo("2026-07-21");
    assertThat(digest.at("/data/costUsd").decimalValue()).isEqualByComparingTo("1.8");
    assertThat(json(new DigestEndpoint(tables, NOON), "").at("/data/costUsd").decimalValue())
        .isEqualByComparingTo("0");
  }

  @Test
  void digestAsMarkdown() {
    Response response =
        new DigestEndpoint(tables, NOON)
            .answer(new QueryRequest("period=week", "", "text/markdown"));

    assertThat(text(response))
        .isEqualTo(
            """
            ## Costs from 2026-07-15 to 2026-07-21

            **$1.80** in 2 calls for 10 spawns; $0.00 in the time before.

            * by model: `maker/a` $1.80
            * by category: `coding` $1.80
            * $0.50 less than the best model alone (-$0.10 to $1.60; spawns: 3)
            * $0.10 less than the expensive model at once, without cascades (-$0.20 to $0.40; spawns: 4)
            * the cheap model was good enough in 3 of 5 cascades (60 %); judges cost $0.20
            """);
  }

  private void ended(
      String key, long spawns, String cost, String baseline, String least, String most) {
    tables
        .savings()
        .put(
            SavingsKey.parse("2026-07-20 default " + key + " 0"),
            new SavingsRow(spawns, Usd.of(cost), Usd.of(baseline), Usd.of(least), Usd.of(most)));
  }

  private void spend(String labels, String cost) {
    tables
        .spend()
        .put(
            SpendKey.parse("2026-07-20 default maker/a " + labels + " 2"),
            new SpendRow(
                Usd.of(cost), Usd.ZERO, 1, 0, 0, 0, 0, new TokenUsage(10, 20), 1, 20, 400));
  }

  private static JsonNode json(Endpoint endpoint, String query) {
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
