package dev.smartspawn.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.source.Source;

/**
 * An answer of {@code GET /status}.
 *
 * @param body the whole answer
 */
public record StatusAnswer(JsonNode body) {

  /** The status of one of the pulled sources. */
  public JsonNode source(Source source) {
    return body.at("/data/sources").path(source.statusField());
  }

  public int modelCount() {
    return body.at("/data/modelCount").asInt();
  }

  /** Whether all sources are ok, or have nothing, and their records are served. */
  public boolean isComplete() {
    return Source.PULLED.stream().allMatch(source -> isWell(source) && isServed(source));
  }

  private boolean isWell(Source source) {
    return outcome(source).equals("ok") || outcome(source).equals("absent");
  }

  /** Whether all sources have been pulled since, and the results are served. */
  public boolean isRefreshedSince(StatusAnswer before) {
    return Source.PULLED.stream().allMatch(source -> isPulledSince(before, source));
  }

  /** Whether {@code source} has been pulled since, and the result is served. */
  public boolean isPulledSince(StatusAnswer before, Source source) {
    return !source(source).path("lastAttempt").equals(before.source(source).path("lastAttempt"))
        && !isRefreshing(source)
        && isServed(source);
  }

  public boolean isRefreshing(Source source) {
    return source(source).path("refreshing").asBoolean();
  }

  public String outcome(Source source) {
    return source(source).path("status").asText();
  }

  public int count(Source source) {
    return source(source).path("count").asInt();
  }

  private boolean isServed(Source source) {
    return source(source).path("applied").asBoolean();
  }
}
