package dev.smartspawn.worker;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Runs a standalone worker, configured by environment variables, until it is stopped. */
public final class SpawnWorkerMain {

  private static final long WATCH_MILLIS = 1000;

  private SpawnWorkerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    OutOfMemoryExit.install("spawn-worker");
    try {
      Settings settings = Settings.from(System.getenv());
      SpawnWorkerConfig config = SpawnWorkerConfig.from(settings);
      settings.rejectMistakes();
      SpawnWorker worker = SpawnWorker.start(config, Clock.systemUTC());
      CountDownLatch stopping = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, stopping), "stop"));
      while (!stopping.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
        if (worker.readiness() instanceof Readiness.Failed failed && stopping.getCount() > 0) {
          System.err.println("spawn-worker: " + failed.reason());
          System.exit(1);
        }
      }
    } catch (SettingsException | KafkaException e) {
      System.err.println("spawn-worker: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void stop(SpawnWorker worker, CountDownLatch stopping) {
    stopping.countDown();
    worker.close();
  }
}
