package dev.smartspawn.enrich;

import dev.smartspawn.schema.service.ServiceMain;
import java.time.Clock;

/** The enricher as a process of its own. */
public final class EnricherMain {

  private EnricherMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        "enricher",
        settings -> {
          EnricherConfig config = EnricherConfig.from(settings);
          return () -> Enricher.start(config, Clock.systemUTC());
        });
  }
}
