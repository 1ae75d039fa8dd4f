package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /costs/digest}: the days that ended yesterday, in JSON or Markdown. */
public final class DigestEndpoint implements Endpoint {

  private static final Parameter PERIOD = Parameter.of("period");
  private static final List<Parameter> PARAMETERS = List.of(PERIOD, Period.PROFILE);
  private static final String JSON = "application/json";
  private static final String MARKDOWN = "text/markdown";

  private final CostTables tables;
  private final Clock clock;

  public DigestEndpoint(CostTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** How many days a digest covers. */
  private enum Span {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Span(int days) {
      this.days = days;
    }

    static Optional<Span> find(String id) {
      return Arrays.stream(values())
          .filter(span -> span.name().toLowerCase(Locale.ROOT).equals(id))
          .findFirst();
    }
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    int days = parameters.choice(PERIOD, Span::find, "day, week or month").orElse(Span.DAY).days;
    LocalDate yesterday = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(1);
    Optional<String> profile = parameters.prose(Period.PROFILE);
    Period period = new Period(yesterday.minusDays(days - 1), yesterday, profile);
    Period before = new Period(period.from().minusDays(days), yesterday.minusDays(days), profile);
    tables.requireComplete();
    DigestBody digest = DigestBody.of(period, before, tables);
    Response response =
        request.preferred(List.of(JSON, MARKDOWN)).equals(MARKDOWN)
            ? Response.text(
                MARKDOWN + "; charset=utf-8", digest.markdown().getBytes(StandardCharsets.UTF_8))
            : Response.ok(digest);
    return response.with(Headers.VARY, Headers.ACCEPT_STRING);
  }
}
