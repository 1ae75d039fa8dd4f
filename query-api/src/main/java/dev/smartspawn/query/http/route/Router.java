package dev.smartspawn.query.http.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path: the exact one, or the one whose pattern has a variable. A variable
 * covers one segment of the path, except for those named as multi-segment: their values have
 * slashes, and they take everything up to the rest of their pattern.
 *
 * <p>With a multi-segment {@code {id}}, the meaning of {@code /models/a/b/evidence} depends on the
 * path alone and not on which ids exist. A plain {@code /evidence} at the end belongs to the route
 * {@code /models/{id}/evidence} if what is left before it has a slash, and to the id otherwise:
 * {@code /models/a/evidence} names {@code a/evidence}, and {@code /models/a/b/evidence} is the
 * evidence of {@code a/b}. An id that ends in {@code /evidence} is reached with that slash encoded:
 * {@code /models/a/b%2Fevidence}.
 */
public final class Router {

  private static final String PREFIX = "/api";

  private final Map<String, Match> exact = new HashMap<>();
  private final List<Family> families = new ArrayList<>();
  private final Set<String> multiSegment;

  /**
   * @param variable the value of the pattern's variable, still encoded; empty if it has none
   */
  public record Match(HttpRoute route, String variable) {}

  /**
   * The paths of a pattern with a variable: how they begin and how they end.
   *
   * @param oneSegment whether the variable has no slashes in it
   */
  private record Family(String beginning, String end, boolean oneSegment, HttpRoute route) {

    private static final Comparator<Family> MOST_PARTICULAR_FIRST =
        Comparator.comparingInt((Family family) -> family.end.length()).reversed();

    @Nullable Match match(String path) {
      int length = path.length() - beginning.length() - end.length();
      if (length <= 0 || !path.startsWith(beginning) || !path.endsWith(end)) {
        return null;
      }
      String tail = path.substring(beginning.length(), beginning.length() + length);
      boolean fits = oneSegment ? !hasSlash(tail) : end.isEmpty() || hasSlash(tail);
      return fits ? new Match(route, tail) : null;
    }

    private static boolean hasSlash(String encoded) {
      return encoded.indexOf('/') >= 0 || encoded.toLowerCase(Locale.ROOT).contains("%2f");
    }
  }

  /**
   * @param multiSegment variables whose values have slashes, as in {@code {id}}
   */
  public Router(List<HttpRoute> routes, Set<String> multiSegment) {
    this.multiSegment = Set.copyOf(multiSegment);
    for (HttpRoute route : routes) {
      add(route.pattern(), route);
      add(PREFIX + route.pattern(), route);
    }
    families.sort(Family.MOST_PARTICULAR_FIRST);
  }

  /**
   * @param path still encoded
   */
  public @Nullable Match find(String path) {
    Match match = exact.get(path);
    return match == null ? findFamily(path) : match;
  }

  private @Nullable Match findFamily(String path) {
    for (Family family : families) {
      Match match = family.match(path);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  private void add(String pattern, HttpRoute route) {
    int from = pattern.indexOf('{');
    if (from < 0) {
      exact.put(pattern, new Match(route, ""));
    } else {
      int to = pattern.indexOf('}') + 1;
      boolean oneSegment = !multiSegment.contains(pattern.substring(from, to));
      families.add(
          new Family(pattern.substring(0, from), pattern.substring(to), oneSegment, route));
    }
  }
}
