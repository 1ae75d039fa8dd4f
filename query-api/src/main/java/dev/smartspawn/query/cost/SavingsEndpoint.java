package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code GET /costs/savings}: what spawns cost less, or more, than another model would have. */
public final class SavingsEndpoint implements Endpoint {

  private final CostTables tables;
  private final Clock clock;

  public SavingsEndpoint(CostTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public Response answer(QueryRequest request) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    Period period = Period.of(request.parameters(Period.PARAMETERS), today);
    tables.requireComplete();
    return Response.ok(SavingsBody.of(period, tables.savings()));
  }
}
