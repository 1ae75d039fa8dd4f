package dev.smartspawn.query.http;

import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.source.Source;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code GET /names/unresolved}: what sources call models that nobody could find. */
final class UnresolvedNamesEndpoint implements Endpoint {

  private static final Set<Parameter> PARAMETERS =
      EnumSet.of(Parameter.SOURCE, Parameter.LIMIT, Parameter.Q);
  private static final String SOURCES =
      "one of " + Source.PULLED.stream().map(Source::id).collect(Collectors.joining(", "));
  private static final long DEFAULT_LIMIT = 50;
  private static final long MAX_LIMIT = 1000;

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(PARAMETERS);
    Source source =
        parameters.choice(Parameter.SOURCE, UnresolvedNamesEndpoint::source, SOURCES).orElse(null);
    String part = parameters.prose(Parameter.Q).orElse("");
    long limit = parameters.wholeNumber(Parameter.LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);
    UnresolvedNames names = question.view().names();
    return Answer.ok(names.list(source, part, limit), names.entityTag());
  }

  private static Optional<Source> source(String id) {
    return Source.PULLED.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
