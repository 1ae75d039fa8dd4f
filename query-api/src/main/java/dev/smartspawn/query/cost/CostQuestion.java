package dev.smartspawn.query.cost;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which costs are asked for, and how they are added up.
 *
 * @param by at least one
 */
record CostQuestion(Period period, List<CostDimension> by) {

  private static final Parameter BY = Parameter.of("by");
  private static final List<Parameter> PARAMETERS =
      Stream.concat(Period.PARAMETERS.stream(), Stream.of(BY)).toList();

  /**
   * @throws Refusal if a parameter is invalid
   */
  static CostQuestion of(QueryRequest request, LocalDate today) {
    Parameters parameters = request.parameters(PARAMETERS);
    List<CostDimension> by =
        parameters.choices(BY, CostDimension::find, CostDimension.known()).stream()
            .distinct()
            .toList();
    return new CostQuestion(
        Period.of(parameters, today), by.isEmpty() ? List.of(CostDimension.DAY) : by);
  }
}
