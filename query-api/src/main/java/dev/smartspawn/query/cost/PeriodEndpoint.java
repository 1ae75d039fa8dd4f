package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiFunction;

/** An answer about the costs of some days. */
public final class PeriodEndpoint implements Endpoint {

  private final CostTables tables;
  private final Clock clock;
  private final BiFunction<Period, CostTables, Record> body;

  private PeriodEndpoint(
      CostTables tables, Clock clock, BiFunction<Period, CostTables, Record> body) {
    this.tables = tables;
    this.clock = clock;
    this.body = body;
  }

  /** {@code GET /costs/savings}: what spawns cost less, or more, than another model would have. */
  public static PeriodEndpoint savings(CostTables tables, Clock clock) {
    return new PeriodEndpoint(
        tables, clock, (period, costs) -> SavingsBody.of(period, costs.savings()));
  }

  /** {@code GET /costs/cascade}: how often the cheap model of a cascade was good enough. */
  public static PeriodEndpoint cascade(CostTables tables, Clock clock) {
    return new PeriodEndpoint(tables, clock, CascadeBody::of);
  }

  @Override
  public Response answer(QueryRequest request) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    Period period = Period.of(request.parameters(Period.PARAMETERS), today);
    tables.requireComplete();
    return Response.ok(body.apply(period, tables));
  }
}
