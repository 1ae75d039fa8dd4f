package dev.smartspawn.query;

import dev.smartspawn.schema.service.ServiceMain;
import java.time.Clock;

/** The REST API as a process of its own. */
public final class QueryApiMain {

  private QueryApiMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        "query-api",
        settings -> {
          QueryApiConfig config = QueryApiConfig.from(settings);
          return () -> QueryApi.start(config, Clock.systemUTC());
        });
  }
}
