package dev.smartspawn.query;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API as a process of its own, set by environment variables. */
public final class QueryApiMain {

  private static final Logger log = LoggerFactory.getLogger(QueryApiMain.class);

  private QueryApiMain() {}

  public static void main(String[] args) {
    OutOfMemoryExit.install("query-api");
    try {
      Settings settings = Settings.from(System.getenv());
      QueryApiConfig config = QueryApiConfig.from(settings);
      settings.rejectMistakes();
      QueryApi api = QueryApi.start(config, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(api::close, "query-api-shutdown"));
    } catch (SettingsException e) {
      log.error("query-api cannot start:{}{}", System.lineSeparator(), e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      log.error("query-api cannot start: {}", e.getMessage());
      System.exit(1);
    }
  }
}
