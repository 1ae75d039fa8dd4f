package dev.smartspawn.schema.lifecycle;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when its memory is used up. A thread that dies of it leaves a process that looks
 * alive and does not work; what supervises the process can start it again.
 *
 * <p>Three things are noticed: a thread that ends with an OutOfMemoryError, an error that is
 * reported to {@link #check}, and a heap that stays full after a garbage collection. The JVM's
 * option {@code -XX:+ExitOnOutOfMemoryError}, which the launchers set, notices every other case and
 * ends with the same code.
 */
public final class OutOfMemoryExit {

  /** The same as that of the JVM's own option. */
  public static final int CODE = 3;

  /** Of the heap's largest size, after a full collection. */
  private static final double FULL = 0.97;

  private static final long CHECK_MILLIS = 1000;

  private OutOfMemoryExit() {}

  /**
   * Watches this process from now on.
   *
   * @param name of the program, for the message
   */
  public static void install(String name) {
    Runnable end = end(name);
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (isOutOfMemory(failure)) {
            end.run();
          }
          if (before != null) {
            before.uncaughtException(thread, failure);
          } else {
            System.err.printf("Exception in thread \"%s\" ", thread.getName());
            failure.printStackTrace();
          }
        });
    watchHeap(end);
  }

  /** Ends a watched process if lack of memory is the failure's cause. For those who catch all. */
  public static void check(Throwable failure) {
    if (isOutOfMemory(failure)) {
      Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
      if (handler != null) {
        handler.uncaughtException(Thread.currentThread(), failure);
      }
    }
  }

  /** Everything that it needs exists before there is no memory left. */
  private static Runnable end(String name) {
    byte[] message =
        (name
                + ": out of memory, so the process ends: give it more (-Xmx), or less to do"
                + System.lineSeparator())
            .getBytes(StandardCharsets.UTF_8);
    return () -> {
      System.err.write(message, 0, message.length);
      System.err.flush();
      Runtime.getRuntime().halt(CODE);
    };
  }

  private static boolean isOutOfMemory(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static void watchHeap(Runnable end) {
    List<MemoryPoolMXBean> watched = new ArrayList<>();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      boolean old = pool.getName().contains("Old") || pool.getName().contains("Tenured");
      long most = pool.getUsage().getMax();
      if (pool.getType() == MemoryType.HEAP
          && old
          && most > 0
          && pool.isCollectionUsageThresholdSupported()) {
        pool.setCollectionUsageThreshold((long) (most * FULL));
        watched.add(pool);
      }
    }
    Thread watch = new Thread(() -> watch(watched, end), "memory-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Not by a listener: the JVM needs memory to notify one. */
  private static void watch(List<MemoryPoolMXBean> pools, Runnable end) {
    try {
      while (true) {
        Thread.sleep(CHECK_MILLIS);
        for (MemoryPoolMXBean pool : pools) {
          if (pool.isCollectionUsageThresholdExceeded()) {
            end.run();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError e) {
      end.run();
    }
  }
}
