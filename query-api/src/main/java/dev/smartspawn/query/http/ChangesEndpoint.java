package dev.smartspawn.query.http;

import dev.smartspawn.query.body.ChangesBody;
import dev.smartspawn.query.change.ChangeHistory;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.ModelChange;
import dev.smartspawn.schema.enriched.ModelChange.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code GET /changes}: what changed since when, and because of what. */
final class ChangesEndpoint implements Endpoint {

  private static final Set<Parameter> PARAMETERS =
      EnumSet.of(Parameter.MODEL, Parameter.SINCE, Parameter.KIND, Parameter.Q, Parameter.LIMIT);
  private static final long DEFAULT_LIMIT = 100;
  private static final long MAX_LIMIT = 5000;

  private final ChangeHistory history;

  ChangesEndpoint(ChangeHistory history) {
    this.history = history;
  }

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(PARAMETERS);
    Predicate<ModelChange> wanted = wanted(parameters);
    long limit = parameters.wholeNumber(Parameter.LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);
    return Answer.ok(ChangesBody.of(history.newest(wanted, (int) limit)));
  }

  private static Predicate<ModelChange> wanted(Parameters parameters) {
    Optional<CanonicalId> model =
        parameters.choice(Parameter.MODEL, ChangesEndpoint::id, "a model's id, as maker/model");
    Optional<Instant> since =
        parameters.choice(
            Parameter.SINCE, ChangesEndpoint::time, "a time, as 2026-07-22T10:00:00Z");
    Optional<Kind> kind =
        parameters.choice(Parameter.KIND, ChangesEndpoint::kind, "added, removed, score or price");
    String part = parameters.prose(Parameter.Q).orElse("").toLowerCase(Locale.ROOT);
    return change ->
        model.map(change.modelId()::equals).orElse(true)
            && since.map(change.at()::isAfter).orElse(true)
            && kind.map(change.kind()::equals).orElse(true)
            && change.modelId().value().contains(part);
  }

  private static Optional<Kind> kind(String text) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.id().equals(text)).findFirst();
  }

  private static Optional<CanonicalId> id(String text) {
    try {
      return Optional.of(CanonicalId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
