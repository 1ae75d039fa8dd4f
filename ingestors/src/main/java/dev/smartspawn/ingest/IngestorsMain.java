package dev.smartspawn.ingest;

import dev.smartspawn.schema.service.ServiceMain;
import java.time.Clock;

/** The ingestors as a process of their own. */
public final class IngestorsMain {

  private IngestorsMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        "ingestors",
        settings -> {
          IngestorsConfig config = IngestorsConfig.from(settings);
          return () -> Ingestors.start(config, Clock.systemUTC());
        });
  }
}
