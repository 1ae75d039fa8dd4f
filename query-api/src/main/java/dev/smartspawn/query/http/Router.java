package dev.smartspawn.query.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path: the exact one, or the one whose pattern ends in a variable. */
final class Router {

  private static final String PREFIX = "/api";
  private static final char VARIABLE = '{';

  private final Map<String, Match> exact = new HashMap<>();
  private final Map<String, Route> beginning = new HashMap<>();

  /**
   * @param tail what the pattern's variable stands for, as it is in the path; empty without one
   */
  record Match(Route route, String tail) {}

  Router(List<Route> routes) {
    for (Route route : routes) {
      add(route.pattern(), route);
      add(PREFIX + route.pattern(), route);
    }
  }

  /**
   * @param path still encoded
   */
  @Nullable Match find(String path) {
    Match match = exact.get(path);
    return match == null ? findByBeginning(path) : match;
  }

  private @Nullable Match findByBeginning(String path) {
    for (Map.Entry<String, Route> each : beginning.entrySet()) {
      if (path.startsWith(each.getKey()) && path.length() > each.getKey().length()) {
        return new Match(each.getValue(), path.substring(each.getKey().length()));
      }
    }
    return null;
  }

  private void add(String pattern, Route route) {
    int variable = pattern.indexOf(VARIABLE);
    if (variable < 0) {
      exact.put(pattern, new Match(route, ""));
    } else {
      beginning.put(pattern.substring(0, variable), route);
    }
  }
}
