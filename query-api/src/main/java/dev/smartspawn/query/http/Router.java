package dev.smartspawn.query.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a path: the exact one, or the one whose pattern has a variable in it. {@code
 * {id}} is a model's id, which has slashes in it, and so takes everything up to the rest of its
 * pattern; any other variable is one segment of the path.
 *
 * <p>What {@code /models/{id}/evidence} asks for depends on the path alone, not on which models
 * there are: an {@code /evidence} at the end, written plainly, is the route's where an id stands
 * before it, and otherwise the id's own. {@code /models/a/evidence} is the model {@code
 * a/evidence}; {@code /models/a/b/evidence} is the evidence of {@code a/b}, and a model with this
 * very id is found with its slash encoded: {@code /models/a/b%2Fevidence}.
 */
final class Router {

  private static final String PREFIX = "/api";

  /** The one variable with slashes in it. */
  private static final String MODEL_ID = "{id}";

  private final Map<String, Match> exact = new HashMap<>();
  private final List<Family> families = new ArrayList<>();

  /**
   * @param tail what the pattern's variable stands for, as it is in the path; empty without one
   */
  record Match(Route route, String tail) {}

  /**
   * The paths of a pattern with a variable: how they begin and how they end.
   *
   * @param oneSegment whether the variable has no slashes in it
   */
  private record Family(String beginning, String end, boolean oneSegment, Route route) {

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

  Router(List<Route> routes) {
    for (Route route : routes) {
      add(route.pattern(), route);
      add(PREFIX + route.pattern(), route);
    }
    families.sort(Family.MOST_PARTICULAR_FIRST);
  }

  /**
   * @param path still encoded
   */
  @Nullable Match find(String path) {
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

  private void add(String pattern, Route route) {
    int from = pattern.indexOf('{');
    if (from < 0) {
      exact.put(pattern, new Match(route, ""));
    } else {
      int to = pattern.indexOf('}') + 1;
      boolean oneSegment = !pattern.substring(from, to).equals(MODEL_ID);
      families.add(
          new Family(pattern.substring(0, from), pattern.substring(to), oneSegment, route));
    }
  }
}
