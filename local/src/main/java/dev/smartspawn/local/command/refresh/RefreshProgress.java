package dev.smartspawn.local.command.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.schema.source.Source;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows pulls through {@code GET /status}: one begun since this was created, over, and applied to
 * what is served, is done.
 */
final class RefreshProgress {

  private static final Duration POLL = Duration.ofMillis(100);

  /** A source that has not been asked by then was refused: too soon, or disabled. */
  private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);

  private final RestApi api;
  private final PrintWriter out;
  private final JsonNode before;
  private final long created = System.nanoTime();

  RefreshProgress(RestApi api, PrintWriter out) {
    this.api = api;
    this.out = out;
    this.before = sources();
  }

  /** Prints each source as it is done; returns whether all went well within the time. */
  boolean await(List<Source> asked, Duration timeout) {
    Set<Source> waiting = new LinkedHashSet<>(asked);
    boolean well = true;
    while (!waiting.isEmpty() && elapsed().compareTo(timeout) < 0) {
      JsonNode now = sources();
      for (Source source : new ArrayList<>(waiting)) {
        JsonNode status = now.path(source.statusField());
        if (isDone(source, status)) {
          waiting.remove(source);
          well &= report(source, status);
        } else if (wasRefused(source, status)) {
          waiting.remove(source);
          well = false;
          out.printf("%-20s was not asked: too soon, or disabled%n", source);
        }
      }
      out.flush();
      pause();
    }
    waiting.forEach(source -> out.printf("%-20s still under way%n", source));
    out.flush();
    return well && waiting.isEmpty();
  }

  private JsonNode sources() {
    return api.get("/status", new RestApi.Query()).at("/data/sources");
  }

  private boolean isDone(Source source, JsonNode status) {
    return hasBegun(source, status)
        && !status.path("refreshing").asBoolean()
        && status.path("applied").asBoolean();
  }

  private boolean hasBegun(Source source, JsonNode status) {
    JsonNode earlier = before.path(source.statusField());
    return earlier.path("refreshing").asBoolean()
        || !status.path("lastAttempt").equals(earlier.path("lastAttempt"));
  }

  private boolean wasRefused(Source source, JsonNode status) {
    return !hasBegun(source, status) && elapsed().compareTo(BEGINS_WITHIN) > 0;
  }

  private boolean report(Source source, JsonNode status) {
    String outcome = status.path("status").asText();
    String reason = status.path("reason").asText("");
    out.printf(
        "%-20s %s, %s records%s (%.1f s)%n",
        source,
        outcome,
        FigureFormat.text(status.path("count")),
        reason.isEmpty() ? "" : ": " + reason,
        elapsed().toMillis() / 1000.0);
    return outcome.equals("ok") || outcome.equals("absent");
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - created);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while waiting for the pulls");
    }
  }
}
