package dev.smartspawn.ingest;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;

/** Runs only the ingestors, configured by environment variables. */
public final class IngestorsMain {

  private IngestorsMain() {}

  public static void main(String[] args) throws InterruptedException {
    OutOfMemoryExit.install("ingestors");
    try {
      Settings settings = Settings.from(System.getenv());
      IngestorsConfig config = IngestorsConfig.from(settings);
      settings.rejectMistakes();
      Ingestors ingestors = Ingestors.start(config, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(ingestors::close, "shutdown"));
    } catch (SettingsException | KafkaException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }
}
