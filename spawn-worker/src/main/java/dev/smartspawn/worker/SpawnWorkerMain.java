package dev.smartspawn.worker;

import dev.smartspawn.schema.service.ServiceMain;
import java.time.Clock;

/** A spawn-worker as a process of its own. */
public final class SpawnWorkerMain {

  private SpawnWorkerMain() {}

  public static void main(String[] args) throws InterruptedException {
    ServiceMain.run(
        "spawn-worker",
        settings -> {
          SpawnWorkerConfig config = SpawnWorkerConfig.from(settings);
          return () -> SpawnWorker.start(config, Clock.systemUTC());
        });
  }
}
