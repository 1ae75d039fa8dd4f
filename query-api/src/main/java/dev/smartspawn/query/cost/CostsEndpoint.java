package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.money.Usd;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;

/** {@code GET /costs}: what spawns cost, by day, model, category, mode, profile or purpose. */
public final class CostsEndpoint implements Endpoint {

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  private final CostTables tables;
  private final Usd dayLimit;
  private final Clock clock;

  /**
   * @param dayLimit the operator's limit for a day
   */
  public CostsEndpoint(CostTables tables, Usd dayLimit, Clock clock) {
    this.tables = tables;
    this.dayLimit = dayLimit;
    this.clock = clock;
  }

  @Override
  public Response answer(QueryRequest request) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    CostQuestion question = CostQuestion.of(request, today);
    tables.requireComplete();
    SortedMap<List<String>, SpendRow> sums =
        tables.spend().sums(question.period()::covers, question.by());
    Response response =
        request.preferred(List.of(JSON, CSV)).equals(CSV)
            ? Response.text(
                CSV + "; charset=utf-8",
                CostsCsv.of(question, sums).getBytes(StandardCharsets.UTF_8))
            : Response.ok(CostsBody.of(question, sums, ceiling(today)));
    return response.with(Headers.VARY, Headers.ACCEPT_STRING);
  }

  private CostsBody.Ceiling ceiling(LocalDate today) {
    Usd spent =
        Usd.sum(
            tables
                .spend()
                .sums(key -> key.day().equals(today), List.of(CostDimension.DAY))
                .values()
                .stream()
                .map(SpendRow::costUsd)
                .toList());
    return new CostsBody.Ceiling(today, spent, dayLimit);
  }
}
