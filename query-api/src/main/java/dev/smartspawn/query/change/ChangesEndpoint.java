package dev.smartspawn.query.change;

import dev.smartspawn.query.catalogue.ModelIds;
import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code GET /changes}: what changed, when and why. */
public final class ChangesEndpoint implements Endpoint {

  private static final Parameter MODEL = Parameter.of("model");
  private static final Parameter SINCE = Parameter.of("since");
  private static final Parameter KIND = Parameter.of("kind");
  private static final Parameter Q = Parameter.of("q");
  private static final Parameter LIMIT = Parameter.of("limit");
  private static final List<Parameter> PARAMETERS = List.of(MODEL, SINCE, KIND, Q, LIMIT);
  private static final long DEFAULT_LIMIT = 100;
  private static final long MAX_LIMIT = 5000;

  private final ChangeHistory history;

  public ChangesEndpoint(ChangeHistory history) {
    this.history = history;
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    Predicate<ModelChange> wanted = wanted(parameters);
    long limit = parameters.wholeNumber(LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);
    return Response.ok(ChangesBody.of(history.newest(wanted, (int) limit)));
  }

  private static Predicate<ModelChange> wanted(Parameters parameters) {
    Optional<CanonicalId> model =
        parameters.choice(MODEL, ModelIds::find, "a model's id, as maker/model");
    Optional<Instant> since =
        parameters.choice(SINCE, ChangesEndpoint::time, "a time, as 2026-07-22T10:00:00Z");
    Optional<Kind> kind = parameters.choice(KIND, ChangesEndpoint::kind, Kind.known());
    String part = parameters.prose(Q).orElse("").toLowerCase(Locale.ROOT);
    return change ->
        model.map(change::concerns).orElse(true)
            && since.map(change.at()::isAfter).orElse(true)
            && kind.map(change.kind()::equals).orElse(true)
            && (part.isEmpty() || mentions(change, part));
  }

  private static boolean mentions(ModelChange change, String part) {
    return change.models().stream().anyMatch(id -> id.value().contains(part));
  }

  private static Optional<Kind> kind(String text) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.id().equals(text)).findFirst();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
