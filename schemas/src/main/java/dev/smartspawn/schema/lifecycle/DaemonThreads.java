package dev.smartspawn.schema.lifecycle;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep a process alive. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** All of its threads have this name. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
