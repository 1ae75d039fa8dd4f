package dev.smartspawn.worker.body;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the memory that answers take while they are read: small ones are read at once, large ones
 * one after another. A compressed answer of a few hundred KB may unpack to hundreds of MB, and many
 * calls may be open.
 */
public final class AnswerRoom {

  /** Nearly every answer has fewer; UTF-16 units. */
  public static final int SMALL_CHARS = 256 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Semaphore large = new Semaphore(1, true);

  /** The place of one answer, kept until everything was made of it. */
  public Place place() {
    return new Place();
  }

  /** One answer's share of the room. One thread uses it. */
  public final class Place implements AutoCloseable {

    private boolean holdsLarge;

    private Place() {}

    /**
     * Waits until so much of the answer may be in memory. Meanwhile its connection waits too.
     *
     * @param chars of the answer so far; UTF-16 units
     * @throws InterruptedIOException when another large answer takes too long
     */
    public void need(long chars) throws InterruptedIOException {
      if (holdsLarge || chars <= SMALL_CHARS) {
        return;
      }
      try {
        holdsLarge = large.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!holdsLarge) {
        throw new InterruptedIOException("another large answer is being read");
      }
    }

    @Override
    public void close() {
      if (holdsLarge) {
        holdsLarge = false;
        large.release();
      }
    }
  }
}
