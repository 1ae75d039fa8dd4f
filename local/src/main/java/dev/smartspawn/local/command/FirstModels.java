package dev.smartspawn.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.command.rest.RestApi;

/**
 * Waits, after the first start, until there is a whole table to answer from: half of it picks other
 * models, or none.
 */
final class FirstModels {

  private static final long POLL_MILLIS = 250;

  private static final String STARTING = "starting";

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
      while (system.isRunning()) {
        JsonNode status = api.get("/status", new RestApi.Query()).path("data");
        if (!status.path("status").asText().equals(STARTING)) {
          return;
        }
        UpCommand.rejectFailure(system);
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
