package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentMissingException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how many bytes of attachments a worker holds at once; calls wait for their turn. */
final class AttachmentRoom {

  private static final int UNIT_BYTES = 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Semaphore units;
  private final int all;

  AttachmentRoom(long bytes) {
    this.all = Math.toIntExact(bytes / UNIT_BYTES);
    this.units = new Semaphore(all, true);
  }

  /**
   * Waits for room. One file that is larger than the room gets all of it.
   *
   * @return gives it back; may be called more than once
   * @throws AttachmentMissingException if there is none in time
   */
  Runnable reserve(AttachmentId id, long bytes) throws AttachmentMissingException {
    int needed = (int) Math.min(all, bytes / UNIT_BYTES + 1);
    try {
      if (units.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
          if (released.compareAndSet(false, true)) {
            units.release(needed);
          }
        };
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AttachmentMissingException(
        id, "too many large files were being sent for %d s".formatted(PATIENCE.toSeconds()));
  }
}
