package dev.smartspawn.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits, after the first start, until there is a whole table to answer from: half of it picks other
 * models, or none.
 */
final class FirstModels {

  private static final long POLL_MILLIS = 250;

  /** A source that takes longer joins the table later. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  private final LocalSystem system;
  private final RestApi api;

  FirstModels(LocalSystem system) {
    this.system = system;
    this.api = new RestApi(system.config().url(), null);
  }

  /**
   * Returns once every source has been pulled, well or badly, and is part of what is served. Once
   * there are models, it waits for slow sources for 90 s at most. Also returns when the system
   * stops.
   */
  void await() {
    try {
      Instant giveUp = Instant.MAX;
      while (system.isRunning() && Instant.now().isBefore(giveUp)) {
        JsonNode status = api.get("/status", new RestApi.Query()).path("data");
        if (isSettled(status)) {
          return;
        }
        if (giveUp.equals(Instant.MAX) && status.path("modelCount").asInt() > 0) {
          giveUp = Instant.now().plus(LONGEST_WAIT);
        }
        UpCommand.rejectFailure(system);
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isSettled(JsonNode status) {
    return Source.PULLED.stream()
        .map(source -> status.path("sources").path(source.statusField()))
        .allMatch(FirstModels::isTried);
  }

  /** On a later start, a source is served as it was pulled before. */
  private static boolean isTried(JsonNode source) {
    if (source.path("status").asText().equals("disabled")) {
      return true;
    }
    boolean ended = source.hasNonNull("lastPull") || !source.path("refreshing").asBoolean();
    return source.hasNonNull("lastAttempt") && ended && source.path("applied").asBoolean();
  }
}
