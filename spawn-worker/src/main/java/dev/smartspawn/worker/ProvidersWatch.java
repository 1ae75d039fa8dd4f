package dev.smartspawn.worker;

import dev.smartspawn.schema.lifecycle.DaemonThreads;
import dev.smartspawn.schema.setting.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for changes of the operator's file. A change counts when the file is the same at two looks:
 * it may be half written. A file that cannot be used changes nothing, and is reported once.
 */
final class ProvidersWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ProvidersWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path file;
  private final Supplier<ProviderSet> reading;
  private final CurrentProviders current;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("providers-file"));
  private byte[] judged = {};
  private byte[] seen = {};

  /**
   * @param reading reads the file; throws {@link SettingsException} if it cannot be used
   */
  ProvidersWatch(Path file, Supplier<ProviderSet> reading, CurrentProviders current) {
    this.file = file;
    this.reading = reading;
    this.current = current;
  }

  ProvidersWatch start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::lookSafely, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One look at the file. */
  void look() {
    byte[] content = content();
    boolean settled = Arrays.equals(content, seen);
    seen = content;
    if (settled && !Arrays.equals(content, judged)) {
      judge();
    }
  }

  private void judge() {
    ProviderSet set;
    try {
      set = reading.get();
    } catch (SettingsException e) {
      judged = seen;
      log.warn(
          "{} has changed and cannot be used; the providers stay as they were: {}",
          file,
          String.valueOf(e.getMessage()).replaceAll("\\R+", "; "));
      return;
    }
    if (!Arrays.equals(content(), seen)) {
      return; // It changed while it was read: look again.
    }
    judged = seen;
    if (!set.direct().equals(current.set().direct())) {
      current.use(set);
      log.info("{} has changed: {} providers from now on", file, set.direct().providers().size());
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      log.error("{} could not be looked at; the providers stay as they were", file, e);
    }
  }

  /** A file that is missing or cannot be read has a content of its own. */
  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return ("\0 " + e.getClass()).getBytes(StandardCharsets.UTF_8);
    }
  }
}
