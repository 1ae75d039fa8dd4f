package dev.smartspawn.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.schema.source.Source;

/** Waits, after the first start, until there is something to answer with. */
final class FirstModels {

  private static final long POLL_MILLIS = 250;

  private final LocalSystem system;
  private final RestApi api;

  FirstModels(LocalSystem system) {
    this.system = system;
    this.api = new RestApi(system.config().url(), null);
  }

  /** Returns once a model is served, or every source has been tried, or the system stops. */
  void await() {
    try {
      while (system.isRunning()
          && !isSettled(api.get("/status", new RestApi.Query()).path("data"))) {
        UpCommand.rejectFailure(system);
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isSettled(JsonNode status) {
    return status.path("modelCount").asInt() > 0
        || Source.PULLED.stream()
            .map(source -> status.path("sources").path(source.statusField()))
            .allMatch(FirstModels::isTried);
  }

  private static boolean isTried(JsonNode source) {
    return source.hasNonNull("lastAttempt")
        && !source.path("refreshing").asBoolean()
        && source.path("applied").asBoolean();
  }
}
