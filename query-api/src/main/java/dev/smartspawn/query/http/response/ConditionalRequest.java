package dev.smartspawn.query.http.response;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Conditional requests: a client that holds the newest response gets 304 without a body. */
public final class ConditionalRequest {

  private static final String ANY = "*";
  private static final String WEAK = "W/";

  private ConditionalRequest() {}

  /** The response's own status, or 304 if the request has its entity tag. */
  public static int statusOf(Response answer, HeaderMap request) {
    String tag = answer.entityTag();
    HeaderValues held = tag == null ? null : request.get(Headers.IF_NONE_MATCH);
    if (tag == null || held == null) {
      return answer.status();
    }
    return held.stream().anyMatch(header -> names(header, tag))
        ? StatusCodes.NOT_MODIFIED
        : answer.status();
  }

  private static boolean names(String header, String tag) {
    for (String each : header.split(",", -1)) {
      String held = each.strip();
      if (held.equals(ANY) || held.equals(tag) || held.equals(WEAK + tag)) {
        return true;
      }
    }
    return false;
  }
}
