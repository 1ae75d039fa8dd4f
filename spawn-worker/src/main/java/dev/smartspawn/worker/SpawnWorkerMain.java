package dev.smartspawn.worker;

import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs a standalone worker, configured by environment variables, until it is stopped. */
public final class SpawnWorkerMain {

  private SpawnWorkerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings = Settings.from(System.getenv());
      SpawnWorkerConfig config = SpawnWorkerConfig.from(settings);
      settings.rejectMistakes();
      SpawnWorker worker = SpawnWorker.start(config, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "stop"));
      new CountDownLatch(1).await();
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
