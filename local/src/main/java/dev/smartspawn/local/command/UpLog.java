package dev.smartspawn.local.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Where {@code up} logs: our own lines to the screen, those of Kafka and of the libraries to a file
 * only. The file also has the stack traces, is rotated, and stays below 20 MB.
 */
final class UpLog {

  private static final String CONFIGURATION = "/logback-up.xml";

  private UpLog() {}

  static Path file(Path dataDir) {
    return dataDir.resolve("log").resolve("smart-spawn.log").toAbsolutePath().normalize();
  }

  static void open(Path dataDir) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    context.putProperty("log.file", file(dataDir).toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      URL configuration = Objects.requireNonNull(UpLog.class.getResource(CONFIGURATION));
      configurator.doConfigure(configuration);
    } catch (JoranException e) {
      throw new IllegalStateException(CONFIGURATION + " is not a logback configuration", e);
    }
  }
}
