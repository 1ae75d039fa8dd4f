package dev.smartspawn.enrich;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** The enricher as its own process, configured by environment variables. */
public final class EnricherMain {

  private EnricherMain() {}

  public static void main(String[] args) throws InterruptedException {
    OutOfMemoryExit.install("enricher");
    try (Enricher enricher = Enricher.start(config(), Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(enricher::close, "enricher-shutdown"));
      Optional<String> failure = enricher.awaitEnd();
      failure.ifPresent(EnricherMain::exit);
    } catch (SettingsException | KafkaException e) {
      exit(String.valueOf(e.getMessage()));
    }
  }

  private static EnricherConfig config() {
    Settings settings = Settings.from(System.getenv());
    EnricherConfig config = EnricherConfig.from(settings);
    settings.rejectMistakes();
    return config;
  }

  private static void exit(String reason) {
    System.err.println("enricher: " + reason);
    System.exit(1);
  }
}
