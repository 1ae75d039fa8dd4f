package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.query.view.WeakMatch;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /names/unresolved}: the sources' names that no model was found for. */
public final class UnresolvedNamesEndpoint implements Endpoint {

  private static final Parameter SOURCE = Parameter.of("source");
  private static final Parameter LIMIT = Parameter.of("limit");
  private static final Parameter Q = Parameter.of("q");
  private static final List<Parameter> PARAMETERS = List.of(SOURCE, LIMIT, Q);
  private static final String SOURCES =
      "one of " + Source.PULLED.stream().map(Source::id).collect(Collectors.joining(", "));
  private static final long DEFAULT_LIMIT = 50;
  private static final long MAX_LIMIT = 1000;

  private final Supplier<ModelView> views;

  public UnresolvedNamesEndpoint(Supplier<ModelView> views) {
    this.views = views;
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    Source source =
        parameters.choice(SOURCE, UnresolvedNamesEndpoint::source, SOURCES).orElse(null);
    String part = parameters.prose(Q).orElse("");
    long limit = parameters.wholeNumber(LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);
    ModelView view = views.get();
    UnresolvedNames names = view.names();
    return Response.ok(
        UnresolvedNamesBody.of(
            names, names.find(source, part), weak(view.catalogue(), source, part), limit),
        EntityTag.of(names.entityTag(), view.catalogue().entityTag()));
  }

  private static List<WeakMatch> weak(
      ServedCatalogue catalogue, @Nullable Source source, String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return catalogue.weakMatches().stream()
        .filter(match -> source == null || match.source().equals(source))
        .filter(
            match -> (match.name() + '\n' + match.key()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  private static Optional<Source> source(String id) {
    return Source.PULLED.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
