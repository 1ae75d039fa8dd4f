package dev.smartspawn.query.http.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The most connections at once. Each takes a file descriptor. In a process that also runs Kafka, a
 * lack of them would stop it: it could no longer open its files.
 */
final class ConnectionLimit {

  /** Where descriptors are not scarce. */
  static final int MOST = 2048;

  /** Enough for a dashboard and a few agents. */
  static final int FEWEST = 16;

  /** For Kafka's files and connections that are opened later. */
  static final long RESERVED = 512;

  private ConnectionLimit() {}

  /** The limit in this process. */
  static int ofThisProcess() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? of(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
        : MOST;
  }

  /**
   * @param most file descriptors that the process may have
   * @param open those that it has
   */
  static int of(long most, long open) {
    return (int) Math.max(FEWEST, Math.min(MOST, most - open - RESERVED));
  }
}
