package dev.smartspawn.ingest.source;

import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of a long pull at intervals. A short pull logs nothing. */
public final class ProgressLog {

  private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Source source;
  private final String unit;
  private long lastNanos = System.nanoTime();

  /**
   * @param unit what is counted, such as {@code rows}
   */
  public ProgressLog(Source source, String unit) {
    this.source = source;
    this.unit = unit;
  }

  public synchronized void report(long done, long total) {
    long now = System.nanoTime();
    if (now - lastNanos >= EVERY.toNanos()) {
      lastNanos = now;
      log.info("{}: {} of {} {}", source, done, total, unit);
    }
  }
}
